"""What is read of a hostile response takes time in proportion to its length.

Not the time is tested but its growth: what is eight times as long may take far less than the 64
times that a search which begins again at each character needs.
"""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from restmap import ApiError, PagingError, Request, Response, ResponseError, snake_case
from restmap.declare.date_forms import iso8601_duration
from restmap.declare.link_header import link_relations
from restmap.declare.scalar_readers import read_datetime, read_decimal
from restmap.errors import escape_line
from restmap.messages import shown_url
from restmap.sandbox.downloads import bytes_response
from restmap.send.api_errors import api_error
from restmap.send.receiver import find_checksum
from restmap.send.retry import retry_after_seconds
from restmap.transports.urls import split_url

SHORT, LONG = 4_000, 32_000  # the libraries allow 64 KiB for a line of headers
MAX_GROWTH = 30

REFUSED = (ApiError, PagingError, ResponseError, ValueError)


def charset(text: str) -> object:
    return Response(200, {"Content-Type": f"text/plain; {text}"}, b"a").text


def error(text: str) -> object:
    body = json.dumps({"message": text, "errors": [{"detail": text}]}).encode()
    response = Response(400, {"Content-Type": "application/problem+json"}, body)
    return str(api_error(response, Request("GET", "https://a.example/"), text))


def conditions(text: str) -> object:
    headers = {"If-None-Match": text, "Range": text, "If-Range": text}
    request = Request("GET", "https://a.example/", headers)
    return bytes_response(request, b"content", "text/plain")


READERS: dict[str, tuple[Callable[[str], object], tuple[str, ...]]] = {
    # what reads, and the texts that are repeated; `…` stands for the repetition
    "Link": (
        link_relations,
        (
            "<…",
            "<a>;…",
            "<a>; …",
            "<a>, …",
            '<a>; rel="\\…',
            '<a>; a="\\\\…"',
            "<a>; rel=next, …",
            '<a>; rel="next …',
            "<a>; rel*=…",
            "<a…",
        ),
    ),
    "Content-Type": (charset, ("charset=…", 'charset="…', "charset…", "; …", "a.…")),
    "Retry-After": (
        lambda text: retry_after_seconds(text, datetime(2030, 1, 1, tzinfo=UTC)),
        ("1…", " …", "Mon, …", "(…", ".…", "-…", "1 Jan …", "+0 …"),
    ),
    "Digest": (
        lambda text: find_checksum({"Repr-Digest": text, "Content-MD5": text}, is_part=False),
        (", …", " …", "sha-256=:…", "sha-256=…", "sha-512=:a:,…"),
    ),
    "conditions, in the sandbox": (conditions, (" …", ", …", "bytes=1…", "bytes=…")),
    "a URL": (shown_url, ("http://…", "@…", "http://a@…", "/…", "?…", "http://a?@…")),
    "a Location": (split_url, ("http://…", "http://a@…", "http://a:…", "http://a/…", "http:/…")),
    "a message": (error, ("\x1b…", "\n…", "a …", "\ud800…")),
    "a line of a log": (escape_line, ("\x1b…", "\r\n…", "a…")),
    "a key": (snake_case, ("A…", "aB…", "_…", "a_…", " …", "9a…", "AB1…")),
    "a date": (read_datetime, ("1…", "Mon, …", " …", "(…", "2030-01-01T00:00:00.1…", "+…")),
    "a number": (read_decimal, ("1…", "1.…", "1e…", ".…", "-…")),
    "a duration": (iso8601_duration.load, ("P1…", "PT1…", "P…", "PT1.1…")),
}
CASES = [(name, text) for name, (_, texts) in READERS.items() for text in texts]


def seconds(read: Callable[[str], object], text: str) -> float:
    """The least processor time of several runs."""
    found = []
    for _ in range(3):
        start = time.thread_time()
        with contextlib.suppress(REFUSED):
            read(text)
        found.append(time.thread_time() - start)
    return min(found)


def repeated(text: str, count: int) -> str:
    """A text whose last part before `…` is repeated, to a length of `count` characters or so."""
    before, _, after = text.partition("…")
    start = before.rfind(" ", 0, len(before) - 1) + 1 if " " in before[:-1] else 0
    unit = before[start:] or before
    return before + unit * (count // len(unit)) + before[-1:] * count + after


@pytest.mark.parametrize(("name", "text"), CASES)
def test_time_grows_with_the_length(name: str, text: str) -> None:
    read: Any = READERS[name][0]
    read_short = max(seconds(read, repeated(text, SHORT)), 2e-5)
    assert seconds(read, repeated(text, LONG)) / read_short < MAX_GROWTH
