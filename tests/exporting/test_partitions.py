"""Partitions: their names, what is refused, how exports go on with them, and the pace."""

from __future__ import annotations

import itertools
import json
import pickle
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

import restmap
from restmap import (
    ConfigurationError,
    Partition,
    Period,
    RateLimit,
    Request,
    Response,
    Stream,
    export,
    partition,
)

from .shop import Order, Server, Shop, order

SERVER = Server([order(number) for number in range(60)])


class Colour(Enum):
    RED = 1


def orders_of(state: Any) -> Stream[Order]:
    """The orders in a state, with a client of their own."""
    return SERVER.client().orders.stream(state=str(state))


def orders_with(states: list[str]) -> Stream[Order]:
    return orders_of(states[0])


def listed_orders_of(state: str) -> list[Order]:
    return SERVER.client().orders.list(state=state)


def refused(make: Callable[[], object]) -> str:
    """The message of the error that a call raises, without its place."""
    with pytest.raises(ConfigurationError) as caught:
        make()
    return "\n".join(line.strip() for line in str(caught.value).splitlines()[:-1])


# -- what they are --------------------------------------------------------------------------


def test_a_partition_is_a_call_that_can_be_pickled() -> None:
    (made,) = partition(orders_of, ["s1"])

    again = pickle.loads(pickle.dumps(made))

    assert again == made == Partition("s1", orders_of, "s1")
    assert [each.id for each in again.stream()] == [*range(1, 60, 3)]
    assert repr(again).startswith("Partition(name='s1', stream_of=<function orders_of at ")


def test_names() -> None:
    items = ["s1", 7, Colour.RED, date(2026, 1, 2), UUID(int=5), *restmap.days(FIRST, SECOND)]
    assert [each.name for each in partition(orders_of, items)] == [
        "s1", "7", "RED", "2026-01-02", "00000000-0000-0000-0000-000000000005", "2026-10-01",
    ]  # fmt: skip
    pairs = [("a", 1), ("a", 2)]
    named = partition(orders_of, pairs, name=lambda pair: f"{pair[0]} {pair[1]}")
    assert [(each.name, each.item) for each in named] == [("a 1", ("a", 1)), ("a 2", ("a", 2))]


FIRST, SECOND = date(2026, 10, 1), date(2026, 10, 2)


def test_several_items_a_partition() -> None:
    made = partition(orders_with, iter("abcde"), size=2)

    assert [(each.name, each.item) for each in made] == [
        ("a to b", ["a", "b"]),
        ("c to d", ["c", "d"]),
        ("e", ["e"]),
    ]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: partition(orders_of, []),
            "there is nothing to partition.\nGive items.",
        ),
        (
            lambda: partition(orders_of, ["s1", "s2", "s1"]),
            "'s1' is there twice, so that its records would be exported twice.\n"
            "Give each item once.",
        ),
        (
            lambda: partition(orders_with, ["s1", "s2", "s1"], size=2),
            "'s1' is there twice, so that its records would be exported twice.\n"
            "Give each item once.",
        ),
        (
            lambda: partition(orders_of, [hours(6, 12), hours(0, 7)]),
            "the periods 2026-10-01T00:00:00+00:00 to 2026-10-01T07:00:00+00:00 and "
            "2026-10-01T06:00:00+00:00 to 2026-10-01T12:00:00+00:00 overlap, so that records "
            "would be exported twice.\nLet each period begin where the one before ends.",
        ),
        (
            lambda: partition(orders_of, [("a", 1)]),
            "a partition cannot be named after a tuple.\nGive keys, dates or periods as items, or "
            "a name for each: partition(…, name=lambda item: item.sid).",
        ),
        (
            lambda: partition(orders_with, "ab", size=0),
            "size= cannot be 0.\nWrite 1 or more.",
        ),
        (
            lambda: partition(["s1"], orders_of),  # type: ignore[call-overload]
            "partition() was given ['s1'], which is not a function.\n"
            "Give a function of one item that returns a stream, and then the items.",
        ),
        (
            lambda: partition(listed_orders_of, ["s1"])[0].stream(),  # type: ignore[arg-type]
            "listed_orders_of returned list for the partition 's1', and not a "
            "stream.\nReturn what `.stream(…)` of a collection returns.",
        ),
        (
            lambda: export([*partition(orders_of, ["s1"]), *partition(orders_of, ["s1"])], "o/"),
            "two partitions have the name 's1'.\n"
            "Give each a name of its own: partition(…, name=…).",
        ),
        (
            lambda: export([*partition(orders_of, ["s1"]), orders_of("s2")], "o/"),  # type: ignore[arg-type]
            "there are streams beside partitions.\nGive the ones or the others.",
        ),
    ],
)
def test_what_is_refused(make: Callable[[], object], message: str) -> None:
    assert refused(make) == message


def hours(begin: int, end: int) -> Period:
    day = datetime(2026, 10, 1, tzinfo=UTC)
    return Period(day + timedelta(hours=begin), day + timedelta(hours=end))


# -- exports --------------------------------------------------------------------------------


