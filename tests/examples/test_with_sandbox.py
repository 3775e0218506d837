"""The tests that docs/sandbox.md shows: they pass, and fail when the program is wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "docs/examples/test_with_sandbox.py"


def run(tests: Path) -> tuple[int, str]:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tests)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, cwd=ROOT)
    return done.returncode, done.stdout


def test_they_pass() -> None:
    code, said = run(EXAMPLE)
    assert code == 0, said
    assert "2 passed" in said


def test_they_fail_where_the_program_is_wrong(tmp_path: Path) -> None:
    wrong = tmp_path / "test_wrong.py"
    right = 'session.update(status="closed")'
    assert right in EXAMPLE.read_text()
    wrong.write_text(EXAMPLE.read_text().replace(right, "pass"))
    code, said = run(wrong)
    assert code == 1, said
    assert "2 failed" in said
