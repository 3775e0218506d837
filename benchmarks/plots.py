"""Bars for each workload, as SVG."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib import pyplot

from .ratios import Summary
from .workloads import WORKLOADS, Workload

_OURS, _INCUMBENT, _BY_HAND = "#2f6f4f", "#b3541e", "#8a94a6"
_UNITS = {"cpu_seconds": "CPU ms", "wall_seconds": "ms", "bytes_a_record": "bytes a record"}


def draw(summary: Summary, folder: Path) -> None:
    """One plot for each workload; none is dated, so that only numbers change them."""
    folder.mkdir(exist_ok=True)
    mpl.rcParams.update({"svg.hashsalt": "restmap", "font.size": 10, "svg.fonttype": "none"})
    for workload in WORKLOADS:
        _draw(workload, summary[workload.name], folder / f"{workload.name}.svg")


def _draw(workload: Workload, facts: dict[str, dict[str, Any]], path: Path) -> None:
    names = list(facts)
    factor = 1 if workload.measure == "bytes_a_record" else 1000
    values = [facts[name][workload.measure] * factor for name in names]
    ratios = [facts[name][f"{workload.measure}_ratio"] for name in names]
    figure, axes = pyplot.subplots(figsize=(7.2, 0.42 * len(names) + 0.9), layout="constrained")
    bars = axes.barh(names, values, color=[_colour(name) for name in names], height=0.66)
    labels = [
        f" {value:,.0f}  ({ratio:.2f} ×)" for value, ratio in zip(values, ratios, strict=True)
    ]
    axes.bar_label(bars, labels, fontsize=9, color="#333")
    axes.invert_yaxis()
    axes.set_xlim(0, max(values) * 1.25)
    axes.set_xlabel(_UNITS[workload.measure], color="#555")
    axes.tick_params(colors="#333", length=0)
    axes.grid(axis="x", color="#e6e6e6", linewidth=0.8)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color("#ccc")
    figure.patch.set_facecolor("white")
    figure.savefig(path, metadata={"Date": None})
    pyplot.close(figure)


def _colour(name: str) -> str:
    if name.startswith("restmap"):
        return _OURS
    return _INCUMBENT if name.startswith("twilio") else _BY_HAND
