"""Ctrl-C in the middle of a stream: nothing is left behind, and nothing is waited for."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from restmap import Timeout

from .server import Behaviour, FaultServer, Request, responds_with, stalls
from .things import COLOURS, client_of, numbered_of, page_asked_for, page_body

ROOT = Path(__file__).resolve().parents[2]
LAST = 3
SECONDS_TO_END = 20
STALL = stalls("before response", 50)
"""Longer than anything here waits: what ends before, ends because of the interrupt."""

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="sends a signal to a thread")


def page(number: int) -> Behaviour:
    return responds_with(f"page {number}", page_body(number, LAST))


def interrupt_soon() -> None:
    """Ctrl-C, when the main thread waits for the response."""
    main = threading.main_thread().ident
    assert main is not None
    threading.Timer(0.3, signal.pthread_kill, (main, signal.SIGINT)).start()


def interrupting(number: int, request: Request) -> Behaviour:
    """What a server does whose second page comes only when it is asked for again."""
    if number == 2:
        interrupt_soon()
        return STALL
    return page(page_asked_for(request.target))


def has_ended(connection: int) -> bool:
    """Whether the client has closed a connection: its thread in the server ends then."""
    name = f"fault server, connection {connection}"
    for thread in threading.enumerate():
        if thread.name == name:
            thread.join(SECONDS_TO_END)
            return not thread.is_alive()
    return True


def walk(url: str, colour: str, prefetch: int, seen: list[int], timeout: Timeout) -> None:
    """Walks a stream on a client that stays open."""
    things = numbered_of(client_of(url, timeout=timeout))
    if colour == "blocking":
        for thing in things.stream(prefetch=prefetch):
            seen.append(thing.number)
        return

    async def scenario() -> None:
        async for thing in things.stream(prefetch=prefetch):
            seen.append(thing.number)

    asyncio.run(scenario())


@needs_posix
@pytest.mark.parametrize("prefetch", [0, 1])
@pytest.mark.parametrize("colour", COLOURS)
def test_it_leaves_no_socket_behind(colour: str, prefetch: int) -> None:
    # A thread that asks ahead cannot be interrupted: its socket ends when the time to read does.
    in_thread = colour == "blocking" and prefetch == 1
    timeout = Timeout(connect=10, read=1 if in_thread else 60, total=120)
    seen: list[int] = []
    with FaultServer(interrupting) as server:
        with pytest.raises(KeyboardInterrupt):
            walk(server.url, colour, prefetch, seen, timeout)
        assert has_ended(1)
        assert len(server.requests) == 2
    assert seen == [0, 1]


@needs_posix
def test_the_client_can_go_on_from_the_page_that_was_interrupted() -> None:
    with FaultServer(interrupting) as server, client_of(server.url) as client:
        things = numbered_of(client)
        with pytest.raises(KeyboardInterrupt):
            things.list()
        following = things.get_page(f"{server.url}/v1/Numbered?Page=1")
        assert (server.connections, len(server.requests)) == (2, 3)
    assert [thing.number for thing in following] == [2, 3]


PROGRAM = """
import sys
from restmap import Timeout
from tests.faults.test_interrupts import walk

class Printed(list):
    def append(self, number):
        print(number, flush=True)

walk(sys.argv[1], sys.argv[2], int(sys.argv[3]), Printed(), Timeout(connect=10, read=60, total=120))
"""


@needs_posix
@pytest.mark.parametrize("prefetch", [0, 1])
@pytest.mark.parametrize("colour", COLOURS)
def test_a_program_ends_at_once(colour: str, prefetch: int) -> None:
    options = ["-X", "dev", "-W", "error", "-c", PROGRAM]
    with FaultServer([page(0), STALL]) as server:
        process = subprocess.Popen(
            [sys.executable, *options, server.url, colour, str(prefetch)],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        try:
            assert process.stdout is not None
            assert [process.stdout.readline() for _ in range(2)] == ["0\n", "1\n"]
            while len(server.requests) < 2:
                time.sleep(0.01)
            time.sleep(0.2)  # until it waits
            process.send_signal(signal.SIGINT)
            out, errors = process.communicate(timeout=SECONDS_TO_END)
        finally:
            process.kill()
            process.communicate()
    assert (process.returncode, out) == (-signal.SIGINT, "")
    assert errors.endswith("\nKeyboardInterrupt\n")
    assert "unclosed" not in errors
    assert "Warning" not in errors


INTERRUPTED_EVERYWHERE = """
import sys
from restmap import ConnectionSettings
from tests.faults.things import client_of

FILES = ("queue.py", "threading.py", "connectionpool.py", "deadline.py", "connection_pools.py")

def interrupt_at(number):
    left = number
    def trace(frame, event, argument):
        nonlocal left
        if not frame.f_code.co_filename.endswith(FILES):
            return None
        frame.f_trace_opcodes = True
        left -= 1
        if left == 0:
            raise KeyboardInterrupt
        return trace
    return trace

def call(client):
    client.request("GET", "/v1/things")

url, proxy = sys.argv[1:]
client = client_of(url, connection=ConnectionSettings(proxy=proxy))
call(client)
number, interrupted = 0, True
while interrupted:
    number += 1
    sys.settrace(interrupt_at(number))
    try:
        call(client)
        interrupted = False
    except KeyboardInterrupt:
        pass
    finally:
        sys.settrace(None)
    call(client)
print(number)
"""


@pytest.mark.parametrize("has_proxy", [False, True])
def test_a_call_that_is_interrupted_at_any_point_does_not_hang_a_later_one(has_proxy: bool) -> None:
    options = ["-X", "dev", "-c", INTERRUPTED_EVERYWHERE]
    with FaultServer(default=page(0), max_requests=10_000) as server:
        found = subprocess.run(
            [sys.executable, *options, server.url, server.url if has_proxy else ""],
            cwd=ROOT, capture_output=True, text=True, timeout=SECONDS_TO_END * 2,
        )  # fmt: skip
    # The instructions of these files are several hundred.
    assert int(found.stdout) > 300, found.stderr
