"""The example of many creates at a time: what it prints, and that it keeps to its bound."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from docs.examples.concurrent_creates import MAX_CONCURRENT, create_with_tasks, create_with_threads
from resources.twilio import Client
from resources.twilio.proxy.v1.session import Session
from restmap import Collection, ConflictError, Request, Response
from restmap.sandbox import Sandbox

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "docs" / "examples" / "concurrent_creates.py"
NAMES = [f"order-{number}" for number in range(5 * MAX_CONCURRENT)]

PRINTED = """\
100 by threads, the last is by-thread-99
100 by tasks, the last is by-task-99
200 sessions in all
"""


def test_it_prints_what_a_reader_expects() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", EXAMPLE],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == PRINTED


class Counting:
    """How many requests are under way at once; each waits until as many are as may be."""

    def __init__(self) -> None:
        self.sandbox = Sandbox("resources.twilio.proxy", account="AC1", token="t")
        services = Client("AC1", "t", transport=self.sandbox).proxy.v1.services
        self.service_sid = services.create(unique_name="bakery").sid
        self.under_way = self.most = 0

    def sessions(self, transport: Any) -> Collection[Session]:
        client = Client("AC1", "t", transport=transport)
        return client.proxy.v1.services(self.service_sid).sessions

    def begin(self) -> None:
        self.under_way += 1
        self.most = max(self.most, self.under_way)

    def end(self, request: Request) -> Response:
        self.under_way -= 1
        return self.sandbox.handle(request)


def test_so_many_threads_send_and_no_more() -> None:
    counting, lock, all_there = Counting(), threading.Lock(), threading.Barrier(MAX_CONCURRENT)

    class Transport:
        def send(self, request: Request) -> Response:
            with lock:
                counting.begin()
            all_there.wait(timeout=20)
            with lock:
                return counting.end(request)

    sessions = counting.sessions(Transport())
    assert [each.unique_name for each in create_with_threads(sessions, NAMES)] == NAMES
    assert counting.most == MAX_CONCURRENT


def test_so_many_tasks_send_and_no_more() -> None:
    counting = Counting()

    class Transport:
        async def send(self, request: Request) -> Response:
            counting.begin()
            for _ in range(100):  # long enough for all to begin that may
                await asyncio.sleep(0)
            return counting.end(request)

    sessions = counting.sessions(Transport())
    created = asyncio.run(create_with_tasks(sessions, NAMES))
    assert [each.unique_name for each in created] == NAMES
    assert counting.most == MAX_CONCURRENT


def test_the_first_failure_ends_the_tasks() -> None:
    with (
        Sandbox("resources.twilio.proxy") as sandbox,
        Client(sandbox.account, sandbox.token, base_url=sandbox.url) as client,
    ):
        sessions = client.proxy.v1.services.create(unique_name="bakery").sessions
        with pytest.raises(ExceptionGroup) as caught:
            asyncio.run(create_with_tasks(sessions, ["same", "same", "same"]))
    assert all(isinstance(each, ConflictError) for each in caught.value.exceptions)
