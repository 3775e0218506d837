"""The example of an export by days: what it prints, in processes and in a cluster."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import polars
import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "docs" / "examples" / "export_by_day.py"

PRINTED = """\
310 calls, 310 of them new
310 calls, 0 of them new
"""


@pytest.mark.parametrize("kind", ["processes", "cluster"])
def test_it_prints_what_a_reader_expects(kind: str, tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if "TWILIO" not in name}
    done = subprocess.run(
        [sys.executable, "-W", "error", EXAMPLE, tmp_path / "calls", kind],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert (done.returncode, done.stdout) == (0, PRINTED), done.stderr
    calls = polars.read_parquet(tmp_path / "calls" / "*.parquet")
    assert calls["sid"].n_unique() == len(calls) == 310
