"""Exports that are killed: the same call goes on, and in the end each record is there once."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest

from restmap import Request

from .shop import Server, order

COUNT = 205


class Gate:
    """Lets a number of pages through, and holds back the responses after them."""

    def __init__(self) -> None:
        self.is_shut = threading.Event()
        self._opened = threading.Condition()
        self._left = float("inf")

    def open_for(self, pages: float) -> None:
        with self._opened:
            self._left = pages
            self.is_shut.clear()
            self._opened.notify_all()

    def pass_through(self) -> None:
        with self._opened:
            while self._left == 0:
                self.is_shut.set()
                self._opened.wait()
            self._left -= 1


@pytest.fixture
def gate() -> Gate:
    return Gate()


@pytest.fixture
def url(gate: Gate) -> Iterator[str]:
    """The origin of a server on this machine with COUNT orders."""
    shop = Server([order(number) for number in range(COUNT)])

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # else headers and body are sent apart, and the latter waits

        def do_GET(self) -> None:
            gate.pass_through()
            response = shop.respond(Request("GET", self.path, {}, None))
            self.send_response(response.status)
            self.send_header("Content-Length", str(len(response.body)))
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(response.body)

        def log_message(self, *_: Any) -> None: ...

    class HttpServer(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: Any) -> None: ...  # its client was killed

    with HttpServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            gate.open_for(float("inf"))
            server.shutdown()
            thread.join()


def start(action: str, url: str, path: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.exporting.shop", action, url, str(path)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def ids_in(path: Path) -> list[int]:
    if path.suffix == ".jsonl":
        return [json.loads(line)["id"] for line in path.read_text().splitlines()]
    ids: list[int] = pyarrow.parquet.read_table(path)["id"].to_pylist()
    return ids


@pytest.mark.parametrize("name", ["orders.jsonl", "orders.parquet", "orders"])
def test_killed_at_random(name: str, url: str, gate: Gate, tmp_path: Path) -> None:
    path = tmp_path / name
    chance = random.Random(name)
    kills = 0
    for _ in range(60):
        gate.open_for(chance.randrange(4, 12))
        process = start("export", url, path)
        while process.poll() is None and not gate.is_shut.wait(0.02):
            pass
        # Not just when a page is awaited, but anywhere in what is done before.
        threading.Event().wait(chance.random() * 0.003)
        process.kill()
        process.communicate()
        if process.returncode == 0:
            break
        assert process.returncode == -signal.SIGKILL
        kills += 1
    else:
        pytest.fail("the export makes no headway")

    assert kills >= 2
    assert ids_in(path) == [*range(COUNT)]


def test_crashed_before_each_operation_on_files(url: str, tmp_path: Path) -> None:
    process = start("crashes", url, tmp_path)
    lines = [each for each in process.communicate()[0].splitlines() if " " in each]

    assert len(lines) > 50
    assert lines == ["9 0"] * (len(lines) - 1) + ["0 0"]
    for directory in filter(Path.is_dir, tmp_path.iterdir()):
        (path,) = directory.iterdir()  # nothing else is left
        assert ids_in(path) == [*range(COUNT)]
