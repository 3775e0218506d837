"""What a resource has from its bases: options, fields, nested classes, parameters, mounts."""

from __future__ import annotations

from typing import Any

import pytest

from resources.twilio.pages import MetaPage
from restmap import (
    UNSET,
    NoKey,
    Paging,
    Params,
    Resource,
    as_written,
    camel_case,
    collection,
    field,
    param,
)
from tests.support import Served, fields_of, form, json_response, meta_page, parameters_of, query


class Shared(Resource, page=MetaPage, body="json", parameter_names=camel_case):
    sid: str
    account_sid: str | None = field(name="account")

    class Fetch(Params): ...


def test_a_resource_has_what_its_base_declares():
    class Queue(Shared, uri="/Queues/{sid}"):
        max_size: int

        class Create(Params):
            max_size: int

    assert set(fields_of(Queue)) == {"sid", "account_sid", "max_size"}
    served = Served(json_response({"sid": "QU1", "account": "AC1", "max_size": 5}))
    queue = served.mount(Queue).create(max_size=5)
    assert served.request.body == b'{"maxSize":5}'
    assert queue.account_sid == "AC1"
    assert hasattr(queue, "fetch")


def test_a_base_is_untouched_by_what_derives_from_it():
    class Queue(Shared, uri="/Queues/{sid}", body="form"):
        max_size: int

        class Create(Params): ...

    class Plain(Shared, uri="/Plain/{sid}"):
        class Update(Params):
            name: str = UNSET

    served = Served(json_response({"sid": "PL1", "account": None}))
    plain = served.mount(Plain)
    assert set(fields_of(Plain)) == {"sid", "account_sid"}
    assert not hasattr(plain, "create")
    plain("PL1").update()
    assert served.request.body == b"{}"


def test_class_keywords_replace_those_of_the_base():
    class Queue(Shared, uri="/Queues/{sid}", body="form", parameter_names=as_written):
        class Update(Params):
            max_size: int

    served = Served(json_response({"sid": "QU1", "account": None}))
    served.mount(Queue)("QU1").update(max_size=5)
    assert form(served.request) == [("max_size", "5")]


def test_a_nested_class_replaces_that_of_the_base():
    class Queue(Shared, uri="/Queues/{sid}"):
        class Fetch(Params):
            verbose: bool

    class Plain(Shared, uri="/Plain/{sid}"): ...

    served = Served(
        json_response({"sid": "QU1", "account": None}), json_response({"sid": "PL1", "account": ""})
    )
    served.mount(Queue)("QU1").fetch(verbose=True)
    served.mount(Plain)("PL1").fetch()
    assert [query(each) for each in served.requests] == [[("verbose", "true")], []]


def test_a_field_replaces_that_of_the_base():
    class Queue(Shared, uri="/Queues/{sid}"):
        account_sid: int = field(name="owner")

    wire_names = {each.name: each.wire_name for each in fields_of(Queue).values()}
    assert wire_names == {"sid": "sid", "account_sid": "owner"}


def test_the_nearest_base_of_several_wins():
    class Near(Resource, page=MetaPage):
        size: int = field(name="near")
        near_only: str

        class Fetch(Params):
            near: str = UNSET

    class Far(Resource):
        size: int = field(name="far")
        far_only: str

        class Fetch(Params):
            far: str = UNSET

        class Delete(Params): ...

    class Both(Near, Far, uri="/Both/{sid}"):
        sid: str

    assert {each.name: each.wire_name for each in fields_of(Both).values()} == {
        "size": "near",
        "far_only": "far_only",
        "near_only": "near_only",
        "sid": "sid",
    }
    both = Served().mount(Both)("B1")
    assert [*parameters_of(both.fetch)] == ["near"]
    assert hasattr(both, "delete")


