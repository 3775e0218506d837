"""One measurement: one contender does one workload, in this process and in no other.

    python -S -m benchmarks.measure "restmap" stream 100000 http://127.0.0.1:…

prints what it took as JSON. The process is started without `site`, since an editable
installation hooks the import of everything.
"""

from __future__ import annotations

import asyncio
import gc
import json
import resource
import sys
import time
import tracemalloc
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from . import calls, sessions
from .contenders import made

AT_ONCE = 50
WARM_UP_RECORDS = 3000
WARM_UP_CALLS = 50

# What a program does with a page while the next one may be on its way.
WORK_SECONDS_A_PAGE = 0.02


class Stopwatch:
    """Wall seconds, and CPU seconds of this process."""

    def __enter__(self) -> Stopwatch:
        gc.collect()
        self._wall, self._cpu = time.perf_counter(), time.process_time()
        return self

    def __exit__(self, *_: object) -> None:
        self.wall_seconds = time.perf_counter() - self._wall
        self.cpu_seconds = time.process_time() - self._cpu

    def result(self, **more: Any) -> dict[str, Any]:
        """What was measured."""
        return {"wall_seconds": self.wall_seconds, "cpu_seconds": self.cpu_seconds, **more}


def expect(found: object, expected: object) -> None:
    """A contender that does something else is not measured."""
    if found != expected:
        raise SystemExit(f"expected {expected!r}, found {found!r}")


# -- blocking -------------------------------------------------------------------------------


def stream(contender: Any, count: int) -> dict[str, Any]:
    """Read two fields of each session of a list."""
    contender.stream(WARM_UP_RECORDS)
    with Stopwatch() as watch:
        total = contender.stream(count)
    peak_bytes = _peak_bytes()
    expect(total, sessions.total_weight(count))
    return watch.result(peak_bytes=peak_bytes)


def fields(contender: Any, count: int) -> dict[str, Any]:
    """Read all fields of each session of a list, once; the reference only makes the dicts."""
    contender.fields(WARM_UP_RECORDS)
    with Stopwatch() as watch:
        seen = contender.fields(count)
    expect(seen, count)
    return watch.result()


def hold(contender: Any, count: int) -> dict[str, Any]:
    """Keep a list in memory: the time."""
    contender.hold(WARM_UP_RECORDS)
    with Stopwatch() as watch:
        held = contender.hold(count)
    expect(len(held), count)
    return watch.result()


def memory(contender: Any, count: int) -> dict[str, Any]:
    """Keep a list in memory: the bytes a record, as Python's allocators count them."""
    contender.hold(WARM_UP_RECORDS)
    gc.collect()
    tracemalloc.start()
    with Stopwatch() as watch:
        held = contender.hold(count)
    gc.collect()
    used = tracemalloc.get_traced_memory()[0]
    expect(len(held), count)
    return watch.result(bytes_a_record=used / count)


def table(contender: Any, count: int) -> dict[str, Any]:
    """Make a data frame of a list."""
    contender.table(WARM_UP_RECORDS)
    with Stopwatch() as watch:
        seen = contender.table(count)
    peak_bytes = _peak_bytes()
    expect(seen, (count, calls.call(count - 1)["sid"]))
    return watch.result(peak_bytes=peak_bytes)


def create(contender: Any, count: int) -> dict[str, Any]:
    """Create sessions one after the other."""
    return _repeated(contender.create, count)


def fetch(contender: Any, count: int) -> dict[str, Any]:
    """Fetch a session again and again."""
    return _repeated(contender.fetch, count)


def _repeated(call: Callable[[], str], count: int) -> dict[str, Any]:
    for _ in range(WARM_UP_CALLS):
        call()
    with Stopwatch() as watch:
        for _ in range(count):
            expect(call(), sessions.FETCHED["sid"])
    return watch.result()


