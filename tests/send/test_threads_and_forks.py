"""One client shared by threads, and by the processes of a fork, against a real server."""

from __future__ import annotations

import os
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from restmap import OAuth2ClientCredentials, RetryPolicy, collection

from ..faults.server import Behaviour, FaultServer, Request, busy, responds
from ..support import DeskClient, json_response
from .desk import TICKET, Desk, Ticket

THREADS = 16
CALLS_EACH = 30


def echo(number: int, request: Request) -> Behaviour:
    """Each ticket has its own key and subject; every seventh request is refused for now."""
    if number % 7 == 0:
        return busy(429, "0")
    form = dict(parse_qsl(request.body.decode()))
    subject = form.get("Subject") or request.header("X-Subject") or ""
    return responds(
        200, {"sid": urlsplit(request.target).path.rpartition("/")[2], "subject": subject}
    )


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer(echo, max_requests=5000) as server:
        yield server


def tickets_of(client: DeskClient) -> Any:
    return collection(Ticket).under(client.desk.v1)


def test_threads_get_each_their_own_results(server: FaultServer) -> None:
    policy = RetryPolicy(attempts=50)
    with DeskClient(base_url=server.url, retries=policy) as client:
        tickets = tickets_of(client)
        begin = threading.Barrier(THREADS)

        def work(thread: int) -> None:
            begin.wait(10)
            for number in range(CALLS_EACH):
                key = f"T{thread}-{number}"
                client._budget.earn()
                assert tickets(key).fetch().sid == key
                client._budget.earn()
                assert tickets(key).update(subject=key).subject == key

        with ThreadPoolExecutor(THREADS) as pool:
            list(pool.map(work, range(THREADS)))
    assert len(server.requests) >= THREADS * CALLS_EACH * 2
    assert server.connections <= THREADS * CALLS_EACH


def test_threads_share_one_stream_each_with_its_own_walk(server: FaultServer) -> None:
    """A stream is a description; what it has reached is the walk's."""

    def pages(request: Any) -> Any:
        page = int(request.url.rpartition("=")[2]) if "Page=" in request.url else 0
        items = [{"sid": f"T{page}{n}", "subject": ""} for n in range(5)]
        more = f"/v1/Tickets?Page={page + 1}" if page < 9 else None
        return json_response({"items": items, "next": more})

    stream = Desk("blocking", pages).tickets.stream()
    with ThreadPoolExecutor(THREADS) as pool:
        walks = list(pool.map(lambda _: [ticket.sid for ticket in stream], range(THREADS)))
    assert all(walk == walks[0] for walk in walks)
    assert len(walks[0]) == 50


# -- forks ----------------------------------------------------------------------------------


def in_child(work: Callable[[], None]) -> int:
    """The exit code of a child that does this; 0 where all went well."""
    with warnings.catch_warnings():
        # From 3.12 on Python warns of every fork beside threads, which is what this is about.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.01)
    os.kill(child, 9)
    os.waitpid(child, 0)
    return -9


def test_a_child_makes_a_pool_of_its_own(server: FaultServer) -> None:
    with DeskClient(base_url=server.url) as client:
        tickets = tickets_of(client)
        tickets("parent").fetch()
        before = server.connections

        def work() -> None:
            for number in range(3):
                assert tickets(f"child-{number}").fetch().sid == f"child-{number}"

        assert in_child(work) == 0
        tickets("parent-again").fetch()
    by_connection = {
        request.target.rpartition("/")[2]: request.connection for request in server.requests
    }
    assert by_connection["parent"] == by_connection["parent-again"]
    children = {by_connection[f"child-{number}"] for number in range(3)}
    assert by_connection["parent"] not in children
    assert server.connections == before + len(children)


def test_children_and_parent_at_once_do_not_mix_their_responses(server: FaultServer) -> None:
    with DeskClient(base_url=server.url) as client:
        tickets = tickets_of(client)
        tickets("warm").fetch()

        def work(name: str) -> None:
            for number in range(30):
                client._budget.earn()
                assert tickets(f"{name}-{number}").fetch().sid == f"{name}-{number}"

        with ThreadPoolExecutor(1) as pool:
            parent = pool.submit(work, "parent")
            assert in_child(lambda: work("child")) == 0
            parent.result()


def test_a_lock_that_a_thread_holds_while_forking_does_not_hang_the_child() -> None:
    auth = OAuth2ClientCredentials("https://auth.desk.example/token", "id", "s3cret")
    desk = Desk("blocking", json_response({"access_token": "one"}), TICKET, auth=auth)
    with auth._lock:  # as while a thread requests a token
        assert in_child(lambda: desk.do("fetch") and None) == 0
    assert desk.do("fetch").sid == "T1"


def test_a_child_may_close_what_it_inherited(server: FaultServer) -> None:
    with DeskClient(base_url=server.url) as client:
        tickets = tickets_of(client)
        tickets("before").fetch()
        assert in_child(client.close) == 0
        tickets("after").fetch()
    first, second = (request.connection for request in server.requests)
    assert first == second
