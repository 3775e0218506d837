"""Runs the benchmarks: `python -m benchmarks`, `python -m benchmarks --quick`, `… check`."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from .ratios import Summary, summary
from .running import run_all, run_growth, serving

DOCS = Path(__file__).parents[1] / "docs"
PAGE = DOCS / "benchmarks.md"
PLOTS = DOCS / "benchmarks"
RATIOS = PLOTS / "ratios.json"


def quick_look() -> None:
    """Run everything shortly and show the tables; nothing is written."""
    from .report import machine, page

    with serving() as server:
        results = run_all(server, few_turns=True, quick=True)
        growth = run_growth(server, quick=True)
    print(page(results, summary(results), growth, machine()))


def bench() -> None:
    """Run everything and write the page, the plots and the ratios."""
    from .plots import draw
    from .report import machine, page

    with serving() as server:
        results = run_all(server)
        growth = run_growth(server)
    facts = summary(results)
    where = machine()
    draw(facts, PLOTS)
    PAGE.write_text(page(results, facts, growth, where))
    RATIOS.write_text(json.dumps({"machine": where, "workloads": facts}, indent=1) + "\n")
    print(f"{PAGE.relative_to(DOCS.parent)} and {PLOTS.relative_to(DOCS.parent)}/ are written.")


def check() -> None:
    """Run with few turns, and say which ratios are no longer those of the page.

    It ends with 0 whatever it finds: a machine that was busy is no fault of the program.
    """
    before: Summary = json.loads(RATIOS.read_text())["workloads"]
    with serving() as server:
        after = summary(run_all(server, few_turns=True))
    moved = list(differences(before, after))
    for line in moved:
        print(line)
    print(f"{len(moved)} ratios moved by more than the noise of both runs.")


def differences(before: Summary, after: Summary) -> list[str]:
    """The ratios that moved by more than three times the noise of both runs, and 5 %.

    >>> measured = {"cpu_seconds_ratio": 1.0, "cpu_seconds_noise": 0.01}
    >>> slower = {**measured, "cpu_seconds_ratio": 1.2}
    >>> differences({"stream": {"restmap": measured}}, {"stream": {"restmap": slower}})
    ['stream, restmap, cpu_seconds: 1.00 before, 1.20 now (noise 0.02)']
    >>> differences({"stream": {"restmap": measured}}, {"stream": {"restmap": measured}})
    []
    """
    found: list[str] = []
    for workload, contenders in after.items():
        for name, now in contenders.items():
            then: dict[str, Any] = before.get(workload, {}).get(name, {})
            for key in [each for each in now if each.endswith("_ratio") and each in then]:
                measure = key.removesuffix("_ratio")
                noise = then[f"{measure}_noise"] + now[f"{measure}_noise"]
                if abs(now[key] - then[key]) > max(3 * noise, 0.05 * then[key]):
                    values = f"{then[key]:.2f} before, {now[key]:.2f} now"
                    found.append(f"{workload}, {name}, {measure}: {values} (noise {noise:.2f})")
    return found


def main(arguments: list[str]) -> None:
    """What the command line says."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("what", nargs="?", choices=["run", "check"], default="run")
    parser.add_argument("--quick", action="store_true", help="short, and nothing is written")
    given = parser.parse_args(arguments)
    if given.what == "check":
        check()
    elif given.quick:
        quick_look()
    else:
        bench()


if __name__ == "__main__":
    main(sys.argv[1:])
