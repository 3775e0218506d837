"""The page `docs/migrating.md`: expressions of twilio-python, evaluated with both libraries.

    make migrating-table

writes it; a conformance test compares it with what its own run gives.
"""

from __future__ import annotations

import asyncio
import json
import warnings
from base64 import b64encode
from collections.abc import Callable, Coroutine, Iterator, Mapping
from datetime import UTC, date, datetime
from functools import partial
from importlib.metadata import version
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import twilio.rest
from attrs import frozen
from twilio.base import values as their_values
from twilio.base.exceptions import TwilioRestException
from twilio.http import HttpClient
from twilio.http.response import Response as TheirResponse
from twilio.twiml.voice_response import VoiceResponse

from resources.twilio import Client, values
from restmap import ApiError, HandlerTransport, Request, Response, RestmapError

from .expressions import SECTIONS, Expression
from .openapi import HERE
from .outcomes import ACCOUNT, TOKEN

PAGE = HERE.parents[1] / "docs/migrating.md"
BEGIN, END = "<!-- written by make migrating-table -->\n", "<!-- until here -->\n"

RECORD = {
    "sid": "SM1",
    "account_sid": ACCOUNT,
    "body": "Hello",
    "status": "sent",
    "num_segments": "1",
    "price": "-0.00750",
    "date_created": "Fri, 14 Oct 2016 21:56:34 +0000",
}
"""A message; other resources read what they have of it."""

ERROR = {"code": 21211, "message": "Invalid To", "more_info": "https://a.example", "status": 400}


@frozen
class Sent:
    """A request, as an API reads it: the order of parameters does not count."""

    method: str
    address: str
    query: tuple[tuple[str, str], ...]
    body: Any
    authorization: str | None


@frozen
class Result:
    """What an expression came to: its requests, and its value or its error as text."""

    sent: tuple[Sent, ...]
    value: Any = None
    error: str | None = None

    @property
    def is_known(self) -> bool:
        """Whether the expression has a value."""
        return self.error is None


def body_of(expression: Expression) -> bytes:
    """The body of each response to an expression."""
    if expression.status == 204:
        return b""
    if expression.status >= 400:
        return json.dumps(ERROR).encode()
    if expression.records is None:
        return json.dumps(RECORD).encode()
    return json.dumps({expression.records: [RECORD], "next_page_uri": None}).encode()


class RecordingClient(HttpClient):
    """An HTTP client of twilio-python that sends nothing; `sent` has the requests."""

    def __init__(self, expression: Expression) -> None:
        super().__init__(None, True, None)  # type: ignore[arg-type]
        self.sent: list[Sent] = []
        self._response = TheirResponse(expression.status, body_of(expression).decode())

    def request(
        self,
        method: str,
        uri: str,
        params: Mapping[str, object] | None = None,
        data: Any = None,
        headers: Mapping[str, str] | None = None,
        auth: tuple[str, str] | None = None,
        timeout: float | None = None,
        allow_redirects: bool = False,
    ) -> TheirResponse:
        """Remember the request."""
        address, query = _address_and_query(uri)
        token = b64encode(":".join(auth).encode()).decode() if auth else None
        is_json = "json" in (headers or {}).get("Content-Type", "")
        body = data if is_json else _pairs(data or {})
        self.sent.append(
            Sent(
                method.upper(),
                address,
                tuple(sorted([*query, *_pairs(params or {})])),
                body or (),
                f"Basic {token}" if token else None,
            )
        )
        return self._response


class AwaitableRecordingClient(RecordingClient):
    """The same for awaited calls."""

    is_async = True

    def request(self, *arguments: Any, **named: Any) -> Any:
        """Remember the request."""
        response = super().request(*arguments, **named)

        async def respond() -> TheirResponse:
            return response

        return respond()


def _pairs(parameters: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    """A form or a query as `requests` writes it: a list is a repeated key, None is left out."""
    pairs = [
        (name, str(each))
        for name, value in parameters.items()
        if value is not None
        for each in (value if isinstance(value, list | tuple) else [value])
    ]
    return tuple(sorted(pairs))


def _address_and_query(url: str) -> tuple[str, list[tuple[str, str]]]:
    parts = urlsplit(url)
    query = parse_qsl(parts.query, keep_blank_values=True)
    return f"{parts.scheme}://{parts.netloc}{parts.path}", query


def sent_by_restmap(request: Request) -> Sent:
    """A request of restmap in the form of twilio-python's."""
    address, query = _address_and_query(request.url)
    headers = {name.lower(): value for name, value in request.headers.items()}
    content = request.body if isinstance(request.body, bytes) else b""
    is_json = "json" in headers.get("content-type", "")
    body = json.loads(content) if is_json else _form(content.decode())
    return Sent(
        request.method, address, tuple(sorted(query)), body or (), headers.get("authorization")
    )


def _form(text: str) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(parse_qsl(text, keep_blank_values=True)))


