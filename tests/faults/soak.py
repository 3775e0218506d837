"""The soak: many requests at a server with faults, and what that leaves behind.

    make soak                                                   # 50,000 requests
    python -W error::ResourceWarning -m tests.faults.soak 5000  # fewer

Half are made by 16 threads on one client, half by 16 tasks on another: fetches, creates and
streams. The server, a process of its own, responds to one request in twenty with a fault. It holds,
and the exit code is 0, if every call ends in a result or an error of restmap's, what the server
may have created is created once, no stream loses a record, memory does not grow, and no socket,
thread or task is left.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import logging
import random
import socket
import subprocess
import sys
import threading
import time
from array import array
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from restmap import ConnectionSettings, RestmapError, RetryPolicy

from .soak_server import LAST_PAGE
from .things import (
    PER_PAGE,
    client_of,
    is_good,
    numbered_of,
    things_of,
    walked,
    walked_async,
)

ROOT = Path(__file__).resolve().parents[2]
REQUESTS = 50_000
WORKERS = 16
MAX_SECONDS = 900
MAX_BLOCKS = 2_000
"""By how many blocks Python's memory may grow after a tenth of the requests; a leak in each call
would be tens of thousands."""

ALL = list(range((LAST_PAGE + 1) * PER_PAGE))
SETTINGS: dict[str, Any] = {
    "connection": ConnectionSettings(pool_size=WORKERS),
    "retries": RetryPolicy(base_seconds=0.01),
    "sleep": time.sleep,
    "sleep_async": asyncio.sleep,
}


class Soak:
    """The calls that are left to make, and what came of those that were made."""

    def __init__(self, colour: str) -> None:
        self._colour = colour
        self._draw = random.Random(7)
        self._lock = threading.Lock()
        self._left = 0
        self._calls = 0
        self._deadline = time.monotonic() + MAX_SECONDS / 2
        self.outcomes: Counter[str] = Counter()
        self.created = array("q")  # numbers of calls, in no memory that is counted
        self.wrong: list[str] = []

    def allow(self, requests: int) -> None:
        """So many requests may be made, those that are repeated not counted."""
        self._left = requests

    def calls(self) -> Iterator[tuple[str, int]]:
        """The verb and the number of calls, for as long as there are any left."""
        while time.monotonic() < self._deadline:
            with self._lock:
                if self._left <= 0:
                    return
                verb = self._draw.choice(("fetch", "fetch", "fetch", "create", "stream"))
                self._left -= LAST_PAGE + 1 if verb == "stream" else 1
                self._calls += 1
                call = verb, self._calls
            yield call
        self.wrong.append("there was not time enough")

    def note(self, error: RestmapError) -> str:
        """An error in the middle of a stream; where to go on."""
        self.ended("stream", error)
        return str(error.page_url)

    def ended(self, verb: str, result: object) -> None:
        with self._lock:
            is_error = isinstance(result, RestmapError)
            self.outcomes[f"{verb}: {type(result).__name__ if is_error else 'good'}"] += 1
            if not is_error and not (result == ALL if verb == "stream" else is_good(verb, result)):
                self.wrong.append(f"{verb} came to {result!r}")

    def name(self, number: int) -> str:
        return f"{self._colour}-{number}"

    # -- blocking -----------------------------------------------------------------------------

    def work(self, client: Any) -> None:
        things, numbered = things_of(client), numbered_of(client)
        for verb, number in self.calls():
            try:
                if verb == "stream":
                    self.ended(verb, walked(numbered, number % 2, self.note))
                elif verb == "fetch":
                    self.ended(verb, things("T1").fetch())
                else:
                    self.ended(verb, things.create(name=self.name(number)))
                    self.created.append(number)
            except RestmapError as error:
                self.ended(verb, error)

    # -- awaiting -----------------------------------------------------------------------------

    async def work_async(self, client: Any) -> None:
        things, numbered = things_of(client), numbered_of(client)
        for verb, number in self.calls():
            try:
                if verb == "stream":
                    self.ended(verb, await walked_async(numbered, number % 2, self.note))
                elif verb == "fetch":
                    self.ended(verb, await things("T1").fetch_async())
                else:
                    self.ended(verb, await things.create_async(name=self.name(number)))
                    self.created.append(number)
            except RestmapError as error:
                self.ended(verb, error)


def soak_threads(url: str, soak: Soak, requests: int) -> int:
    """By 16 threads; by how many blocks memory grew after a tenth of the requests."""
    with client_of(url, **SETTINGS) as client, ThreadPoolExecutor(WORKERS) as threads:

        def run(share: int) -> int:
            soak.allow(share)
            for done in [threads.submit(soak.work, client) for _ in range(WORKERS)]:
                done.result()
            return blocks()

        return -run(requests // 10) + run(requests - requests // 10)


def soak_tasks(url: str, soak: Soak, requests: int) -> int:
    """By 16 tasks; the same."""

    async def run(client: Any, share: int) -> int:
        soak.allow(share)
        async with asyncio.TaskGroup() as tasks:
            for _ in range(WORKERS):
                tasks.create_task(soak.work_async(client))
        return blocks()

    async def scenario() -> int:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, context: soak.wrong.append(str(context)))
        async with client_of(url, **SETTINGS) as client:
            grown = -await run(client, requests // 10)
            grown += await run(client, requests - requests // 10)
        left = asyncio.all_tasks() - {asyncio.current_task()}
        soak.wrong += [f"left behind: {task}" for task in left]
        return grown

    return asyncio.run(scenario())


def blocks() -> int:
    """How many blocks of memory Python holds."""
    gc.collect()
    return sys.getallocatedblocks()


def open_sockets() -> list[socket.socket]:
    gc.collect()
    return [
        each for each in gc.get_objects() if isinstance(each, socket.socket) and each.fileno() != -1
    ]


def peak_mebibytes() -> float:
    """The most that this process had in memory so far."""
    import resource  # not on Windows

    kibibytes = 1024 if sys.platform == "darwin" else 1
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / kibibytes


@contextmanager
def serving(requests: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """The server's address, and, when it has ended, what it was asked."""
    command = [sys.executable, "-m", "tests.faults.soak_server", str(2 * requests + 1000)]
    process = subprocess.Popen(
        [*command, str(MAX_SECONDS)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    asked: dict[str, Any] = {}
    try:
        assert process.stdout is not None
        yield process.stdout.readline().strip(), asked
        out, _ = process.communicate(timeout=60)
        asked |= json.loads(out)
    finally:
        process.kill()
        process.communicate()


def check(soak: Soak, grown: int, asked: dict[str, Any]) -> None:
    """Adds to what is wrong what the server and the memory tell."""
    accepted: dict[str, int] = asked["accepted"]
    twice = [body for body, times in accepted.items() if times > 1]
    lost = [each for each in soak.created if f"Name={soak.name(each)}" not in accepted]
    if twice:
        soak.wrong.append(f"created twice: {twice}")
    if lost:
        soak.wrong.append(f"created nowhere: {lost}")
    if grown > MAX_BLOCKS:
        soak.wrong.append(f"memory grew by {grown} blocks")


def run(colour: str, requests: int) -> bool:
    """Soak in one colour, and print what came of it; whether it held."""
    threads = set(threading.enumerate())
    soak = Soak(colour)
    sys.unraisablehook = lambda raised: soak.wrong.append(f"{raised.exc_value!r}")
    begin, cpu = time.monotonic(), time.process_time()
    with serving(requests) as (url, asked):
        grown = (soak_threads if colour == "threads" else soak_tasks)(url, soak, requests)
        seconds, cpu = time.monotonic() - begin, time.process_time() - cpu
        soak.wrong += [f"left open: {each}" for each in open_sockets()]
    soak.wrong += [f"left running: {each}" for each in set(threading.enumerate()) - threads]
    check(soak, grown, asked)

    print(f"\n{WORKERS} {colour}: {seconds:.1f} s, {cpu:.1f} s of CPU")
    print(f"  {asked['requests']} requests, {asked['faults']} of them with a fault")
    print(f"  {asked['connections']} connections")
    for outcome, count in sorted(soak.outcomes.items()):
        print(f"  {count} {outcome}")
    print(f"  {grown:+} blocks of memory since a tenth of the requests")
    print(f"  {peak_mebibytes():.0f} MiB of memory at most so far")
    for each in soak.wrong[:20]:
        print(f"  WRONG: {each}")
    return not soak.wrong


def main() -> int:
    parser = argparse.ArgumentParser(description="Many requests at a server with faults.")
    parser.add_argument("requests", type=int, nargs="?", default=REQUESTS)
    requests: int = parser.parse_args().requests
    logging.getLogger("restmap").setLevel(logging.CRITICAL)  # it would tell of every fault
    held = [run(colour, requests // 2) for colour in ("threads", "tasks")]
    print("\nIt held." if all(held) else "\nIt did not hold.")
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
