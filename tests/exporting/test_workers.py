"""Exports in other processes, some of which are killed: each record is there once all the same."""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from distributed import Client as DaskClient, LocalCluster

import restmap
from restmap import Exported, NotFoundError, Stream, export

from .market import SHOPS, Gate, Order, orders_of, partitions, serve

ORDERS_A_SHOP = 500
BOUND_SECONDS = 60


@pytest.fixture(scope="module")
def gate() -> Iterator[Gate]:
    """A server of all orders, whose address is in the environment of this process."""
    with pytest.MonkeyPatch.context() as patched:
        environment: dict[str, str] = {}
        with serve(ORDERS_A_SHOP, environment) as gate:
            for name, value in environment.items():
                patched.setenv(name, value)
            yield gate


def assert_whole(directory: Path) -> None:
    """Check that each order of each shop is there once, and nothing is left of what was lost."""
    found = Counter(
        (order["shop"], order["total"])
        for path in directory.glob("part-*")
        for order in map(json.loads, path.read_text().splitlines())
    )
    assert found == {(shop, number): 1 for shop in SHOPS for number in range(ORDERS_A_SHOP)}
    assert not list(directory.glob("*.unfinished"))


# -- processes ------------------------------------------------------------------------------


def start(directory: Path, start_method: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-W", "error", "-m", "tests.exporting.market"]
    return subprocess.Popen(
        [*command, str(directory), start_method], stderr=subprocess.PIPE, text=True
    )


@pytest.mark.parametrize("start_method", ["fork", "spawn"])
def test_a_process_is_killed(start_method: str, gate: Gate, tmp_path: Path) -> None:
    gate.let_through(33)
    broken = start(tmp_path / "orders", start_method)
    os.kill(gate.held.get(timeout=BOUND_SECONDS), signal.SIGKILL)
    gate.let_through(float("inf"))
    _, errors = broken.communicate(timeout=BOUND_SECONDS)
    assert broken.returncode == 1
    assert "concurrent.futures.process.BrokenProcessPool: " in errors
    assert errors.endswith(
        "What was written is kept. To go on, make the same call with a new executor.\n"
    )
    assert list((tmp_path / "orders").glob("part-*"))
    before = gate.requests

    again = start(tmp_path / "orders", start_method)
    assert again.communicate(timeout=BOUND_SECONDS)[1] == ""

    assert again.returncode == 0
    assert_whole(tmp_path / "orders")
    assert gate.requests - before < ORDERS_A_SHOP * len(SHOPS) / 50, "it went on from checkpoints"


# -- a cluster ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def cluster(gate: Gate) -> Iterator[DaskClient]:
    """A client of a Dask cluster of two worker processes, with the environment of this one."""
    with (
        LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            dashboard_address="127.0.0.1:0",
            silence_logs=logging.CRITICAL,
        ) as cluster,
        DaskClient(cluster, timeout=BOUND_SECONDS) as client,
    ):
        yield client


def export_in(executor: Executor, directory: Path, **arguments: Any) -> Exported:
    return export(
        partitions(),
        directory,
        format="jsonl",
        records_a_part=100,
        executor=executor,
        **arguments,
    )


def test_a_worker_of_a_cluster_is_killed(gate: Gate, cluster: DaskClient, tmp_path: Path) -> None:
    before = gate.requests
    gate.let_through(33)
    with cluster.get_executor() as executor, ThreadPoolExecutor(1) as thread:
        exporting = thread.submit(export_in, executor, tmp_path / "orders")
        os.kill(gate.held.get(timeout=BOUND_SECONDS), signal.SIGKILL)
        gate.let_through(float("inf"))
        exported = exporting.result(timeout=BOUND_SECONDS)

    assert (exported.records, exported.new_records) == (5000, 5000)
    assert_whole(tmp_path / "orders")
    assert len(exported.files) == 50
    assert gate.requests - before < 100 + 10, "the other worker went on from a checkpoint"


def test_a_failure_in_a_cluster(cluster: DaskClient, tmp_path: Path) -> None:
    several = [*partitions(), *restmap.partition(orders_of, ["no-such-shop"])]
    with cluster.get_executor() as executor, pytest.raises(NotFoundError):
        export(several, tmp_path / "orders", format="jsonl", executor=executor)

    with cluster.get_executor() as executor:
        export_in(executor, tmp_path / "orders")
    assert_whole(tmp_path / "orders")


def test_what_a_cluster_cannot_pickle(cluster: DaskClient, tmp_path: Path) -> None:
    lock = threading.Lock()

    def locked_orders_of(shop: str) -> Stream[Order]:
        with lock:
            return orders_of(shop)

    with cluster.get_executor() as executor, pytest.raises(TypeError) as caught:
        export(
            restmap.partition(locked_orders_of, SHOPS), tmp_path / "orders.jsonl", executor=executor
        )
    assert caught.value.__notes__ == [
        "Workers import what the function of a partition uses: write it, and the resources that "
        "it uses, in a module that they can import."
    ]