def caught(kind: type[Exception], call: Callable[[], object]) -> Exception:
    """The error that a call raises."""
    try:
        call()
    except kind as error:
        return error
    raise AssertionError(f"no {kind.__name__} was raised")


def run(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """Await in an event loop of its own."""
    return asyncio.run(coroutine)


COMMON = {
    "datetime": datetime,
    "date": date,
    "UTC": UTC,
    "VoiceResponse": VoiceResponse,
    "caught": caught,
    "run": run,
}


def by_twilio_python(expression: Expression) -> Result:
    """What an expression comes to with twilio-python."""
    is_awaited = "_async(" in expression.theirs
    recorder = (AwaitableRecordingClient if is_awaited else RecordingClient)(expression)
    make = partial(twilio.rest.Client, http_client=recorder)
    names = {"Client": make, "values": their_values, "Error": TwilioRestException}
    value, error = _evaluate(expression.theirs, names, make)
    return Result(tuple(recorder.sent), value, error)


def by_restmap(code: str, expression: Expression) -> Result:
    """What code comes to with restmap."""
    content = body_of(expression)
    headers = {"Content-Type": "application/json"}
    transport: Any = HandlerTransport(lambda request: Response(expression.status, headers, content))
    requests = transport.requests
    if "_async(" in code:
        blocking = transport

        class Awaited:
            """The same transport for awaited calls."""

            async def send(self, request: Request) -> Response:
                return blocking.send(request)

        transport = Awaited()
    make = partial(Client, transport=transport, retries=1)
    names = {"Client": make, "values": values, "Error": ApiError}
    value, error = _evaluate(code, names, make)
    return Result(tuple(map(sent_by_restmap, requests)), value, error)


def _evaluate(
    code: str, names: Mapping[str, Any], make: Callable[..., Any]
) -> tuple[Any, str | None]:
    known = {**COMMON, **names, "client": make(ACCOUNT, TOKEN)}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of short forms
            return _plain(eval(code, known)), None  # noqa: S307 (it is in `expressions.py`)
    except (TypeError, AttributeError, ValueError, RestmapError) as error:
        return None, f"{type(error).__name__}: {error}"


def _plain(value: Any) -> Any:
    """A value that can be compared: plain data as it is, of any other object nothing."""
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value if isinstance(value, str | int | datetime | None) else "an object"


@frozen
class Row:
    """One expression and what it came to."""

    expression: Expression
    theirs: Result
    ours: Result  # of the same code as theirs
    replaced: Result  # of `expression.ours`

    @property
    def is_same(self) -> bool:
        """Whether the code can stay as it is."""
        return self.ours.is_known and self.ours == self.theirs

    @property
    def is_replaced_by_the_same(self) -> bool:
        """Whether what is to be written in its place makes the same requests."""
        return self.replaced.is_known and self.replaced.sent == self.theirs.sent


def compare(expression: Expression) -> Row:
    """Evaluate an expression with both libraries."""
    ours = by_restmap(expression.theirs, expression)
    return Row(
        expression,
        by_twilio_python(expression),
        ours,
        by_restmap(expression.ours, expression) if expression.ours else ours,
    )


def rows() -> dict[str, list[Row]]:
    """All rows, by heading."""
    return {title: [compare(each) for each in every] for title, every in SECTIONS.items()}


def table(found: Mapping[str, list[Row]]) -> str:
    """The part of the page that a run writes."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Mapping[str, list[Row]]) -> Iterator[str]:
    every = [row for rows in found.values() for row in rows]
    same = sum(row.is_same for row in every)
    yield (
        f"Of {len(every)} expressions that were evaluated with twilio-python {version('twilio')} "
        f"and with restmap, {same} are the same: method, URL, body and credentials of each "
        "request, and the value."
    )
    for title, rows in found.items():
        yield f"\n### {title}"
        if any(row.is_same for row in rows):
            yield "\nThe same:\n\n```text"
            yield from (row.expression.theirs for row in rows if row.is_same)
            yield "```"
        if others := [row for row in rows if not row.is_same]:
            yield "\n| twilio-python | restmap | |\n|---|---|---|"
            yield from map(_line, others)


def _line(row: Row) -> str:
    ours = f"`{row.expression.ours}`" if row.expression.ours else "the same"
    return f"| `{row.expression.theirs}` | {ours} | {row.expression.note} |"


def main() -> None:
    before, _, rest = PAGE.read_text().partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(before + BEGIN + table(rows()) + END + after)


if __name__ == "__main__":
    main()
