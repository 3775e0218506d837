"""A month of calls, a day at a time, in processes or on a Dask cluster.

TWILIO_ACCOUNT_SID=… TWILIO_AUTH_TOKEN=… python docs/examples/export_by_day.py calls/
python docs/examples/export_by_day.py calls/ cluster    # without an account, in a sandbox
"""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from datetime import UTC, date, datetime
from importlib import import_module
from typing import Any

import restmap
from resources.twilio import Client
from resources.twilio.api.v2010.call import Call
from restmap import Period, RateLimit, Stream
from restmap.sandbox import Sandbox

WORKERS = 2


def calls_of(day: Period) -> Stream[Call]:
    """The calls of a day. Each worker has its own client, with credentials of the environment."""
    client = Client(base_url=os.environ.get("TWILIO_BASE_URL"), pace=RateLimit(100))
    return client.calls.stream(start_time_after=day.begin, start_time_before=day.last)


def export_month(directory: str, executor: Executor) -> None:
    october = restmap.days(date(2026, 10, 1), date(2026, 11, 1))
    exported = restmap.export(
        restmap.partition(calls_of, october), directory, executor=executor, at_a_time=WORKERS
    )
    print(f"{exported.records} calls, {exported.new_records} of them new")


@contextmanager
def executor_of(kind: str) -> Generator[Executor]:
    """Processes of this machine, or a Dask cluster, which has two workers here."""
    if kind == "processes":
        with ProcessPoolExecutor(WORKERS) as executor:
            yield executor
    else:
        dask: Any = import_module("distributed")  # it has few types
        with (
            dask.LocalCluster(
                n_workers=WORKERS, threads_per_worker=1, dashboard_address="127.0.0.1:0"
            ) as cluster,
            dask.Client(cluster) as client,
            client.get_executor() as executor,
        ):
            yield executor


@contextmanager
def sandbox_with_calls() -> Generator[None]:
    """A sandbox that workers find by the environment, with ten calls on each day of October."""
    with Sandbox("resources.twilio.api") as sandbox:
        os.environ["TWILIO_ACCOUNT_SID"] = sandbox.account
        os.environ["TWILIO_AUTH_TOKEN"] = sandbox.token
        os.environ["TWILIO_BASE_URL"] = sandbox.url
        for number in range(310):
            begin = datetime(2026, 10, 1 + number % 31, number % 24, tzinfo=UTC)
            sandbox.add(Call, start_time=begin, status="completed")
        yield


def main(directory: str, kind: str = "processes") -> None:
    if "TWILIO_ACCOUNT_SID" in os.environ:
        with executor_of(kind) as executor:
            export_month(directory, executor)
        return
    with sandbox_with_calls(), executor_of(kind) as executor:
        export_month(directory, executor)
        export_month(directory, executor)  # everything is there already


if __name__ == "__main__":
    main(*sys.argv[1:])
