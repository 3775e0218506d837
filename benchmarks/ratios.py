"""From measurements to ratios: within each turn, then their median."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from typing import Any

from .running import Measured, Results
from .workloads import WORKLOADS, Goal, Workload

MEASURES = ("cpu_seconds", "wall_seconds", "bytes_a_record")

Summary = dict[str, dict[str, dict[str, Any]]]
"""By workload and contender: medians, ratios to the first contender, and their noise."""


def summary(results: Results) -> Summary:
    """The medians and ratios of a run."""
    return {each.name: _of_workload(each, results[each.name]) for each in WORKLOADS}


def _of_workload(workload: Workload, found: dict[str, list[Measured]]) -> dict[str, dict[str, Any]]:
    first = found[workload.contenders[0]]
    return {name: _of_contender(turns, first) for name, turns in found.items()}


def _of_contender(turns: list[Measured], first: list[Measured]) -> dict[str, Any]:
    known = [each for each in MEASURES if each in turns[0]]
    share = max(each["server_share"] for each in turns)
    facts: dict[str, Any] = {"server_share": round(share, 3)}
    for measure in known:
        ratios = [mine[measure] / its[measure] for mine, its in zip(turns, first, strict=True)]
        facts[measure] = round(statistics.median(each[measure] for each in turns), 6)
        facts[f"{measure}_ratio"] = round(statistics.median(ratios), 4)
        facts[f"{measure}_noise"] = round(noise(ratios), 4)
    return facts


def noise(ratios: Sequence[float]) -> float:
    """How far the ratios of the turns lie apart: half of what the middle half of them spans.

    >>> round(noise([1.0, 1.1, 1.2, 1.3, 1.4]), 3)
    0.1
    """
    if len(ratios) < 4:
        return (max(ratios) - min(ratios)) / 2
    low, _, high = statistics.quantiles(ratios, n=4, method="inclusive")
    return (high - low) / 2


def reached(goal: Goal, workload: Workload, results: Results) -> float:
    """What there is in place of a goal."""
    mine = results[workload.name][goal.contender]
    if goal.against is None:
        return statistics.median(float(each[goal.measure]) for each in mine)
    against = results[workload.name][goal.against]
    pairs = zip(mine, against, strict=True)
    return statistics.median(float(a[goal.measure] / b[goal.measure]) for a, b in pairs)
