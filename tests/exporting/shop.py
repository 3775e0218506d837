"""What the tests of exports share: an API with pages of orders, and a program that exports them.

python -m tests.exporting.shop export URL PATH
python -m tests.exporting.shop crashes URL DIRECTORY
"""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import restmap
from restmap import (
    UNSET,
    Client,
    HandlerTransport,
    NoAuth,
    OffsetPage,
    Paging,
    Request,
    Resource,
    Response,
    collection,
    param,
)


class Order(Resource, uri="/orders/{id}", page=OffsetPage("orders", total="total")):
    id: int
    updated_at: datetime | None
    state: str | None

    class List(Paging):
        state: str = UNSET
        updated_at_after: datetime = param(name="since", default=UNSET)


class Shop(Client, host="api.shop.example"):
    orders = collection(Order)


FIRST = datetime(2026, 1, 1, tzinfo=UTC)


def order(number: int, **fields: Any) -> dict[str, Any]:
    """An order, as the API has it."""
    updated = f"{FIRST + timedelta(minutes=number):%Y-%m-%dT%H:%M:%SZ}"
    return {"id": number, "updated_at": updated, "state": f"s{number % 3}", **fields}


class Server:
    """Responds to lists of orders. failing: the offset of a page that cannot be had."""

    def __init__(self, orders: Sequence[dict[str, Any]]) -> None:
        self.orders = list(orders)
        self.requests: list[Request] = []
        self.failing: int | None = None

    def respond(self, request: Request) -> Response:
        self.requests.append(request)
        asked = {name: values[-1] for name, values in parse_qs(urlsplit(request.url).query).items()}
        offset, limit = int(asked.get("offset", 0)), int(asked.get("limit", 10))
        if offset == self.failing:
            return Response(503, {}, b"{}")
        orders = [
            each for each in self.orders if asked.get("state", each["state"]) == each["state"]
        ]
        body = {"orders": orders[offset : offset + limit], "total": len(orders)}
        return Response(200, {"Content-Type": "application/json"}, json.dumps(body).encode())

    def client(self, **settings: Any) -> Shop:
        return Shop(auth=NoAuth(), transport=HandlerTransport(self.respond), retries=1, **settings)


def crash_before(number: int) -> None:
    """End this process before the operation of this number that changes a file."""
    operations = itertools.count(1)
    for owner, name in (
        (os, "fsync"),
        (Path, "rename"),
        (Path, "replace"),
        (Path, "unlink"),
        (os, "open"),
    ):
        _crash_in(owner, name, operations, number)


def _crash_in(owner: Any, name: str, operations: Any, number: int) -> None:
    original = getattr(owner, name)

    def crashing(*args: Any, **named: Any) -> Any:
        if next(operations) == number:
            os._exit(9)
        return original(*args, **named)

    setattr(owner, name, crashing)


def export_to(url: str, path: str, crash: int = 0) -> None:
    """Export, and print a line for each page."""
    stream = Shop(auth=NoAuth(), base_url=url).orders.stream(page_size=10)
    if crash:
        crash_before(crash)
    restmap.export(
        stream, path, records_a_part=30, progress=lambda it: print(it.records, flush=True)
    )


def export_with_crashes(url: str, directory: str) -> None:
    """Export once for each operation on files: first with a crash before it, then without.

    Prints the exit statuses of both. Each is a fork, which begins faster than a process of its own.
    """
    export_to(url, f"{directory}/none.jsonl")  # imports what the forks need
    for crash in itertools.count(1):
        path = Path(directory) / str(crash) / "orders.jsonl"
        path.parent.mkdir()
        statuses = [_status_of_fork(url, str(path), each) for each in (crash, 0)]
        print(*statuses, flush=True)
        if statuses[0] == 0:  # the export has no more operations
            return


def _status_of_fork(url: str, path: str, crash: int) -> int:
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere):
            export_to(url, path, crash)
            os._exit(0)
    finally:
        os._exit(1)


if __name__ == "__main__":
    {"export": export_to, "crashes": export_with_crashes}[sys.argv[1]](*sys.argv[2:])
