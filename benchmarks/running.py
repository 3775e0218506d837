"""Measurements, one process each, in turns: A B C, A B C."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import sysconfig
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import frozen

from . import starts
from .workloads import GROWTH, QUICK_GROWTH, WORKLOADS, Workload

ROOT = Path(__file__).parents[1]

Measured = dict[str, Any]
Results = dict[str, dict[str, list[Measured]]]
"""By workload and contender: a measurement for each turn."""

# Without `site`: the hooks of an editable installation would slow the start of every process.
_PYTHON = [sys.executable, "-S"]


@frozen
class Server:
    """The server of a run: its origins, and what it says of itself."""

    origin: str
    delayed_origin: str

    def control(self, what: str) -> dict[str, Any]:
        """Its counts and its CPU seconds so far; `reset` sets the counts to 0."""
        with urllib.request.urlopen(f"{self.origin}/control/{what}") as answer:
            state: dict[str, Any] = json.load(answer)
        return state


@contextlib.contextmanager
def serving() -> Iterator[Server]:
    """A server, ended with the block."""
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.server"], stdout=subprocess.PIPE, cwd=ROOT
    )
    try:
        assert process.stdout is not None
        ports = json.loads(process.stdout.readline())
        yield Server(*(f"http://127.0.0.1:{port}" for port in ports))
    finally:
        process.terminate()
        process.wait()


def run_all(server: Server, *, few_turns: bool = False, quick: bool = False) -> Results:
    """Every workload; what it says on the way goes to the terminal.

    few_turns: for a first look. quick: with smaller counts, too.
    """
    return {each.name: run(each, server, few_turns, quick) for each in WORKLOADS}


def run(
    workload: Workload, server: Server, few_turns: bool, quick: bool
) -> dict[str, list[Measured]]:
    """One workload: each contender once in every turn."""
    turns = min(workload.turns or 3, 5) if few_turns else workload.turns or 7
    found: dict[str, list[Measured]] = {name: [] for name in workload.contenders}
    for turn in range(turns):
        _say(f"{workload.name}: turn {turn + 1} of {turns}")
        for name in workload.contenders:
            found[name].append(measured(workload, name, server, quick=quick))
    _say(f"{workload.name}: done", end="\n")
    return found


def measured(workload: Workload, name: str, server: Server, *, quick: bool) -> Measured:
    """One measurement, with the part of its core that the server used meanwhile."""
    before = server.control("reset")
    begun = time.perf_counter()
    if workload.starts:
        found = _start(workload.name, name, server.origin)
    else:
        origin = server.delayed_origin if workload.delayed else server.origin
        count = workload.quick_count if quick else workload.count
        found = _work(workload.name, name, count, origin)
    after = server.control("counts")
    if after["counts"].get("wrong"):
        raise SystemExit(f"{name} sent something else in {workload.name}: {after['counts']}")
    found["server_share"] = (after["cpu_seconds"] - before["cpu_seconds"]) / (
        time.perf_counter() - begun
    )
    return found


def _work(workload: str, name: str, count: int, origin: str) -> Measured:
    if workload == "prefetch":
        workload = "in_turn" if name.endswith(" in turn") else "prefetched"
        name = name.removesuffix(" in turn")
    arguments = ["-m", "benchmarks.measure", name, workload, str(count), origin]
    ran = subprocess.run(
        [*_PYTHON, *arguments],
        env=_environment(name),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    result: Measured = json.loads(ran.stdout)
    return result


def _start(workload: str, name: str, origin: str) -> Measured:
    code, expected = starts.program(workload, name, origin)
    begun = time.perf_counter()
    process = subprocess.Popen(
        [*_PYTHON, "-c", code], env=_environment(name), stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    wall = time.perf_counter() - begun
    if process.wait():
        raise SystemExit(f"{name} failed in {workload}")
    cpu_text, wall_text, sid = line.split()
    if sid != expected:
        raise SystemExit(f"{name} found {sid} in {workload}, expected {expected}")
    if workload == "import":
        wall = float(wall_text)
    return {"cpu_seconds": float(cpu_text), "wall_seconds": wall}


def _environment(name: str) -> dict[str, str]:
    paths = [str(ROOT), sysconfig.get_paths()["purelib"], sysconfig.get_paths()["platlib"]]
    speed = {} if "[speed]" in name else {"RESTMAP_SPEED": "off"}
    kept = {each: os.environ[each] for each in ("PATH", "SYSTEMROOT") if each in os.environ}
    return {**kept, **speed, "PYTHONPATH": os.pathsep.join(dict.fromkeys(paths))}


def run_growth(server: Server, *, quick: bool = False) -> list[Measured]:
    """One stream after the other, each ten times as long: how time and memory grow."""
    found: list[Measured] = []
    for count in QUICK_GROWTH if quick else GROWTH:
        _say(f"growth: {count:,} records")
        best = min(
            (_work("stream", "restmap", count, server.origin) for _ in range(3)),
            key=lambda each: float(each["cpu_seconds"]),
        )
        found.append({"records": count, **best})
    _say("growth: done", end="\n")
    return found


def _say(text: str, end: str = "") -> None:
    print(f"\r{text:60}", end=end, file=sys.stderr, flush=True)
