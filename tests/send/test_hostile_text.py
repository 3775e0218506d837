"""Text from outside: it is checked before it becomes bytes, and escaped where it is shown."""

from __future__ import annotations

import json
import logging
import re
import warnings
from typing import Any
from urllib.parse import unquote

import pytest

from restmap import (
    BadRequestError,
    Client,
    HandlerTransport,
    LinkPage,
    Paging,
    PagingError,
    ParameterError,
    Params,
    Resource,
    Response,
    collection,
)
from tests.support import json_response

CONTROLS = "\x1b[2J\x85\x0b\x0c\u2028\x00"
FAKE = "\r\nFAKE"


class Thing(Resource, uri="/things/{id}", page=LinkPage("data", next_link="next")):
    id: str
    count: int | None

    class Create(Params):
        name: str

    class Fetch(Params): ...

    class List(Paging): ...


class Desk(Client, host="api.desk.example", prefix="/v1"):
    things = collection(Thing)


def desk_of(*responses: Response) -> tuple[Desk, HandlerTransport]:
    left = iter(responses)
    transport = HandlerTransport(lambda _: next(left))
    return Desk(transport=transport, retries=1), transport


def assert_harmless(text: str) -> None:
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\ud800-\udfff]", text), ascii(text)
    assert "\nFAKE" not in text, ascii(text)
    text.encode()


LINKS = [
    f"/v1/things{CONTROLS}",
    f"?after={CONTROLS}",
    f"https://api.desk.example/v1/things/{CONTROLS}{FAKE}",
    "/v1/things?after=a b",
]


@pytest.mark.parametrize("link", LINKS)
def test_a_link_is_percent_encoded_before_it_is_followed_or_logged(
    link: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "restmap")
    page = json_response({"data": [{"id": "1"}], "next": link})
    last = json_response({"data": [], "next": None})
    desk, transport = desk_of(page, last, last)
    assert [thing.id for thing in desk.things.list()] == ["1"]
    desk.things.get_page(link)
    for request in transport.requests[1:]:
        assert request.url.isascii()
        assert request.url.isprintable()
        assert " " not in request.url
        assert unquote(request.url).endswith(link)
    assert_harmless("\n".join(caplog.messages))


@pytest.mark.parametrize(
    "link", ["/v1/things?a=\ud800", "\udcff", "https://api.desk.example/\ud800"]
)
def test_a_link_with_half_a_surrogate_pair(link: str) -> None:
    desk, transport = desk_of(json_response({"data": [{"id": "1"}], "next": link}))
    with pytest.raises(PagingError, match=r"is not a URL: .* surrogates not allowed") as caught:
        desk.things.list()
    with pytest.raises(PagingError):
        desk.things.get_page(link)
    assert_harmless(str(caught.value))
    assert len(transport.requests) == 1


def test_a_location_is_percent_encoded(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "restmap")
    redirect = Response(302, {"Location": "/v1/caf\xe9\x1b[2J"})
    desk, transport = desk_of(redirect, json_response({"id": "1"}))
    desk.things("1").fetch()
    assert transport.requests[1].url == "https://api.desk.example/v1/caf%E9%1B[2J"
    assert_harmless("\n".join(caplog.messages))


SAID: dict[str, Any] = {
    "message": f"m{CONTROLS}{FAKE}\ud800",
    "code": f"c{CONTROLS}{FAKE}",
    "more_info": f"https://a.example/{CONTROLS}{FAKE}",
    "errors": {f"name{CONTROLS}{FAKE}": [f"is odd{CONTROLS}\udcff"]},
}


def test_what_a_server_says_is_escaped_in_messages_and_logs(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG, "restmap")
    response = json_response(SAID, 400)
    headers = {**response.headers, "X-Request-Id": f"id{CONTROLS}{FAKE}"}
    desk, _ = desk_of(Response(400, headers, response.body))
    with pytest.raises(BadRequestError) as caught:
        desk.things("1").fetch()
    assert caught.value.message.startswith(f"m{CONTROLS}{FAKE}\ud800")
    assert_harmless(str(caught.value))
    assert_harmless("\n".join(caplog.messages))


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ({"content": "\ud800"}, "content= cannot be sent: 'utf-8' codec"),
        ({"json": "\ud800", "headers": {"A": "\ud800"}}, "the header 'A' cannot be sent."),
        ({"form": {"a": "\ud800"}}, "the form parameter 'a' cannot be of type str: 'utf-8' codec"),
        ({"form": 5}, "form= cannot be of type int."),
        ({"query": ["a"]}, "query= cannot be of type list."),
        ({"headers": "a"}, "headers= cannot be of type str."),
    ],
)
def test_a_request_of_ones_own(arguments: dict[str, Any], problem: str) -> None:
    desk, transport = desk_of()
    with pytest.raises(ParameterError) as caught:
        desk.request("POST", "/things", **arguments)
    assert str(caught.value).startswith(problem)
    assert transport.requests == []


def test_a_url_of_ones_own_with_half_a_surrogate_pair() -> None:
    desk, transport = desk_of()
    with pytest.raises(ParameterError) as caught:
        desk.request("GET", "/things/\ud800")
    assert str(caught.value).startswith("the URL cannot be sent: 'utf-8' codec")
    assert_harmless(str(caught.value))
    assert transport.requests == []


class Unshowable:
    def __repr__(self) -> str:
        raise RuntimeError


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Unshowable(), "a value of type Unshowable"),
        (10**5000, "a value of type int"),
        (["a" * 1000], "['" + "a" * 198 + "…"),
    ],
    ids=["own class", "many digits", "long"],
)
def test_a_value_that_cannot_be_shown(value: Any, shown: str) -> None:
    desk, transport = desk_of()
    for call in (
        lambda: desk.things.create(name=value),
        lambda: desk.things.list(page_token=value),
    ):
        with pytest.raises(ParameterError, match=re.escape(f" cannot be {shown}: expected text.")):
            call()
    assert transport.requests == []


@pytest.mark.parametrize("drift", ["ignore", "warn"])
def test_names_that_a_server_makes_up_are_escaped_and_of_limited_length(
    drift: Any, caplog: pytest.LogCaptureFixture, recwarn: pytest.WarningsRecorder
) -> None:
    caplog.set_level(logging.DEBUG, "restmap.drift")
    name = f"made_up_{drift}{CONTROLS}{FAKE}" + "x" * 100_000
    transport = HandlerTransport(lambda _: json_response({"id": "1", name: 1, "count": CONTROLS}))
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        thing = Desk(transport=transport, drift=drift).things("1").fetch()
    said = [*caplog.messages, *(str(each.message) for each in recwarn)]
    assert len(said) == 2
    for each in said:
        assert_harmless(each)
        assert len(each) < 1000
    assert name in json.loads(thing.to_json())
    assert all(name not in keys for keys in Thing._shapes)
