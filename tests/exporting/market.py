"""What the tests of workers share: the orders of many shops, and a program that exports them.

python -m tests.exporting.market DIRECTORY START_METHOD
"""

from __future__ import annotations

import multiprocessing
import os
import queue
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any

import restmap
from restmap import (
    UNSET,
    BearerAuth,
    Client,
    HandlerTransport,
    NumberPage,
    Paging,
    Params,
    Partition,
    Resource,
    Stream,
    collection,
)
from restmap.sandbox import Sandbox
from restmap.sandbox.http_server import HttpServer

SHOPS = [f"shop-{number}" for number in range(10)]


class Order(
    Resource,
    uri="/shops/{shop}/orders/{id}",
    body="json",
    page=NumberPage("orders", pages="pages"),
):
    shop: str
    id: int
    total: int

    class Create(Params):
        total: int = UNSET

    class List(Paging): ...


class Shop(Resource, uri="/shops/{shop}", body="json"):
    shop: str

    class Create(Params):
        shop: str

    orders = collection(Order)


class Market(Client, host="api.market.example"):
    shops = collection(Shop)


def orders_of(shop: str) -> Stream[Order]:
    """The orders of a shop, with a client that tells the server in which process it is."""
    worker = {"X-Worker": str(os.getpid())}
    auth = BearerAuth(os.environ["MARKET_TOKEN"])
    market = Market(auth=auth, base_url=os.environ["MARKET_URL"], headers=worker)
    return market.shops(shop).orders.stream(page_size=50)


def partitions() -> list[Partition[Order]]:
    return restmap.partition(orders_of, SHOPS)


class Gate:
    """A WSGI application that holds back the responses of another, after a number of them."""

    def __init__(self, application: Any) -> None:
        self._application = application
        self._opened = threading.Condition()
        self._left = float("inf")
        self.held: queue.Queue[int] = queue.Queue()  # the processes whose requests are held back
        self.requests = 0

    def let_through(self, requests: float) -> None:
        with self._opened:
            self._left = requests
            self._opened.notify_all()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        with self._opened:
            self.requests += 1
            if self._left == 0:
                self.held.put(int(environ["HTTP_X_WORKER"]))
                self._opened.wait_for(lambda: self._left > 0, timeout=60)
            self._left -= 1
        response: Iterable[bytes] = self._application(environ, start_response)
        return response


@contextmanager
def serve(
    orders_a_shop: int, environment: dict[str, str], shops: Sequence[str] = SHOPS
) -> Iterator[Gate]:
    """Serve a sandbox over HTTP, and put its address and token into an environment."""
    sandbox = Sandbox(Market)
    transport = HandlerTransport(sandbox.handle)
    market = Market(auth=BearerAuth(sandbox.token), transport=transport)
    for shop in shops:
        market.shops.create(shop=shop)
        for number in range(orders_a_shop):
            market.shops(shop).orders.create(total=number)
    gate = Gate(sandbox.wsgi)
    server = HttpServer(gate)
    environment["MARKET_URL"], environment["MARKET_TOKEN"] = server.url, sandbox.token
    try:
        yield gate
    finally:
        gate.let_through(float("inf"))
        server.stop()
        sandbox.stop()


def main(directory: str, start_method: str) -> None:
    """Export with two processes."""
    context = multiprocessing.get_context(start_method)
    with ProcessPoolExecutor(2, mp_context=context) as executor:
        restmap.export(
            partitions(), directory, format="jsonl", records_a_part=100, executor=executor
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