def ids_in(directory: Path) -> Counter[int]:
    lines = [line for path in directory.glob("part-*") for line in path.read_text().splitlines()]
    return Counter(json.loads(line)["id"] for line in lines)


def test_further_partitions_are_added(tmp_path: Path) -> None:
    def export_states(*states: str) -> restmap.Exported:
        return export(partition(orders_of, states), tmp_path / "orders", format="jsonl")

    assert export_states("s0", "s2").new_records == 40
    exported = export_states("s1", "s2", "s0")

    assert (exported.records, exported.new_records) == (60, 20)
    assert ids_in(tmp_path / "orders") == Counter(range(60))
    assert refused(lambda: export_states("s1", "s2")).startswith(
        f"{str(tmp_path / 'orders')!r} has another export: it has records of the partition 's0', "
        "which is not among these."
    )


def test_further_partitions_beside_what_is_new(tmp_path: Path) -> None:
    server = Server([order(number) for number in range(30)])

    def export_states(*states: str) -> int:
        def orders_of(state: str) -> Stream[Order]:
            return server.client().orders.stream(state=state)

        made = partition(orders_of, states)
        return export(
            made, tmp_path / "orders", format="jsonl", since_last="updated_at"
        ).new_records

    assert export_states("s0", "s1") == 20
    server.orders += [order(number) for number in range(30, 36)]
    assert export_states("s0", "s1", "s2") == 4 + 12
    assert export_states("s0", "s1", "s2") == 0
    assert ids_in(tmp_path / "orders") == Counter(range(36))


def test_a_partition_without_records_may_be_left_out(tmp_path: Path) -> None:
    exported = [
        export(partition(orders_of, states), tmp_path / "orders", format="jsonl").records
        for states in (["s0", "wrong"], ["s0", "s1"])
    ]

    assert exported == [20, 40]


def test_partitions_and_streams_are_different_exports(tmp_path: Path) -> None:
    made = partition(orders_of, ["s0"])
    export(made, tmp_path / "a")
    export(orders_of("s0"), tmp_path / "b")

    other = "has another export: it was of {} and is of {} here."
    assert other.format("partitions", "streams") in refused(
        lambda: export(orders_of("s0"), tmp_path / "a")
    )
    assert other.format("streams", "partitions") in refused(lambda: export(made, tmp_path / "b"))


def test_secrets_are_not_written(tmp_path: Path) -> None:
    def orders_of_account(account: tuple[str, str]) -> Stream[Order]:
        state, token = account
        client = Shop(
            auth=restmap.BearerAuth(token), transport=restmap.HandlerTransport(SERVER.respond)
        )
        return client.orders.stream(state=state)

    accounts = [("s0", "t0ps3cret"), ("s1", "als0s3cret")]
    export(
        partition(orders_of_account, accounts, name=lambda account: account[0]),
        tmp_path / "orders",
    )

    written = b"".join(path.read_bytes() for path in (tmp_path / "orders").iterdir())
    assert b"s3cret" not in written
    assert b'"s1"' in written


# -- executors ------------------------------------------------------------------------------


def test_a_failure_ends_an_export_that_can_go_on(tmp_path: Path) -> None:
    server = Server([order(number) for number in range(60)])
    calls: list[str] = []

    def orders_of(state: str) -> Stream[Order]:
        calls.append(state)
        return server.client().orders.stream(state=state, page_size=5)

    made = partition(orders_of, ["s0", "s1", "s2"])
    server.failing = 10
    with ThreadPoolExecutor(1) as executor, pytest.raises(restmap.ApiError):
        export(made, tmp_path / "orders", format="jsonl", executor=executor, at_a_time=1)
    assert len(server.requests) == 3, "no other part was begun"
    assert len(ids_in(tmp_path / "orders")) == 10
    server.failing = None
    with ThreadPoolExecutor(2) as executor:
        exported = export(made, tmp_path / "orders", format="jsonl", executor=executor)

    assert (exported.records, exported.new_records) == (60, 50)
    assert ids_in(tmp_path / "orders") == Counter(range(60))


def test_an_executor_that_is_shut_down(tmp_path: Path) -> None:
    executor = ThreadPoolExecutor(1)
    executor.shutdown()

    with pytest.raises(RuntimeError, match="cannot schedule new futures after shutdown"):
        export(partition(orders_of, ["s0"]), tmp_path / "orders", executor=executor)


TURNS = itertools.count()


def changing_orders_of(state: str) -> Stream[Order]:
    return orders_of(state if next(TURNS) == 0 else "s2")


def test_a_worker_that_has_another_list_is_refused(tmp_path: Path) -> None:
    before = len(SERVER.requests)
    with PicklingExecutor() as executor:
        message = refused(
            lambda: export(
                partition(changing_orders_of, ["s0"]), tmp_path / "orders", executor=executor
            )
        )

    assert message == (
        "a worker has another list than the program that exports: the filters of "
        "GET https://api.shop.example/orders of the partition 's0' were others.\n"
        "Give workers the same settings, and let a partition give the same list always."
    )
    assert len(SERVER.requests) == before