def test_parameters_are_shared_by_deriving():
    class Editable(Params):
        friendly_name: str = UNSET
        size: int = param(name="MaxSize", default=UNSET)

    class Filtered(Paging):
        state: str = UNSET

    class Queue(Resource, uri="/Queues/{sid}", page=MetaPage, body="form"):
        sid: str

        class Create(Editable):
            friendly_name: str

        class Update(Editable, method="PUT"): ...

        class List(Filtered):
            since: str = UNSET

    served = Served(json_response({"sid": "1"}), json_response({"sid": "1"}), meta_page([]))
    queues = served.mount(Queue)
    queues.create(friendly_name="a", size=5)
    queues("1").update(size=6)
    queues.list(state="open", since="now")
    create, update, listing = served.requests
    assert form(create) == [("friendly_name", "a"), ("MaxSize", "5")]
    assert (update.method, form(update)) == ("PUT", [("MaxSize", "6")])
    assert query(listing) == [("state", "open"), ("since", "now")]
    assert parameters_of(queues("1").update)["friendly_name"].default is UNSET


def test_an_alias_of_shared_parameters_makes_the_verb():
    class Queue(Resource, uri="/Queues/{sid}", page=MetaPage):
        sid: str
        List = Paging

    served = Served(meta_page([{"sid": "QU1"}]))
    assert [each.sid for each in served.mount(Queue).list()] == ["QU1"]


def test_mounts_are_inherited():
    class Member(Resource, uri="/Queues/{queue_sid}/Members/{sid}"):
        sid: str
        queue_sid: str

    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str
        members = collection(Member)

    class Special(Queue): ...

    queue = Served().mount(Special)("QU1")
    assert repr(queue.members) == "<Vendor.Desk.V1.MemberList queue_sid='QU1'>"


def test_params_have_no_instances():
    class Editable(Params):
        size: int = UNSET

    with pytest.raises(TypeError) as caught:
        Editable(size=5)
    assert str(caught.value).endswith(
        "Editable declares parameters and has no instances. "
        "Pass the parameters to the verb of its name."
    )


def test_a_resource_is_not_instantiated_by_its_class():
    with pytest.raises(TypeError) as caught:
        Shared()
    assert str(caught.value) == (
        "a Shared is not made by calling its class: "
        "write collection(key) for a handle, and fetch() on it for a record."
    )


def test_a_single_resource_takes_no_key():
    class Settings(Resource, uri="/Queues/{queue_sid}/Settings"):
        queue_sid: str
        loud: bool

        class Key(NoKey): ...

        class Fetch(Params): ...

        class Update(Params):
            loud: bool

    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str
        settings = collection(Settings)

    said: dict[str, Any] = {"queue_sid": "QU1", "loud": False}
    served = Served(json_response(said), json_response(said | {"loud": True}))
    settings = served.mount(Queue)("QU1").settings()
    assert settings.fetch().update(loud=True).loud is True
    assert [(each.method, each.url[-21:]) for each in served.requests] == [
        ("GET", "/v1/Queues/QU1/Settings"[-21:]),
        ("POST", "/v1/Queues/QU1/Settings"[-21:]),
    ]


def test_several_keys_address_one_item():
    class Seat(Resource, uri="/Halls/{hall}/Seats/{row}/{number}"):
        hall: str
        row: str
        number: int

        class Key(Params):
            row: str
            number: int

        class Fetch(Params): ...

    class Hall(Resource, uri="/Halls/{sid}"):
        sid: str
        seats = collection(Seat)

    served = Served(*[json_response({"hall": "H", "row": "a/b", "number": 5})] * 2)
    seats = served.mount(Hall)("H").seats
    seats("a/b", 5).fetch()
    seats(number=5, row="a/b").fetch()
    assert served.urls == ["https://api.desk.example/v1/Halls/H/Seats/a%2Fb/5"] * 2


def test_a_list_of_items_with_several_keys_is_a_mistake_or_has_a_path():
    class Seat(Resource, uri="/Seats/{row}/{number}", page=MetaPage):
        row: str
        number: int

        class Key(Params):
            row: str
            number: int

        class List(Paging): ...

    served = Served(meta_page([]))
    assert served.mount(Seat).list() == []
