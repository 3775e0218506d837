"""Which recorded call a request is, and what the nearest one differs in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from restmap import HandlerTransport, RecordingError, Request, Response
from restmap.testing import RecordingTransport

from .desk import ORIGIN

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
JSON = {"Content-Type": "application/json"}
AGAIN = "Record it again: mode='all', or in pytest --restmap-record=all."


def in_form(text: str, url: str = f"{ORIGIN}/things") -> Request:
    return Request("POST", url, FORM, text.encode())


def in_json(value: Any) -> Request:
    return Request("POST", f"{ORIGIN}/things", JSON, json.dumps(value, indent=1).encode())


def in_parts(*parts: str, boundary: str = "b") -> Request:
    headers = {"Content-Type": f"multipart/form-data; boundary={boundary}"}
    lines = [f"--{boundary}\r\nContent-Disposition: form-data; {part}\r\n" for part in parts]
    return Request(
        "POST", f"{ORIGIN}/things", headers, "".join([*lines, f"--{boundary}--"]).encode()
    )


def post(body: bytes, headers: Mapping[str, str] | None = None) -> Request:
    return Request("POST", f"{ORIGIN}/things", headers or {}, body)


def get(target: str, origin: str = ORIGIN, **headers: str) -> Request:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Request("GET", origin + target, named)


def recorded(path: Path, *requests: Request, **settings: Any) -> RecordingTransport:
    """A transport that replays these requests."""
    transport = RecordingTransport(path, HandlerTransport(lambda _: Response(200)), **settings)
    for each in requests:
        transport.send(each)
    return RecordingTransport(path, **settings)


@pytest.mark.parametrize(
    ("before", "sent"),
    [
        (get("/a?x=1&y=2"), get("/a?y=2&x=1")),
        (get("/a%20b"), get("/a b")),
        (get("/a?x=%31"), get("/a?x=1")),
        (get("/a", Accept="text/plain", User_Agent="a"), get("/a", accept="text/plain", X_Id="7")),
        (in_form("a=1&b=2&b=3"), in_form("b=2&a=1&b=3")),
        (in_json({"a": 1, "b": [1.0]}), in_json({"b": [1], "a": 1})),
        (in_parts('name="a"\r\n\r\nx'), in_parts('name="a"\r\n\r\nx', boundary="c")),
        (post(b"\xff"), post(b"\xff")),
    ],
)
def test_the_same_request_in_other_words(before: Request, sent: Request, tmp_path: Path) -> None:
    assert recorded(tmp_path / "calls.json", before).send(sent).status == 200


@pytest.mark.parametrize(
    ("before", "sent", "differences"),
    [
        (get("/a"), Request("PUT", f"{ORIGIN}/a"), "the method is 'PUT', and was 'GET'"),
        (get("/a/1"), get("/a/2"), "the path is '/a/2', and was '/a/1'"),
        (get("/a"), get("/a", "http://b.c"), "the origin is 'http://b.c', and was '{}'"),
        (get("/a?x=1"), get("/a?x=2"), "the query parameter 'x' is '2', and was '1'"),
        (get("/a"), get("/a", Range="bytes=1-"), "the header 'Range' was not sent"),
        (get("/a", If_Match="1"), get("/a", If_Match="2"), "the header 'If-Match' is '2'"),
        (in_form("a=1"), in_form("a=1&a=2"), "the parameter 'a' is ['1', '2'], and was '1'"),
        (in_form("a=1"), in_form("b=1"), "the parameter 'a' is missing; the parameter 'b'"),
        (in_form("token=1&b=2"), in_form("token=2&b=3"), "the parameter 'b' is '3', and was '2'"),
        (in_json({"a": {"b": [1]}}), in_json({"a": {"b": [2]}}), "the member 'a.b' is [2]"),
        (in_json({"a": True}), in_json({"a": 1}), "the member 'a' is 1, and was True"),
        (in_json({"a": 1}), in_json([1]), "the request body is [1], and was {{'a': 1}}"),
        (in_json({"a": 1}), in_form("a=1"), "the header 'Content-Type' is 'application/x-www-form-"
         "urlencoded', and was 'application/json' when it was recorded; the request body is form, "
         "and was json"),
        (in_json({}), post(b"", JSON), "the request body is none, and was json"),
        (post(b"a"), post(b"b"), "the request body is 'b', and was 'a'"),
        (in_parts('name="a"\r\n\r\nx'), in_parts('name="a"\r\n\r\ny'), "the field 'a' is"),
    ],
)  # fmt: skip
def test_a_request_that_differs(
    before: Request, sent: Request, differences: str, tmp_path: Path
) -> None:
    with pytest.raises(RecordingError) as caught:
        recorded(tmp_path / "calls.json", before).send(sent)
    first, second, third = str(caught.value).splitlines()
    assert first.endswith("calls.json' does not have this request.")
    shown = f"{before.method} {before.url.partition('?')[0]}"
    assert f"  The nearest is its call 1, {shown}: {differences.format(ORIGIN)}" in second
    assert second.endswith(f" when it was recorded. {AGAIN}")
    assert third == f"  in {sent.method} {sent.url.partition('?')[0]}"


def test_the_nearest_is_shown(tmp_path: Path) -> None:
    requests = [get("/people/1"), in_form("a=1&b=2"), in_form("a=5"), get("/things")]
    with pytest.raises(RecordingError) as caught:
        recorded(tmp_path / "calls.json", *requests).send(in_form("a=1&b=3"))
    assert "its call 2, POST https://api.desk.example/things: the parameter 'b' is '3'" in str(
        caught.value
    )


def test_of_many_differences_some_are_shown(tmp_path: Path) -> None:
    names = "abcdefgh"
    with pytest.raises(RecordingError) as caught:
        recorded(tmp_path / "calls.json", in_form("z=1")).send(
            in_form("z=1&" + "&".join(f"{name}=1" for name in names))
        )
    assert str(caught.value).count("was not sent") == 5
    assert "; and 3 more. Record it again" in str(caught.value)


def test_an_empty_recording(tmp_path: Path) -> None:
    path = tmp_path / "calls.json"
    path.write_text('{"version": 1, "calls": []}')
    with pytest.raises(RecordingError, match=r"calls.json' has no requests.\n  Record it again"):
        RecordingTransport(path).send(get("/a"))


def test_the_values_of_sensitive_and_chosen_names_may_differ(tmp_path: Path) -> None:
    requests = [in_form("password=one&b=1", f"{ORIGIN}/x?to=a"), in_json({"to": {"name": 1}})]
    replaying = recorded(tmp_path / "calls.json", *requests, replace=["to"])
    replaying.send(in_form("password=two&b=1", f"{ORIGIN}/x?to=b"))
    replaying.send(in_json({"to": {"name": 2}}))
    with pytest.raises(RecordingError) as caught:
        replaying.send(in_json({}))
    assert "the member 'to' is missing" in str(caught.value)
