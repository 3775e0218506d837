"""The credentials that a client declares, in a sandbox, and the lines that say how to use it."""

from __future__ import annotations

import json
import re
import subprocess
from typing import Any

import pytest

from restmap import (
    ApiKeyScheme,
    BasicScheme,
    BearerScheme,
    Client,
    ClientCredentialsScheme,
    Domain,
    NumberPage,
    Paging,
    Params,
    Request,
    Resource,
    Version,
    all_of,
    collection,
    domain,
    one_of,
    version,
)
from restmap.sandbox import Sandbox


class Note(Resource, uri="/notes/{id}", page=NumberPage("notes")):
    id: int
    text: str

    class Create(Params):
        text: str

    class List(Paging): ...

    class Fetch(Params): ...


class Unlisted(Resource, uri="/things/{id}"):
    id: int

    class Fetch(Params): ...


class Open(Client, host="open.example"):
    things = collection(Unlisted)
    notes = collection(Note)


class Bearer(Client, host="bearer.example", prefix="/v1", security=BearerScheme()):
    notes = collection(Note)


class Basic(Client, host="basic.example", security=BasicScheme()):
    notes = collection(Note)


class Header(Client, host="header.example", security=ApiKeyScheme("X-Key")):
    notes = collection(Note)


class Query(Client, host="query.example", security=ApiKeyScheme("key", "query")):
    notes = collection(Note)


class Cookie(Client, host="cookie.example", security=ApiKeyScheme("session", "cookie")):
    notes = collection(Note)


class Both(
    Client,
    host="both.example",
    security=all_of(
        ApiKeyScheme("X-Id", api_key="id_"), ApiKeyScheme("X-Secret", api_key="secret")
    ),
):
    notes = collection(Note)


class Several(
    Client,
    host="several.example",
    security=one_of(ClientCredentialsScheme("https://several.example/token"), BearerScheme()),
):
    notes = collection(Note)


class Notes(Version, prefix="/v1"):
    notes = collection(Note)


class First(Domain, host="first.example"):
    v1 = version(Notes)


class Second(Domain, host="second.example"):
    v1 = version(Notes)


class TwoHosts(Client, security=BearerScheme("access_token")):
    first = domain(First)
    second = domain(Second)


class WithToken(Client, host="token.example", security=BearerScheme()):
    notes = collection(Note)

    def __init__(self, *, token: str | None = None, **settings: Any) -> None:
        super().__init__(credentials={"token": token}, **settings)


CLIENTS = [WithToken, Open, Bearer, Basic, Header, Query, Cookie, Both, Several, TwoHosts]


@pytest.mark.parametrize("declared", CLIENTS, ids=lambda each: each.__name__)
def test_the_printed_lines_work(declared: type[Client]) -> None:
    with Sandbox(declared) as sandbox:
        *lines, curl = [line.strip() for line in sandbox.usage().splitlines() if line]
        namespace: dict[str, Any] = {}
        exec("\n".join(lines), namespace)
        client = namespace["client"]
        with client:
            notes = client.first.v1.notes if declared is TwoHosts else client.notes
            created = notes.create(text="Hello")
            assert [each.text for each in notes] == ["Hello"]
            assert created.fetch() == created
        printed = subprocess.run(curl.split(), capture_output=True, check=True).stdout
        assert [each["text"] for each in json.loads(printed)["notes"]] == ["Hello"]


def test_what_is_printed() -> None:
    with Sandbox(TwoHosts, account="me", token="secret") as sandbox:
        assert sandbox.usage() == (
            "  from tests.sandbox.test_credentials import TwoHosts\n"
            '  client = TwoHosts(credentials={"access_token": "secret"}, '
            f'base_url="{sandbox.url}/{{host}}")\n'
            "\n"
            f"  curl --user me:secret {sandbox.url}/first.example/v1/notes"
        )

    with Sandbox(WithToken, account="me", token="secret") as sandbox:
        assert f'client = WithToken(token="secret", base_url="{sandbox.url}")' in sandbox.usage()


@pytest.mark.parametrize(
    ("declared", "headers", "query", "status"),
    [
        (Header, {"X-Key": "secret"}, "", 200),
        (Header, {"x-key": "secret"}, "", 200),
        (Header, {"X-Key": "wrong"}, "", 401),
        (Header, {}, "", 401),
        (Bearer, {"Authorization": "Bearer secret"}, "", 200),
        (Bearer, {"Authorization": "bearer wrong"}, "", 401),
        (Query, {}, "?key=secret", 200),
        (Query, {}, "?key=secret&page=1", 200),
        (Query, {}, "?key=wrong", 401),
        (Header, {"X-Key": "secret"}, "?key=secret", 400),  # not a parameter of that API
        (Cookie, {"Cookie": "a=b; session=secret"}, "", 200),
        (Cookie, {"Cookie": "session=wrong"}, "", 401),
        (Both, {"X-Id": "secret", "X-Secret": "secret"}, "", 200),
        (Both, {"X-Secret": "secret"}, "", 401),
    ],
)
def test_credentials_are_where_the_api_takes_them(
    declared: type[Client], headers: dict[str, str], query: str, status: int
) -> None:
    sandbox = Sandbox(declared, account="me", token="secret")
    prefix = declared.prefix if declared.prefix else ""
    url = f"https://{declared.host}{prefix}/notes{query}"
    assert sandbox.handle(Request("GET", url, headers)).status == status


def test_an_api_that_can_be_used_without_credentials() -> None:
    class Free(Client, host="free.example", security=one_of(BearerScheme(), optional=True)):
        notes = collection(Note)

    assert Sandbox(Free).handle(Request("GET", "https://free.example/notes", {})).status == 200


def test_the_account_is_in_no_path_of_curl() -> None:
    class Things(Client, host="things.example"):
        things = collection(Unlisted)

    with Sandbox(Things, account="me", token="secret") as sandbox:
        assert re.search(r"curl --user me:secret http://\S+:\d+/…$", sandbox.usage())