def threads(contender: Any, count: int) -> dict[str, Any]:
    """Create sessions by as many threads as there are requests at a time."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(lambda _: contender.create(), range(AT_ONCE)))
        with Stopwatch() as watch:
            for sid in pool.map(lambda _: contender.create(), range(count)):
                expect(sid, sessions.FETCHED["sid"])
    return watch.result()


def prefetched(contender: Any, count: int) -> dict[str, Any]:
    """Stream and work at each page, the next page asked for ahead."""
    return _worked(contender, count, prefetch=True)


def in_turn(contender: Any, count: int) -> dict[str, Any]:
    """The same, one thing after the other."""
    return _worked(contender, count, prefetch=False)


def _worked(contender: Any, count: int, *, prefetch: bool) -> dict[str, Any]:
    seen = 0
    with Stopwatch() as watch:
        for _ in contender.pages(count, prefetch=prefetch):
            seen += 1
            if seen % sessions.PAGE_SIZE == 0:
                time.sleep(WORK_SECONDS_A_PAGE)
    expect(seen, count)
    return watch.result()


# -- asynchronous ---------------------------------------------------------------------------


async def stream_async(contender: Any, count: int) -> dict[str, Any]:
    """As `stream`."""
    await contender.stream(WARM_UP_RECORDS)
    with Stopwatch() as watch:
        total = await contender.stream(count)
    peak_bytes = _peak_bytes()
    expect(total, sessions.total_weight(count))
    return watch.result(peak_bytes=peak_bytes)


async def create_async(contender: Any, count: int) -> dict[str, Any]:
    """As `create`."""
    return await _repeated_async(contender.create, count)


async def fetch_async(contender: Any, count: int) -> dict[str, Any]:
    """As `fetch`."""
    return await _repeated_async(contender.fetch, count)


async def _repeated_async(call: Callable[[], Awaitable[str]], count: int) -> dict[str, Any]:
    for _ in range(WARM_UP_CALLS):
        await call()
    with Stopwatch() as watch:
        for _ in range(count):
            expect(await call(), sessions.FETCHED["sid"])
    return watch.result()


async def tasks_async(contender: Any, count: int) -> dict[str, Any]:
    """Create sessions by as many tasks as there are requests at a time."""

    async def create_some(each: int) -> None:
        for _ in range(each):
            expect(await contender.create(), sessions.FETCHED["sid"])

    await asyncio.gather(*(create_some(1) for _ in range(AT_ONCE)))
    with Stopwatch() as watch:
        await asyncio.gather(*(create_some(count // AT_ONCE) for _ in range(AT_ONCE)))
    return watch.result()


async def prefetched_async(contender: Any, count: int) -> dict[str, Any]:
    """As `prefetched`."""
    return await _worked_async(contender, count, prefetch=True)


async def in_turn_async(contender: Any, count: int) -> dict[str, Any]:
    """As `in_turn`."""
    return await _worked_async(contender, count, prefetch=False)


async def _worked_async(contender: Any, count: int, *, prefetch: bool) -> dict[str, Any]:
    seen = 0
    with Stopwatch() as watch:
        async for _ in contender.pages(count, prefetch=prefetch):
            seen += 1
            if seen % sessions.PAGE_SIZE == 0:
                await asyncio.sleep(WORK_SECONDS_A_PAGE)
    expect(seen, count)
    return watch.result()


def _peak_bytes() -> int:
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        # Counted in bytes on macOS.
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Not Linux's ru_maxrss, which begins with that of the process that started this one.
    (peak,) = [line.split()[1] for line in lines if line.startswith("VmHWM")]
    return int(peak) * 1024


async def _run_async(name: str, workload: str, count: int, origin: str) -> dict[str, Any]:
    contender = made(name, origin)
    try:
        measured: dict[str, Any] = await globals()[f"{workload}_async"](contender, count)
        return measured
    finally:
        await contender.close()


def main(name: str, workload: str, count: int, origin: str) -> None:
    """Measure, and print."""
    if name.endswith("async"):
        found = asyncio.run(_run_async(name, workload, count, origin))
    else:
        found = globals()[workload](made(name, origin), count)
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4])
