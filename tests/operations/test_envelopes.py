"""Envelopes: a record, the records of a list and the parameters below a key of their JSON."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import pytest

from restmap import (
    UNSET,
    BadRequestError,
    BearerAuth,
    Client,
    Collection,
    DeclarationError,
    Domain,
    File,
    NumberPage,
    PageContent,
    PageType,
    Paging,
    Params,
    Request,
    Resource,
    ResponseError,
    Version,
    action,
    collection,
    domain,
    param,
    version,
)
from restmap.sandbox import Sandbox
from restmap.streamed_body import body_bytes
from tests.support import ROOT, AsyncServed, Served, form, json_response, message_without_place


class DeskResource(Resource, page=NumberPage(pages="meta.pages"), item="data", items="data"):
    """The envelope of the whole API."""


class Ticket(
    DeskResource, uri="/tickets/{id}", item="ticket", items="data.tickets", body_item="ticket"
):
    id: int
    subject: str

    class Create(Params):
        subject: str
        dry_run: bool = param(location="query", default=UNSET)

    class Update(Params, method="PATCH"):
        subject: str

    class List(Paging): ...

    class Fetch(Params): ...

    class Plain(Params, method="GET", uri="/plain", item=""): ...

    class Count(Params, method="GET", uri="/replies/count", item="meta.count"): ...

    class Replace(Params, method="PUT", body_item="ticket.new"):
        whole: dict[str, Any] = param(location="body")

    plain = action(Plain)
    count = action(Count, returns=int)
    replace = action(Replace)


class User(DeskResource, uri="/users/{id}"):
    id: int

    class Fetch(Params): ...

    class List(Paging): ...

    class Assigned(Params, method="GET", uri="/ticket"): ...

    class Tickets(Params, method="GET", uri="/tickets"): ...

    assigned = action(Assigned, returns=Ticket)
    tickets = action(Tickets, returns=list[Ticket])


class Tickets(Collection[Ticket]):
    class Merge(Params, uri="/merge", body_item="merge"):
        ids: list[int]

    merge = action(Merge)


class V1(Version, prefix="/v1"):
    tickets = collection(Ticket, Tickets)
    users = collection(User)


class Desk(Domain, host="api.desk.example"):
    v1 = version(V1)


class DeskClient(Client, title="Vendor"):
    desk = domain(Desk)


FIRE = {"id": 1, "subject": "Fire"}


def test_a_record_is_read_from_its_envelope_and_sent_in_one():
    served = Served(
        json_response({"ticket": FIRE}, 201),
        json_response({"ticket": FIRE}),
        json_response({"ticket": FIRE}),
    )
    ticket = served.mount(Ticket).create(subject="Fire", dry_run=True)
    assert (ticket.subject, ticket.to_dict()) == ("Fire", FIRE)
    assert ticket.update(subject="Fire").id == 1
    assert ticket.fetch() == ticket
    create, update, fetch = served.requests
    assert create.url == f"{ROOT}/tickets?dry_run=true"
    assert create.body == update.body == b'{"ticket":{"subject":"Fire"}}'
    assert fetch.body is None


def test_a_record_is_awaited_from_its_envelope():
    served = AsyncServed(json_response({"ticket": FIRE}, 201))
    assert asyncio.run(served.mount(Ticket).create_async(subject="Fire")).id == 1
    assert served.request.body == b'{"ticket":{"subject":"Fire"}}'


def test_a_list_has_its_records_at_a_path():
    pages = [{"data": {"tickets": [FIRE]}, "meta": {"pages": pages}} for pages in (1,)]
    assert [each.id for each in Served(*map(json_response, pages)).mount(Ticket).list()] == [1]
    served = Served(json_response({"data": [{"id": 7}], "meta": {"pages": 1}}))
    assert [each.id for each in served.mount(User).list()] == [7]


def test_an_operation_has_an_envelope_of_its_own():
    served = Served(
        json_response(FIRE), json_response({"meta": {"count": 3}}), json_response({"ticket": FIRE})
    )
    ticket = served.mount(Ticket)(1)
    assert ticket.plain().subject == "Fire"
    assert ticket.count() == 3
    assert ticket.replace(whole=FIRE).id == 1
    assert served.requests[2].body == b'{"ticket":{"new":{"id":1,"subject":"Fire"}}}'


def test_other_resources_come_in_their_own_envelopes():
    served = Served(json_response({"ticket": FIRE}), json_response({"data": {"tickets": [FIRE]}}))
    user = served.mount(User)(7)
    assert user.assigned().subject == "Fire"
    assert [each.subject for each in user.tickets()] == ["Fire"]


def test_an_action_sends_an_envelope_where_it_says_so():
    served = Served(json_response({"ticket": FIRE}))
    collection(Ticket, Tickets).under(served.client.desk.v1).merge(ids=[1, 2])
    assert served.request.body == b'{"merge":{"ids":[1,2]}}'


@pytest.mark.parametrize("body", [{"tickets": FIRE}, {"ticket": None}, [FIRE]])
def test_a_response_without_the_envelope_is_refused(body: Any):
    with pytest.raises(ResponseError):
        Served(json_response(body)).mount(Ticket)(1).fetch()


def test_the_message_says_what_is_missing():
    with pytest.raises(ResponseError) as caught:
        Served(json_response({"tickets": FIRE})).mount(Ticket)(1).fetch()
    assert str(caught.value) == (
        "the response with status code 200 cannot be read: it has no 'ticket'.\n"
        "  Check that base_url is the address of the API itself.\n"
        f"  in GET {ROOT}/tickets/1"
    )


# -- the sandbox ----------------------------------------------------------------------------


def test_the_sandbox_answers_in_the_same_envelopes():
    sandbox = Sandbox(DeskClient)
    client = DeskClient(auth=BearerAuth(sandbox.token), transport=sandbox)
    tickets = client.desk.v1.tickets

    @sandbox.override(Ticket, "fetch")
    def fetch(call: Any) -> Any:
        return {**call.run_default(), "subject": "seen"}

    for number in range(3):
        tickets.create(subject=str(number))
    assert [each.subject for each in tickets.stream(page_size=2)] == ["0", "1", "2"]
    assert tickets(1).update(subject="new").subject == "new"
    assert tickets(1).fetch().subject == "seen"
    assert tickets(1).plain().id == 1
    assert tickets(1).count() == 0
    response = sandbox.handle(
        Request(
            "POST",
            "https://api.desk.example/v1/tickets",
            {"Authorization": f"Bearer {sandbox.token}"},
            b'{"subject":"x"}',
        )
    )
    assert (response.status, b"The body has no 'ticket'." in response.body) == (400, True)


# -- mistakes -------------------------------------------------------------------------------


class Bare(PageType):
    def read(self, body: Any, response: Any, url: str) -> PageContent:
        return PageContent(body)


def declare_bare() -> None:
    class Wrong(Resource, uri="/wrong/{id}", page=Bare(), items="data"):
        id: int

        class List(Paging): ...


def declare_path() -> None:
    class Wrong(Resource, uri="/wrong/{id}", item="data..ticket"):
        id: int


def declare_text() -> None:
    class Wrong(Resource, uri="/wrong/{id}"):
        id: int

        class Create(Params, body_item="ticket", content_type="text/csv"):
            text: str = param(location="body")


def declare_item_of_a_list() -> None:
    class Wrong(DeskResource, uri="/wrong/{id}"):
        id: int

        class List(Paging, item="ticket"): ...


def declare_items_of_a_record() -> None:
    class Wrong(DeskResource, uri="/wrong/{id}"):
        id: int

        class Fetch(Params, items="ticket"): ...


@pytest.mark.parametrize(
    ("declare", "message"),
    [
        (
            declare_bare,
            "items='data' has no effect on Bare, which has no key.\n"
            "  Leave items= out, or give another page type.",
        ),
        (
            declare_path,
            "item='data..ticket' is not a path in a JSON object.\n"
            "  Write the keys with dots between them, such as item='data.ticket'.",
        ),
        (
            declare_text,
            "body_item='ticket' needs parameters in the request body, and the operation has none.\n"
            "  Leave body_item= out, or write body='json' or body='form'.",
        ),
        (
            declare_item_of_a_list,
            "item='ticket' has no effect: the operation does not return one record or value.\n"
            "  Leave it out; items= is for lists.",
        ),
        (
            declare_items_of_a_record,
            "items='ticket' has no effect: the operation does not return several records.\n"
            "  Leave it out; item= is for one record.",
        ),
    ],
)
def test_an_envelope_that_cannot_work_is_refused(declare: Any, message: str):
    with pytest.raises(DeclarationError) as caught:
        declare()
    assert message_without_place(caught) == message


# -- forms ----------------------------------------------------------------------------------


class Picture(Resource, uri="/pictures/{id}", body="form", body_item="picture", item="picture"):
    id: str
    title: str
    tags: list[str]

    class Create(Params):
        title: str
        tags: list[str] = param(name="tags[]", default=UNSET)
        size: dict[str, int] = param(style="deepObject", default=UNSET)
        pin: str = param(sensitive=True, default=UNSET)

    class Update(Params, method="PATCH", body_item="data.picture"):
        title: str

    class Upload(Params, uri="/upload", body="multipart", body_item="picture"):
        image: File
        title: str = UNSET

    class Attach(Params, uri="/attach", body="multipart"):
        image: File

    class Search(Params, method="GET", uri="/search"):
        title: str

    upload = action(Upload)
    attach = action(Attach)
    search = action(Search)


class Gallery(Client, host="api.gallery.example"):
    pictures = collection(Picture)


def test_an_envelope_of_a_form_is_in_brackets(caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG, "restmap")
    one = json_response({"picture": {"id": "1", "title": "A"}})
    served = Served(*[one] * 5)
    pictures = served.mount(Picture)
    picture = pictures.create(title="A", tags=["a", "b"], size={"x": 1}, pin="s3cret")
    picture.update(title="B")
    picture.upload(image=b"abc", title="C")
    picture.attach(image=b"abc")
    picture.search(title="D")
    create, update, upload, attach, search = served.requests
    assert form(create) == [
        ("picture[title]", "A"),
        ("picture[tags][]", "a"),
        ("picture[tags][]", "b"),
        ("picture[size][x]", "1"),
        ("picture[pin]", "s3cret"),
    ]
    assert form(update) == [("data[picture][title]", "B")]
    assert b'name="picture[image]"' in body_bytes(upload.body)
    assert b'name="picture[title]"' in body_bytes(upload.body)
    assert b'name="image"' in body_bytes(attach.body)
    assert search.url.endswith("/search?title=D")
    assert "('picture[pin]', '***')" in caplog.text
    assert "s3cret" not in caplog.text


def test_the_sandbox_reads_an_envelope_of_a_form():
    sandbox = Sandbox(Gallery)
    given: list[Any] = []

    @sandbox.override(Picture, "upload")
    def upload(call: Any) -> Any:
        given.append((call.arguments["image"].content, call.arguments["title"]))
        return call.record

    client = Gallery(auth=BearerAuth(sandbox.token), transport=sandbox)
    picture = client.pictures.create(title="A", tags=["a", "b"], size={"x": 1}, pin="1")
    assert (picture.title, picture.tags) == ("A", ["a", "b"])
    assert picture.update(title="B").title == "B"
    picture.upload(image=b"abc", title="C")
    assert given == [(b"abc", "C")]
    for field in ("title", "picture", "picture[]", "pictures[title]", "picture[title"):
        with pytest.raises(BadRequestError) as caught:
            client.request("POST", "/pictures", form={field: "A"})
        assert caught.value.message == (
            f"The field {field} of the form is not one such as picture[…]."
        )
