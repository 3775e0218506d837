"""Prism judges HTTP requests by the OpenAPI documents of their API's own vendor.

    with Judge([documents()["proxy_v1"]]) as judge:
        verdict = judge.verdict("GET", "https://proxy.twilio.com/v1/Services", headers)

`npm ci --ignore-scripts` in this directory installs Prism and the documents.
"""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote, unquote, unquote_plus, urlsplit

from attrs import evolve, field, frozen
from urllib3.connection import HTTPConnection

from .openapi import FORM, HERE, Document, Operation, operations

SECONDS_TO_START = 60
SECONDS_TO_STOP = 5
SECONDS_TO_RESPOND = 10

# These belong to the connection to the judge, not to the request it judges.
HEADERS_OF_THE_CONNECTION = frozenset({"connection", "content-length", "host", "transfer-encoding"})


@frozen
class Verdict:
    """`operation` is the id of the one that Prism found right; `body` is the response's."""

    accepted: bool
    operation: str | None
    status: int  # 0 where there is no response
    reasons: tuple[str, ...]
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)


class Judge:
    """A process of Prism for as long as the `with` block lasts."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = tuple(documents)
        every = [operation for each in self._documents for operation in operations(each)]
        self._operations = {operation.id: operation for operation in every}
        self._process: subprocess.Popen[str] | None = None
        self._port = 0

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            ["node", HERE / "judge.mjs", *map(_argument, self._documents)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        try:
            self._port = _read_port(self._process)
        except BaseException:
            _end(self._process)
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._process is not None:
            _end(self._process)

    def verdict(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes = b""
    ) -> Verdict:
        """Judge the request; `url` is the one the client meant, at the API itself."""
        verdict = self._ask(method, url, headers, body)
        reasons = list(verdict.reasons)
        reasons += [f"the header {name} steers Prism" for name in headers if _is_prefer(name)]
        reasons += _dot_segments(url)
        if verdict.operation is not None:
            operation = self._operations[verdict.operation]
            reasons += _unknown_query_names(operation, url)
            reasons += _repeated_fields(operation, headers, body)
        # Of a repeated form value Prism reads only the last, so each is judged alone as well.
        for single in _each_repeated_value_alone(headers, body):
            reasons += self._ask(method, url, headers, single).reasons
        unique = tuple(dict.fromkeys(reasons))
        return evolve(verdict, accepted=not unique, reasons=unique)

    def _ask(self, method: str, url: str, headers: Mapping[str, str], body: bytes) -> Verdict:
        # A connection of its own: a pool would normalise the target, which has to be judged.
        connection = HTTPConnection("127.0.0.1", self._port, timeout=SECONDS_TO_RESPOND)
        own = {
            name: value
            for name, value in headers.items()
            if name.lower() not in HEADERS_OF_THE_CONNECTION
        }
        try:
            # Documents give examples of Content-Encoding, which Prism states and does not apply.
            connection.request(
                method, _target(url), body=body or None, headers=own, decode_content=False
            )
            response = connection.getresponse()
            content = response.data
        except TimeoutError:
            # Prism never responds to what it cannot decode: broken JSON, a stray "%" in a path.
            reason = f"Prism gave no response in {SECONDS_TO_RESPOND} seconds"
            return Verdict(False, None, 0, (reason,), {}, b"")
        finally:
            connection.close()
        operation = response.headers.get("X-Operation")
        # Only a response out of the document has this header, and only a right request gets one.
        accepted = operation is not None
        reasons = () if accepted else _reasons(response.status, content)
        headers = dict(response.headers)
        return Verdict(accepted, operation, response.status, reasons, headers, content)


def _argument(document: Document) -> str:
    """A document as `judge.mjs` takes it."""
    path = str(document.path)
    return json.dumps({"name": document.name, "path": path, "overlays": document.overlays})


def _read_port(process: subprocess.Popen[str]) -> int:
    assert process.stdout is not None
    ready, _, _ = select.select([process.stdout], [], [], SECONDS_TO_START)
    line = process.stdout.readline() if ready else ""
    if not line:
        raise RuntimeError(f"the judge did not start; is `npm ci --ignore-scripts` run in {HERE}?")
    return int(line)


def _end(process: subprocess.Popen[str]) -> None:
    """End the process and all it started, kindly if it lets us."""
    # Leaving the process as a context closes its pipes and waits for it.
    with process, suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def _target(url: str) -> str:
    """The url's path and query as they are, after Prism's parameter that names the host."""
    meant = urlsplit(url)
    host = quote(f"{meant.scheme}://{meant.netloc}", safe="")
    query = f"&{meant.query}" if meant.query else ""
    return f"{meant.path or '/'}?__server={host}{query}"


def _is_prefer(name: str) -> bool:
    return name.lower() == "prefer"


def _dot_segments(url: str) -> list[str]:
    """Prism judges the path that is left when these are resolved, which is another one."""
    segments = urlsplit(url).path.split("/")
    return [
        f"dot segment {each!r} in the path" for each in segments if unquote(each) in {".", ".."}
    ]


def _query_name(pair: str) -> str:
    return unquote_plus(pair.partition("=")[0])


def _unknown_query_names(operation: Operation, url: str) -> list[str]:
    """Prism passes over query parameters it does not know, and over the case of names.

    This also keeps out those that would steer it, which all begin with two underscores.
    """
    names = [_query_name(pair) for pair in urlsplit(url).query.split("&") if pair]
    return [
        f"{operation.id} takes no query parameter {name!r}"
        for name in names
        if not operation.takes(name, "query")
    ]


def _form_names(headers: Mapping[str, str], body: bytes) -> list[str]:
    """The names of a form's fields in their order; none if the body is not a form."""
    content_types = [value for name, value in headers.items() if name.lower() == "content-type"]
    if not body or not any(each.lower().startswith(FORM) for each in content_types):
        return []
    return [_query_name(pair.decode("latin-1")) for pair in body.split(b"&")]


def _repeated_fields(
    operation: Operation, headers: Mapping[str, str], body: bytes
) -> Iterator[str]:
    names = _form_names(headers, body)
    arrays = {each.name for each in operation.parameters if each.is_array}
    for name in dict.fromkeys(names):
        if names.count(name) > 1 and name not in arrays:
            yield f"{operation.id} takes the form field {name!r} only once"


def _each_repeated_value_alone(headers: Mapping[str, str], body: bytes) -> Iterator[bytes]:
    names = _form_names(headers, body)
    pairs = body.split(b"&")
    for index, name in enumerate(names):
        if names.count(name) > 1:
            others = (i for i in range(len(names)) if names[i] != name or i == index)
            yield b"&".join(pairs[i] for i in others)


def _reasons(status: int, content: bytes) -> tuple[str, ...]:
    """Why Prism refuses; what Node refuses before it (an unknown method) has no such content."""
    try:
        problem: dict[str, Any] = json.loads(content)
    except ValueError:
        return (f"{status} {content.decode(errors='replace')}",)
    whole = f"{problem['title']}: {problem['detail']}"
    return tuple(each["message"] for each in problem.get("validation", [])) or (whole,)
