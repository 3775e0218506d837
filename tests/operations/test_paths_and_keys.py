"""Paths of resources: keys of any type, several keys or no key, any depth, two mounts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from resources.twilio.pages import MetaPage
from restmap import (
    Client,
    Domain,
    HandlerTransport,
    NoKey,
    Paging,
    ParameterError,
    Params,
    Request,
    Resource,
    Response,
    Version,
    collection,
    domain,
    handle,
    pascal_case,
    version,
)
from tests.support import ROOT, Served, json_response, meta_page


class Days(Resource, uri="/Exports/{kind}/Days/{day}"):
    kind: str
    day: date

    class Key(Resource.Key):
        day: date
        kind: str

    class Fetch(Params): ...


def test_a_key_of_several_parts_is_given_by_name_in_any_order():
    served = Served(json_response({"kind": "Calls", "day": "2026-11-24"}))
    days = served.mount(Days)
    assert days(day=date(2026, 11, 24), kind="Calls").fetch().day == date(2026, 11, 24)
    assert served.request.url == f"{ROOT}/Exports/Calls/Days/2026-11-24"


@pytest.mark.parametrize(
    ("positional", "named", "problem"),
    [
        ((), {}, "is missing"),
        (("Calls",), {}, "cannot be 'Calls'"),
        ((), {"day": "x"}, "cannot be day='x'"),
        ((), {"day": "x", "kind": "y", "sid": "z"}, "cannot be day='x', kind='y', sid='z'"),
        (("Calls",), {"kind": "y"}, "cannot be 'Calls', kind='y'"),
    ],
)
def test_keys_that_do_not_fit_are_refused(positional: Any, named: Any, problem: str):
    with pytest.raises(ParameterError) as caught:
        Served().mount(Days)(*positional, **named)
    assert str(caught.value) == (
        f"the key of a Days {problem}.\n  Give kind and day.\n  in Days.Key"
    )


class Number(Resource, uri="/PhoneNumbers/{phone_number}"):
    phone_number: str

    class Fetch(Params): ...


@pytest.mark.parametrize(
    ("key", "segment"),
    [
        ("+15550100", "%2B15550100"),
        ("a/b", "a%2Fb"),
        ("ü ?", "%C3%BC%20%3F"),
        (5, "5"),
        (date(2026, 1, 2), "2026-01-02"),
    ],
)
def test_an_item_is_addressed_by_whatever_its_path_ends_with(key: Any, segment: str):
    served = Served(json_response({"phone_number": "x"}))
    served.mount(Number)(key).fetch()
    assert served.request.url == f"{ROOT}/PhoneNumbers/{segment}"


class Configuration(Resource, uri="/Configuration"):
    theme: str

    class Key(NoKey): ...

    class Fetch(Params): ...

    class Update(Params):
        theme: str


def test_a_single_resource_takes_no_key():
    served = Served(json_response({"theme": "dark"}), json_response({"theme": "light"}))
    configuration = served.mount(Configuration)
    assert configuration().fetch().update(theme="light").theme == "light"
    assert served.urls == [f"{ROOT}/Configuration"] * 2
    with pytest.raises(
        ParameterError, match=r"^a Configuration has no key, found 'x'\.\n  Write \(\)\."
    ):
        configuration("x")


class Media(Resource, uri="/Accounts/{account_sid}/Messages/{message_sid}/Media/{sid}.json"):
    account_sid: str
    message_sid: str
    sid: str

    class Fetch(Params): ...


class Message(
    Resource,
    uri="/Accounts/{account_sid}/Messages/{sid}.json",
    body="form",
    parameter_names=pascal_case,
    page=MetaPage,
):
    account_sid: str
    sid: str

    class Create(Params):
        from_: str
        to: str

    class List(Paging): ...

    class Fetch(Params): ...

    media = collection(Media)


class Account(Resource, uri="/Accounts/{sid}.json", page=MetaPage):
    sid: str

    class List(Paging): ...

    class Fetch(Params): ...

    messages = collection(Message)


class V2010(Version, prefix="/2010-04-01"):
    accounts = collection(Account)
    account = handle(Account, lambda version: version.client.account_sid)


class Api(Domain, host="api.example.com"):
    v2010 = version(V2010)


class AccountClient(Client):
    api = domain(Api)

    def __init__(self, account_sid: str, **settings: Any) -> None:
        self.account_sid = account_sid
        super().__init__(**settings)


def scoped(*bodies: dict[str, Any]) -> tuple[AccountClient, list[Request]]:
    responses = [json_response(body) for body in bodies]
    transport = HandlerTransport(lambda request: responses.pop(0))
    return AccountClient("AC1", transport=transport), transport.requests


def test_a_path_with_a_suffix_lists_and_creates_without_the_key():
    client, requests = scoped({"sid": "SM1", "account_sid": "AC9"}, {"sid": "SM1"})
    messages = client.api.v2010.accounts("AC9").messages
    message = messages.create(from_="+1", to="+2")
    assert requests[0].url == "https://api.example.com/2010-04-01/Accounts/AC9/Messages.json"
    assert requests[0].body == b"From=%2B1&To=%2B2"
    message.fetch()
    assert requests[1].url == "https://api.example.com/2010-04-01/Accounts/AC9/Messages/SM1.json"


def test_the_account_is_the_clients_own_where_none_is_given():
    client, requests = scoped({"sid": "AC1"}, {"sid": "ME1", "message_sid": "SM1"})
    client.api.v2010.account.fetch()
    client.api.v2010.account.messages("SM1").media("ME1").fetch()
    assert [each.url.partition("2010-04-01")[2] for each in requests] == [
        "/Accounts/AC1.json",
        "/Accounts/AC1/Messages/SM1/Media/ME1.json",
    ]


def test_a_resource_is_mounted_in_two_places():
    class Archive(Version, prefix="/archive"):
        numbers = collection(Number)
        old_numbers = collection(Number)

    served = Served(json_response({"phone_number": "1"}), json_response({"phone_number": "1"}))
    archive = Archive(served.client.desk)
    archive.numbers("1").fetch()
    archive.old_numbers("1").fetch()
    assert served.urls == ["https://api.desk.example/archive/PhoneNumbers/1"] * 2


def test_a_list_only_resource_has_nothing_else():
    class Usage(Resource, uri="/Usage", page=MetaPage):
        category: str

        class List(Paging): ...

    served = Served(meta_page([{"category": "sms"}]))
    usage = served.mount(Usage)
    assert [each.category for each in usage.list()] == ["sms"]
    assert not hasattr(usage, "create")
    assert served.request.url == f"{ROOT}/Usage"


def test_a_fetch_only_resource_has_nothing_else():
    numbers = Served().mount(Number)
    assert not hasattr(numbers, "list")
    assert not hasattr(numbers, "create")
    assert hasattr(numbers("1"), "fetch")
    assert not hasattr(numbers("1"), "delete")


@pytest.mark.parametrize("status", [202, 204, 205])
def test_a_response_without_a_record_yet_gives_a_handle(status: int):
    served = Served(Response(status), json_response({"theme": "dark"}))
    pending = served.mount(Configuration)().update(theme="dark")
    with pytest.raises(AttributeError, match=r"was not fetched\. Call fetch\(\)"):
        _ = pending.theme
    assert pending.response.status == status
    assert pending.fetch().theme == "dark"
