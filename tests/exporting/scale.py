"""The figures of docs/scale.md: 500,000 calls of 50 accounts, exported in each way.

python -m tests.exporting.scale               # all ways, with the server: some minutes
python -m tests.exporting.scale 'processes 2' # one of them, with the server of SCALE_URL

python -m tests.exporting.scale_in_sandbox has a cluster against the sandbox, with a killed worker.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import restmap
from benchmarks.calls import call
from resources.twilio import Client
from resources.twilio.api.v2010.call import Call
from restmap import Stream

ACCOUNTS = [f"AC{number:032x}" for number in range(50)]
PAGES, PAGE_SIZE = 10, 1000
ALL = len(ACCOUNTS) * PAGES * PAGE_SIZE

# What runs the partitions, by name.
WAYS = {
    "one process": "here",
    "2 threads": "threads 2",
    "8 threads": "threads 8",
    "2 processes": "processes 2",
    "8 processes": "processes 8",
    "Dask, 2 workers": "dask 2",
}


def calls_of(account: str) -> Stream[Call]:
    client = Client(account, "token", base_url=os.environ["SCALE_URL"])
    return client.api.v2010.account.calls.stream(page_size=PAGE_SIZE)


# -- the server: pages from prepared bytes --------------------------------------------------


def page_template(number: int) -> bytes:
    """A page of calls, with `@ACCOUNT@` in place of the account."""
    calls = [call(number * PAGE_SIZE + each) for each in range(PAGE_SIZE)]
    for each in calls:
        each["sid"] = f"CA@ACCOUNT@{each['sid'][-8:]}"
        each["account_sid"] = "@ACCOUNT@"
        each["uri"] = each["sid"]
        each["subresource_uris"] = {}
    last = number == PAGES - 1
    path = "/2010-04-01/Accounts/@ACCOUNT@/Calls.json"
    following = None if last else f"{path}?PageSize={PAGE_SIZE}&Page={number + 1}"
    return json.dumps({"calls": calls, "next_page_uri": following}).encode()


def serve_forever(delay: float, ready: Any) -> None:
    pages = [page_template(number) for number in range(PAGES)]

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1

        def do_GET(self) -> None:
            url = urlsplit(self.path)
            number = int(parse_qs(url.query).get("Page", ["0"])[0])
            body = pages[number].replace(b"@ACCOUNT@", url.path.split("/")[3].encode())
            time.sleep(delay)
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    ready.put(f"http://127.0.0.1:{server.server_port}")
    server.serve_forever()


@contextmanager
def serve(delay: float) -> Iterator[str]:
    """A server in a process of its own, which takes `delay` seconds for a page."""
    context = multiprocessing.get_context("spawn")
    ready = context.Queue()
    process = context.Process(target=serve_forever, args=(delay, ready))
    process.start()
    try:
        yield ready.get(timeout=60)
    finally:
        process.kill()
        process.join()


# -- one way, in a process of its own -------------------------------------------------------


@contextmanager
def executor_of(way: str) -> Iterator[Executor | None]:
    kind, _, number = way.partition(" ")
    if kind == "here":
        yield None
    elif kind == "threads":
        with ThreadPoolExecutor(int(number)) as executor:
            yield executor
    elif kind == "processes":
        with ProcessPoolExecutor(int(number)) as executor:
            yield executor
    else:
        from distributed import Client as DaskClient, LocalCluster

        with (
            LocalCluster(
                n_workers=int(number), threads_per_worker=1, dashboard_address="127.0.0.1:0"
            ) as cluster,
            DaskClient(cluster) as client,
            client.get_executor() as executor,
        ):
            yield executor


def measure(way: str) -> None:
    """Export in one way, and print what it took as JSON."""
    with tempfile.TemporaryDirectory() as directory:
        began = time.monotonic()
        with executor_of(way) as executor:
            exported = restmap.export(
                restmap.partition(calls_of, ACCOUNTS), Path(directory) / "calls", executor=executor
            )
        seconds = time.monotonic() - began
    assert exported.records == ALL
    own = resource.getrusage(resource.RUSAGE_SELF)
    workers = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = sum(each.ru_utime + each.ru_stime for each in (own, workers))
    memory = [each.ru_maxrss / 1024 for each in (own, workers)]
    print(json.dumps({"seconds": seconds, "cpu": cpu, "memory": memory}))


def main() -> None:
    for delay in (0.0, 0.2):
        with serve(delay) as url:
            for name, way in WAYS.items():
                done = subprocess.run(
                    [sys.executable, "-m", "tests.exporting.scale", way],
                    env={**os.environ, "SCALE_URL": url},
                    stdout=subprocess.PIPE,
                    text=True,
                    check=True,
                )
                took = json.loads(done.stdout)
                print(
                    f"{delay:3.1f} s a page, {name:16}: {took['seconds']:6.1f} s, "
                    f"{ALL / took['seconds']:8,.0f} records/s, CPU {took['cpu']:5.1f} s, "
                    f"memory {took['memory'][0]:4.0f} MB, of a worker {took['memory'][1]:4.0f} MB",
                    f"(load {os.getloadavg()[0]:.1f})",
                    flush=True,
                )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(sys.argv[1])
    else:
        main()