class Parcel(restmap.Resource, uri="/parcels/{id}", page=restmap.OffsetPage("parcels")):
    id: int

    class List(restmap.Paging): ...


def test_several_resources_are_refused(tmp_path: Path) -> None:
    client = SERVER.client()
    parcels = restmap.collection(Parcel).under(client)

    assert refused(
        lambda: export([client.orders.stream(), parcels.stream()], tmp_path / "orders")
    ) == (
        "an export has one resource, and these are Order and Parcel.\n"
        "Export each to a path of its own."
    )


# -- processes ------------------------------------------------------------------------------


def test_a_function_that_no_process_can_find_is_refused(tmp_path: Path) -> None:
    with ProcessPoolExecutor(1) as executor:
        message = refused(
            lambda: export(
                partition(lambda state: orders_of(state), ["s0"]),
                tmp_path / "orders",
                executor=executor,
            )
        )

    assert message.startswith("the partition 's0' cannot be sent to another process: ")
    assert message.endswith(
        "\nWrite its function with `def` at the top of a module, not inside of another one."
    )
    assert not (tmp_path / "orders").exists()


def test_a_stream_whose_client_has_no_pickle_is_refused(tmp_path: Path) -> None:
    client = Shop(auth=restmap.NoAuth(), transport=restmap.HandlerTransport(lambda request: ...))  # type: ignore[arg-type, return-value]
    with ProcessPoolExecutor(1) as executor:
        message = refused(
            lambda: export(client.orders.stream(), tmp_path / "orders", executor=executor)
        )

    assert message.startswith("a stream cannot be sent to another process with its client: ")
    assert message.endswith(
        "\nLet each process create its own client: export(restmap.partition(…), …)."
    )


@pytest.mark.parametrize("at_a_time", [0, -1])
def test_a_number_at_a_time_is_refused(at_a_time: int, tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as executor:
        assert (
            refused(
                lambda: export(
                    partition(orders_of, ["s0"]),
                    tmp_path / "orders",
                    executor=executor,
                    at_a_time=at_a_time,
                )
            )
            == f"at_a_time= cannot be {at_a_time}.\nWrite 1 or more."
        )


# -- the pace -------------------------------------------------------------------------------


class VirtualTime:
    """A clock that runs as long as clients sleep and requests take."""

    def __init__(self) -> None:
        self.now = 1000.0

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


TIME = VirtualTime()
SENT: list[float] = []


def respond(request: Request) -> Response:
    SENT.append(TIME.now)
    TIME.now += 0.01
    return SERVER.respond(request)


def paced_orders_of(name: str) -> Stream[Order]:
    """Orders on three pages, with a client and a pace of their own."""
    client = Shop(
        auth=restmap.NoAuth(),
        transport=restmap.HandlerTransport(respond),
        pace=RateLimit(4),
        clock=TIME.clock,
        sleep=TIME.sleep,
    )
    return client.orders.stream(state=name[:2], page_size=7)


class PicklingExecutor(Executor):
    """Runs each call at once, from its pickle, as a single worker on another machine does."""

    def submit(self, fn: Any, /, *args: Any, **named: Any) -> Future[Any]:
        future: Future[Any] = Future()
        function, copies = pickle.loads(pickle.dumps((fn, args)))
        try:
            future.set_result(function(*copies, **named))
        except Exception as error:
            future.set_exception(error)
        return future


NAMES = [f"{state} {number}" for state in ("s0", "s1", "s2") for number in range(4)]


def export_paced(directory: Path, executor: Executor | None, at_a_time: int | None = None) -> None:
    SENT.clear()
    made = partition(paced_orders_of, NAMES)
    exported = export(made, directory, format="jsonl", executor=executor, at_a_time=at_a_time)
    assert exported.records == 240
    assert len(SENT) == 36


def most_in_a_second() -> int:
    """The greatest number of requests in any second."""
    return max(sum(1 for each in SENT if end - 1 + 1e-6 < each <= end) for end in SENT)


def test_clients_of_partitions_share_their_pace(tmp_path: Path) -> None:
    export_paced(tmp_path / "orders", None)

    assert most_in_a_second() == 4


def test_a_place_keeps_its_share_over_partitions(tmp_path: Path) -> None:
    with PicklingExecutor() as executor:
        export_paced(tmp_path / "orders", executor, at_a_time=1)

    assert most_in_a_second() == 4


@pytest.mark.parametrize("at_a_time", [2, 3, 4])
def test_places_keep_the_pace_together(at_a_time: int, tmp_path: Path) -> None:
    with PicklingExecutor() as executor:
        export_paced(tmp_path / "orders", executor, at_a_time)

    assert 2 <= most_in_a_second() <= 4


def test_the_number_of_workers_has_to_be_known(tmp_path: Path) -> None:
    SENT.clear()
    with PicklingExecutor() as executor:
        message = refused(lambda: export_paced(tmp_path / "orders", executor))

    assert message == (
        "workers have to keep the pace RateLimit(4, per=1) together, and their number is not "
        "known.\nGive it: export(…, executor=executor, at_a_time=4)."
    )
    assert SENT == []
