"""Schemathesis attacks a sandbox over HTTP with the document of what it serves.

    python -m tests.conformance.schemathesis_run resources.twilio.chat resources.twilio.sync

It runs in a process of its own, as its users do. What it prints is kept for the message of a test.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import attrs

from restmap.sandbox import Sandbox

from .attacked import HOOKS, LEFT_OUT, document_to_attack

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 900


@attrs.frozen
class Report:
    """What came of it. cases: how many requests there were. failures: what it found."""

    cases: int
    tested: int
    failures: Sequence[str]
    printed: str


def attack(
    sandbox: Sandbox, document: dict[str, Any], *, examples: int, options: Sequence[str] = ()
) -> Report:
    """Attack a sandbox that is started. examples: for each operation, at most."""
    prefix = urlsplit(document["servers"][0]["url"]).path
    with tempfile.TemporaryDirectory() as name:
        path, report = Path(name, "document.json"), Path(name, "report.json")
        path.write_text(json.dumps(document))
        command = [
            str(Path(sys.executable).with_name("schemathesis")), "--no-color", "run", str(path),
            "--url", sandbox.url + prefix, "-H", f"Authorization: Bearer {sandbox.token}",
            "--max-examples", str(examples), "--seed", "1", "--continue-on-failure",
            "--exclude-checks", ",".join(sorted(LEFT_OUT)),
            "--report", "json", "--report-json-path", str(report), *options,
        ]  # fmt: skip
        environment = {**os.environ, "SCHEMATHESIS_HOOKS": HOOKS, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            command, cwd=name, env=environment, capture_output=True, text=True, timeout=SECONDS
        )
        printed = done.stdout + done.stderr
        if not report.exists():
            raise AssertionError(printed)
        found = json.loads(report.read_text())
    failures = [f"{each['code']} {each['title']}" for each in found["failures"]]
    if done.returncode and not failures:
        failures = [printed]
    return Report(
        found["test_cases"]["generated"], found["operations"]["tested"], failures, printed
    )


def main(names: Sequence[str]) -> None:
    """Attack each host of the packages that are named, and print what came of it."""
    total = 0
    for name in names:
        with Sandbox(name) as sandbox:
            report = attack(sandbox, document_to_attack(name), examples=30)
        total += report.cases
        print(f"{name}: {report.tested} operations, {report.cases} requests, ", end="")
        print(f"{len(report.failures)} failures", flush=True)
        if report.failures:
            print(report.printed)
    print(f"{total} requests")


if __name__ == "__main__":
    main(sys.argv[1:])
