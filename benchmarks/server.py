"""The server of the benchmarks: a process of its own that answers from prepared bytes.

    python -m benchmarks.server

prints the ports of two listeners, one that answers at once and one that waits DELAY_SECONDS
before each answer. It checks what it is sent, counts it, and says how much of its core it used.
"""

from __future__ import annotations

import asyncio
import functools
import json
import time
from collections import Counter
from typing import Any
from urllib.parse import parse_qsl

from . import calls, sessions, starts

DELAY_SECONDS = 0.02

_HEAD = b"HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"


def _answer(body: bytes, status: bytes = b"200 OK") -> bytes:
    return _HEAD % (status, len(body)) + body


class Answers:
    """What each request is answered with, and how many there were of each kind."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self._fetched = _answer(sessions.dumped(sessions.FETCHED))
        self._message = _answer(sessions.dumped(sessions.MESSAGE))
        self._created = _answer(sessions.dumped(sessions.FETCHED), b"201 Created")
        self._right_forms: set[bytes] = set()
        self._lists: dict[str, Any] = {sessions.PATH: sessions, calls.PATH: calls}
        self._tails = {
            path: [listed.page_tail(number) for number in range(listed.BLOCKS)]
            for path, listed in self._lists.items()
        }

    def to(self, method: bytes, target: bytes, body: bytes, origin: str) -> list[bytes]:
        """The pieces of an answer."""
        if target.startswith(b"/control/"):
            return [self._control(target)]
        path, _, query = target.decode().partition("?")
        if method == b"POST" and path == sessions.PATH:
            return self._create(body)
        if method == b"GET" and path == f"{sessions.PATH}/{sessions.FETCHED['sid']}":
            self.counts["fetch"] += 1
            return [self._fetched]
        if method == b"GET" and path == starts.MESSAGE_PATH:
            self.counts["fetch"] += 1
            return [self._message]
        if method == b"GET" and path in self._lists:
            return self._page(path, query, origin)
        return self._wrong(f"{method.decode()} {target.decode()}")

    def _create(self, body: bytes) -> list[bytes]:
        # A form that was right once is right again: only its first sight costs something.
        if body not in self._right_forms:
            form = parse_qsl(body.decode(), keep_blank_values=True)
            if sorted(map(_same_spacing, form)) != sorted(sessions.FORM):
                return self._wrong(f"a form {form}")
            self._right_forms.add(body)
        self.counts["create"] += 1
        return [self._created]

    @functools.lru_cache(maxsize=4096)  # noqa: B019  # one instance, as long as the process
    def _page_head(self, path: str, query: str, origin: str) -> tuple[bytes, int] | None:
        asked = dict(parse_qsl(query))
        if asked.get("PageSize") != str(sessions.PAGE_SIZE):
            return None
        number = int(asked.get("Page", 0))
        head = self._lists[path].page_head(number, origin)
        length = len(head) + len(self._tail(path, number))
        return _HEAD % (b"200 OK", length) + head, number

    def _tail(self, path: str, number: int) -> bytes:
        listed = self._lists[path]
        tail: bytes = listed.later_tail(self._tails[path][number % listed.BLOCKS], number)
        return tail

    def _page(self, path: str, query: str, origin: str) -> list[bytes]:
        found = self._page_head(path, query, origin)
        if found is None:
            return self._wrong(f"a page size in {query}")
        self.counts["page"] += 1
        head, number = found
        return [head, self._tail(path, number)]

    def _wrong(self, what: str) -> list[bytes]:
        self.counts["wrong"] += 1
        return [_answer(json.dumps({"message": f"not expected: {what}"}).encode(), b"400 Wrong")]

    def _control(self, target: bytes) -> bytes:
        if target == b"/control/reset":
            self.counts.clear()
        state = {"counts": dict(self.counts), "cpu_seconds": time.process_time()}
        return _answer(json.dumps(state).encode())


def _same_spacing(pair: tuple[str, str]) -> tuple[str, str]:
    """JSON in a form says the same with spaces or without."""
    name, value = pair
    if name == "Participants":
        return name, json.dumps(json.loads(value), separators=(",", ":"))
    return pair


class Listener(asyncio.Protocol):
    """One connection: requests with or without a body, one after the other."""

    def __init__(self, answers: Answers, delay_seconds: float) -> None:
        self._answers = answers
        self._delay_seconds = delay_seconds
        self._held = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep it."""
        self._transport: Any = transport
        host, port = transport.get_extra_info("sockname")[:2]
        self._origin = f"http://{host}:{port}"

    def data_received(self, data: bytes) -> None:
        """Answer each request that is whole."""
        self._held += data
        while (end := self._held.find(b"\r\n\r\n")) >= 0:
            head = self._held[:end]
            length = _content_length(head)
            if len(self._held) < end + 4 + length:
                return
            body = self._held[end + 4 : end + 4 + length]
            self._held = self._held[end + 4 + length :]
            method, target, _ = head.split(b" ", 2)
            pieces = self._answers.to(method, target, body, self._origin)
            if self._delay_seconds and not target.startswith(b"/control/"):
                loop = asyncio.get_running_loop()
                loop.call_later(self._delay_seconds, self._write, pieces)
            else:
                self._write(pieces)

    def _write(self, pieces: list[bytes]) -> None:
        for piece in pieces:
            self._transport.write(piece)


def _content_length(head: bytes) -> int:
    if head.startswith(b"GET "):
        return 0
    _, found, rest = head.lower().partition(b"\r\ncontent-length:")
    return int(rest.partition(b"\r\n")[0]) if found else 0


async def serve() -> None:
    """Listen on two ports of this machine until ended."""
    answers = Answers()
    loop = asyncio.get_running_loop()
    listeners = [
        await loop.create_server(functools.partial(Listener, answers, delay), "127.0.0.1", 0)
        for delay in (0.0, DELAY_SECONDS)
    ]
    ports = [listener.sockets[0].getsockname()[1] for listener in listeners]
    print(json.dumps(ports), flush=True)
    await asyncio.gather(*(listener.serve_forever() for listener in listeners))


if __name__ == "__main__":
    asyncio.run(serve())
