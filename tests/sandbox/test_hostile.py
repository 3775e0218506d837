"""What a client sends is answered, and never with a 500."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given, settings, strategies as st

from restmap import (
    UNSET,
    BearerAuth,
    Client,
    ConfigurationError,
    File,
    Model,
    NumberPage,
    Paging,
    ParameterError,
    Params,
    Request,
    Resource,
    Response,
    TokenPage,
    as_written,
    collection,
    comma_separated,
    json_object,
    list_of,
    param,
)
from restmap.sandbox import Sandbox

FORM = "application/x-www-form-urlencoded"
JSON = "application/json"


class Part(Model):
    name: str
    weight: Decimal | None = None
    made_at: datetime | None = None


class Label(Resource, uri="/forms/{thing_id}/labels/{id}", body="json"):
    thing_id: str
    id: int
    text: str
    at: datetime | None

    class Create(Params):
        text: str
        at: datetime = UNSET
        id: int = UNSET


class JsonLabel(Label, uri="/jsons/{thing_id}/labels/{id}"): ...


class NewThing(Params):
    id: str = UNSET
    count: int = UNSET
    price: Decimal = UNSET
    moment: datetime = UNSET
    day: date = UNSET
    names: list[str] = UNSET
    part: Part = UNSET


class ThingResource(Resource, parameter_names=as_written):
    id: str
    count: int | None
    price: Decimal | None
    moment: datetime | None
    day: date | None
    names: list[str] | None
    extra: Any
    part: Part | None
    url: str


TOKENS = TokenPage("data", token="next", parameter="token")


class Thing(ThingResource, uri="/forms/{id}", page=TOKENS, body="form"):
    class Create(NewThing):
        extra: dict[str, Any] = param(json_object, default=UNSET)
        labels: list[dict[str, Any]] = param(list_of(json_object), default=UNSET)

    class List(Paging):
        count: int = UNSET
        price: Decimal = UNSET
        moment: datetime = UNSET
        names: list[str] = param(comma_separated(), default=UNSET)
        deep: dict[str, Any] = param(style="deepObject", default=UNSET)

    class Update(Params):
        price: Decimal = UNSET
        moment: datetime = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...

    labels = collection(Label)


class JsonThing(ThingResource, uri="/jsons/{id}", page=NumberPage("data"), body="json"):
    class Create(NewThing):
        extra: Any = UNSET
        labels: list[dict[str, Any]] = UNSET

    class List(Paging):
        count: int = UNSET

    class Fetch(Params): ...

    labels = collection(JsonLabel)


class Upload(Resource, uri="/uploads/{id}"):
    id: str
    content: Any

    class Create(Params, body="multipart"):
        content: File = UNSET
        title: str = UNSET


class Hook(Resource, uri="/hooks/{id}", body="json"):
    id: str
    url: str
    owner: str

    class Create(Params):
        url: str = UNSET

    class Fetch(Params): ...

    class Update(Params):
        url: str = UNSET


class Things(Client, host="things.example", prefix="/v1"):
    forms = collection(Thing)
    jsons = collection(JsonThing)
    uploads = collection(Upload)
    hooks = collection(Hook)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    sandbox = Sandbox(Things, account="u", token="t")
    yield sandbox
    sandbox.stop()


def respond(
    sandbox: Sandbox, method: str, target: str, body: bytes | None = None, content_type: str = ""
) -> Response:
    headers = {"Authorization": "Bearer t", "Content-Type": content_type}
    response = sandbox.handle(Request(method, f"http://localhost/v1{target}", headers, body))
    if response.body:
        json.loads(response.body, parse_constant=pytest.fail)
    return response


def detail(response: Response) -> str:
    assert response.status == 400
    return str(response.json()["detail"])


TOO_MANY = "expected a number of at most 4,300 digits"


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("price", "1e-999999999", f'"1E-999999999" for the parameter price: {TOO_MANY}'),
        ("price", "0e-99999999", f'"0E-99999999" for the parameter price: {TOO_MANY}'),
        ("moment", "9999-12-31T23:59:59-23:59",
         '"9999-12-31 23:59:59-23:59" for the parameter moment: date value out of range'),
        ("moment", "0001-01-01T00:00:00+23:59",
         '"0001-01-01 00:00:00+23:59" for the parameter moment: date value out of range'),
        ("id", "..", "\"..\" for the parameter id: '..' would address another resource"),
        ("id", "", "\"\" for the parameter id: '' would address another resource"),
    ],
)  # fmt: skip
def test_values_that_a_record_cannot_have(
    sandbox: Sandbox, name: str, value: str, problem: str
) -> None:
    form = f"{name}={quote(value)}".encode()
    by_form = respond(sandbox, "POST", "/forms", form, FORM)
    by_json = respond(sandbox, "POST", "/jsons", json.dumps({name: value}).encode(), JSON)
    assert detail(by_form) == detail(by_json) == f"Invalid value {problem}."


def test_values_that_a_record_within_another_cannot_have(sandbox: Sandbox) -> None:
    labels = [{"text": "a"}, {"text": "b", "at": "0001-01-01T00:00:00+23:59"}]
    body = json.dumps({"id": "whole", "labels": labels}).encode()
    assert detail(respond(sandbox, "POST", "/jsons", body, JSON)) == (
        'Invalid value "0001-01-01 00:00:00+23:59" for the parameter at: date value out of range.'
    )
    assert respond(sandbox, "GET", "/jsons/whole").status == 404


@pytest.mark.parametrize("segment", [".", "..", "%2e", "%2E%2e"])
@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_a_path_with_dots_is_not_found(sandbox: Sandbox, method: str, segment: str) -> None:
    response = respond(sandbox, method, f"/forms/{segment}")
    assert response.status == 404
    assert response.json()["detail"] == (
        f"The requested resource /v1/forms/{segment} was not found."
    )


def test_in_process_a_request_is_refused_that_http_cannot_send(sandbox: Sandbox) -> None:
    request = Request("GET", "http://localhost/v1/forms", {"X-Key": "\udcff"})
    with pytest.raises(ParameterError, match=r"^the header 'X-Key' cannot be sent\."):
        sandbox.send(request)


@pytest.mark.parametrize("url", ["https://mine.example/hook", ""])
def test_a_value_that_was_given_is_not_overwritten(sandbox: Sandbox, url: str) -> None:
    client = Things(transport=sandbox, auth=BearerAuth("t"))
    assert client.hooks.create(url=url).url == url
    hook = client.hooks.create()
    assert hook.url == f"https://things.example/v1/hooks/{hook.id}"
    assert hook.update(url=url).url == url
    assert hook.fetch().url == url


def test_a_value_that_was_added_is_not_overwritten(sandbox: Sandbox) -> None:
    # No operation of a Thing has a parameter `url`.
    assert sandbox.add(Thing, url="https://mine.example")["url"] == "https://mine.example"
    with pytest.raises(ConfigurationError, match="date value out of range"):
        sandbox.add(Thing, moment=datetime.fromisoformat("0001-01-01T00:00:00+23:59"))


# -- anything ---------------------------------------------------------------------------------

ODD_TEXTS = [
    "", ".", "..", "/", "\0", "\n", "é", "0", "-1", "+1", "1_0", "٣", "9" * 20, "9" * 5000, "1e999",
    "1e-99999999", "NaN", "sNaN", "Infinity", "true", "null", "[]", "{}", "[[]]", "[" * 5000,
    '{"a":NaN}', '"\\ud800"', '{"name":1}', '[{"name":"a"}]', '{"text":"a"}', '{"text":[],"id":{}}',
    "2026-02-30", "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "PA1", "PB1",
    "PA" + "9" * 18, "1,2,,3",
]  # fmt: skip
NAMES = [
    "id", "count", "price", "moment", "day", "names", "extra", "part", "labels", "token", "page",
    "per_page", "PageSize", "deep[a]", "deep[a][b]", "deep[", "deep[0]", "content", "title", "url",
    "",
]  # fmt: skip
texts = st.sampled_from(ODD_TEXTS) | st.text(max_size=5)
quoted = texts.map(lambda text: quote(text, safe="")) | st.sampled_from(["%ED%A0%80", "%FF", "%"])
pairs = st.tuples(st.sampled_from(NAMES), quoted).map("=".join)
forms = st.lists(pairs, max_size=3).map("&".join)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts, inner, max_size=2),
    max_leaves=4,
)
objects = st.dictionaries(st.sampled_from(NAMES), values, max_size=3)
PART_HEADERS = [
    'form-data; name="content"; filename="a.txt"', 'form-data; name="content"; filename=""',
    "form-data; name=title", "form-data", "", ";;;", 'form-data; name="',
    "form-data; name*=utf-8''%ff", 'form-data; name="content"; filename="\udcff\0/../a"',
    "form-data; name==?utf-8?b?w?=",
    "(", '"',
]  # fmt: skip
parts = st.tuples(
    st.sampled_from(PART_HEADERS),
    st.sampled_from(["", "text/plain", 'a/b; c="', "multipart/mixed; boundary=b", ";", "é"]),
    st.sampled_from(["", "base64", "quoted-printable", "x-uuencode", "none"]),
    st.sampled_from(["", "a", "=FF=zz", "!!!", "--b", "\xff"]),
).map(
    lambda part: (
        "--b\r\nContent-Disposition: {}\r\nContent-Type: {}\r\n"
        "Content-Transfer-Encoding: {}\r\n\r\n{}\r\n".format(*part)
    )
)
bodies = st.one_of(
    forms.map(lambda text: (text.encode(), FORM)),
    objects.map(lambda value: (json.dumps(value).encode(), JSON)),
    st.sampled_from([b"", b"[" * 100_000, b'{"extra":' * 99 + b"1" + b"}" * 99, b"\xff"]).map(
        lambda body: (body, JSON)
    ),
    st.lists(parts, max_size=2).map(
        lambda each: (
            ("".join(each) + "--b--\r\n").encode("latin-1", "replace"),
            "multipart/form-data; boundary=b",
        )
    ),
    st.tuples(st.binary(max_size=5), st.sampled_from(["", ";", "multipart/form-data", "é/é"])),
)


@given(
    method=st.sampled_from(["GET", "POST", "POST", "POST", "DELETE", "PUT"]),
    path=st.sampled_from(["/forms", "/jsons", "/uploads", "/hooks"]),
    key=st.none() | quoted,
    query=forms,
    body=bodies,
)
@settings(max_examples=300, deadline=None)
def test_no_request_has_a_500(
    sandbox: Sandbox, method: str, path: str, key: str | None, query: str, body: tuple[bytes, str]
) -> None:
    path = path if key is None else f"{path}/{key}"
    target = f"{path}?{query}" if query else path
    response = respond(sandbox, method, target, *(body if method != "GET" else (None, "")))
    assert response.status < 500
