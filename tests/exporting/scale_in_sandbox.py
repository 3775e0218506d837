"""500,000 records of the sandbox, exported by a Dask cluster of two workers, one of them killed.

python -m tests.exporting.scale_in_sandbox    # prints the figures of docs/scale.md
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

import polars
from distributed import Client as DaskClient, LocalCluster

import restmap
from restmap import BearerAuth, ExportProgress, Stream

from .market import Market, Order, serve

SHOPS = [f"shop-{number}" for number in range(50)]
ORDERS_A_SHOP = 10_000
ALL = len(SHOPS) * ORDERS_A_SHOP


def orders_of(shop: str) -> Stream[Order]:
    market = Market(auth=BearerAuth(os.environ["MARKET_TOKEN"]), base_url=os.environ["MARKET_URL"])
    return market.shops(shop).orders.stream(page_size=1000)


def serve_until_killed(ready: Any) -> None:
    environment: dict[str, str] = {}
    with serve(ORDERS_A_SHOP, environment, SHOPS):
        ready.put(environment)
        threading.Event().wait()


def peak_memory(pid: int) -> str:
    """The peak memory of a process, as Linux gives it."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(line.split(":")[1].strip() for line in lines if line.startswith("VmHWM"))


def export_and_kill(directory: str) -> None:
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0") as cluster,
        DaskClient(cluster) as client,
        client.get_executor() as executor,
    ):
        killed: list[int] = []

        def kill_one(progress: ExportProgress) -> None:
            if progress.partitions_done == 20:
                killed.extend(client.run(os.getpid).values())
                os.kill(killed[0], signal.SIGKILL)

        began = time.monotonic()
        exported = restmap.export(
            restmap.partition(orders_of, SHOPS), directory, executor=executor, progress=kill_one
        )
        seconds = time.monotonic() - began
        print(f"killed process {killed[0]} after 20 partitions")
        print(f"{exported.records:,} records in {seconds:.1f} s, {ALL / seconds:,.0f} a second")
        memory = map(peak_memory, client.run(os.getpid).values())
        print("peak memory of the workers at the end:", ", ".join(memory))
    table = polars.read_parquet(f"{directory}/*.parquet", columns=["shop", "total"])
    print(f"{len(table):,} rows, {table.n_unique():,} different ones")
    assert len(table) == table.n_unique() == ALL


def main() -> None:
    context = multiprocessing.get_context("spawn")
    ready = context.Queue()
    server = context.Process(target=serve_until_killed, args=(ready,))
    server.start()
    try:
        os.environ.update(ready.get())
        with tempfile.TemporaryDirectory() as directory:
            export_and_kill(f"{directory}/orders")
    finally:
        server.kill()
        server.join()


if __name__ == "__main__":
    main()
