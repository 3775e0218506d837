"""The page of the documentation: tables, and the plots beside them."""

from __future__ import annotations

import datetime
import importlib.metadata
import os
import platform
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .ratios import Summary, reached
from .running import Measured, Results
from .workloads import WORKLOADS, Goal, Workload

_PACKAGES = (
    "urllib3",
    "aiohttp",
    "orjson",
    "msgspec",
    "attrs",
    "cattrs",
    "polars",
    "pyarrow",
    "twilio",
)


def machine() -> dict[str, Any]:
    """Where and when the run was made."""
    return {
        "date": datetime.date.today().isoformat(),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "processor": _processor(),
        "cores": os.cpu_count(),
        "versions": {each: importlib.metadata.version(each) for each in _PACKAGES},
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor()


def page(results: Results, summary: Summary, growth: list[Measured], where: dict[str, Any]) -> str:
    """The page as Markdown."""
    return "\n".join(
        [
            *_introduction(where),
            *_goals(results),
            *_floor(results),
            *_details(summary),
            *_growth(growth),
        ]
    )


def _introduction(where: dict[str, Any]) -> Iterator[str]:
    versions = ", ".join(f"{name} {version}" for name, version in where["versions"].items())
    yield from (
        "# Benchmarks",
        "",
        "<!-- Written by `make bench`: change benchmarks/report.py instead. -->",
        "",
        "How long restmap takes, beside other ways to do the same in one run. The **reference** is",
        "a client written by hand with urllib3 and `json.loads`, which returns dicts: what a",
        "program would do without any library. A ratio of 1.2 is 1.2 times its time.",
        "",
        f"Measured on {where['date']} with Python {where['python']} on {where['system']}, "
        f"{where['processor']}, {where['cores']} cores; {versions}.",
        "",
        "Each measurement is a process of its own. The contenders take turns, a ratio is one of a",
        "turn, and what is shown is the median over the turns. CPU seconds are those of the",
        "client's process: on a busy machine they are steadier than the time on the wall, which is",
        "shown beside them. The server answers from prepared bytes, checks every form, and is idle",
        "most of the time: its share of a core is in the last column. `make bench` repeats all of",
        "it, and `make bench-check` compares another run with this one.",
        "",
    )


def _goals(results: Results) -> Iterator[str]:
    yield from ("## What is to be reached", "", "| workload | contender | measure | goal | found |")
    yield "|---|---|---|---|---|"
    for workload in WORKLOADS:
        for goal in workload.goals:
            found = reached(goal, workload, results)
            bytes_only = goal.against is None
            goal_text = f"≤ {goal.at_most:,.0f}" if bytes_only else f"≤ {goal.at_most:g} ×"
            found_text = f"{found:,.0f}" if bytes_only else f"{found:.2f} × {goal.against}"
            measure = _MEASURES[goal.measure]
            shown = found_text if found <= goal.at_most else f"**{found_text}**, missed"
            yield f"| {workload.title} | {goal.contender} | {measure} | {goal_text} | {shown} |"
    yield ""


def _floor(results: Results) -> Iterator[str]:
    """How near to a goal a client comes that does nothing else: what is left for a library."""
    against = "twilio-python async"
    tasks = _found("tasks", Goal("aiohttp + json, async", 1, against=against), results)
    time = _found("hold", Goal("urllib3 + json, slots", 1), results)
    size = _found("memory", Goal("urllib3 + json, slots", 1, "bytes_a_record", None), results)
    yield from (
        f"By tasks, a client by hand stands at {tasks:.2f} × {against}: aiohttp, a form and a",
        "dict. restmap sends by the interfaces that aiohttp and urllib3 document.",
        "",
        f"To hold sessions in {size:,.0f} bytes each, a client by hand takes {time:.2f} × the time",
        "of the reference: it has a class with slots, and holds once what repeats. The dicts that",
        "the reference keeps are what `json.loads` made anyway; whoever holds less has to make",
        "something else of each.",
        "",
    )


def _found(name: str, goal: Goal, results: Results) -> float:
    (workload,) = (each for each in WORKLOADS if each.name == name)
    return reached(goal, workload, results)


_MEASURES = {
    "cpu_seconds": "CPU time",
    "wall_seconds": "time on the wall",
    "bytes_a_record": "bytes a record",
}


def _details(summary: Summary) -> Iterator[str]:
    yield from ("## Every workload", "")
    for workload in WORKLOADS:
        yield from _detail(workload, summary[workload.name])


def _detail(workload: Workload, facts: dict[str, dict[str, Any]]) -> Iterator[str]:
    title = workload.title[0].upper() + workload.title[1:]
    yield from (f"### {title}", "", f"![{title}](benchmarks/{workload.name}.svg)", "")
    if workload.measure == "bytes_a_record":
        yield from ("| contender | bytes a record | ratio |", "|---|--:|--:|")
        for name, each in facts.items():
            size, ratio = each["bytes_a_record"], each["bytes_a_record_ratio"]
            yield f"| {name} | {size:,.0f} | {ratio:.2f} |"
        yield ""
        return
    yield "| contender | CPU ms | ratio | ± | wall ms | ratio | ± | server |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|"
    for name, each in facts.items():
        cells = [
            f"{each[f'{measure}_seconds'] * 1000:,.1f} | {each[f'{measure}_seconds_ratio']:.2f} | "
            f"{each[f'{measure}_seconds_noise']:.2f}"
            for measure in ("cpu", "wall")
        ]
        yield f"| {name} | {' | '.join(cells)} | {each['server_share']:.0%} |"
    yield ""


def _growth(growth: list[Measured]) -> Iterator[str]:
    yield from ("## Growth of a stream", "", "| records | CPU µs a record | most memory, MB |")
    yield "|--:|--:|--:|"
    for each in growth:
        micros = each["cpu_seconds"] / each["records"] * 1e6
        yield f"| {each['records']:,} | {micros:.2f} | {each['peak_bytes'] / 1e6:.0f} |"
    yield from ("", "The memory is that of the whole process.", "")
