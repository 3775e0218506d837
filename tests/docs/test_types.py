"""The code of the page on types, as both checkers see it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CODE = "\n\n".join(
    re.findall(
        r"^```python\n(.*?)^```$", (ROOT / "docs/types.md").read_text(), re.DOTALL | re.MULTILINE
    )
)

# What makes a refused line right; the comment on it is then one too many.
PUT_RIGHT = {
    'tickets.create(subjct="Fire")': 'tickets.create(subject="Fire")',
    "ticket.delete()": "ticket.fetch()",
    'tickets.list(priority="urgent")': 'tickets.list(priority="low")',
}

# Alone in a folder outside of the checkout, with the project's strictness and no other setting.
MYPY = ["--strict", "--config-file=", "--follow-imports=silent", "--cache-dir=/dev/null"]
MYPY += ["--disable-error-code=empty-body"]
PYRIGHT = "# pyright: strict, reportUnnecessaryTypeIgnoreComment=true, reportPrivateUsage=false\n"
# Of examples: lines that stand for their type alone, stubs, and what runs beside the page.
PYRIGHT += (
    "# pyright: reportUnusedExpression=false, reportReturnType=false, reportUnusedImport=false\n"
)


def run(checker: str, code: str, folder: Path) -> tuple[int, str]:
    page = folder / "page.py"
    page.write_text(PYRIGHT + code)
    (folder / "pyrightconfig.json").write_text(
        f'{{"venvPath": "{ROOT}", "venv": ".venv", "extraPaths": ["{ROOT}"]}}'
    )
    options = [*MYPY, str(page)] if checker == "mypy" else ["-p", str(folder)]
    command = [sys.executable, "-m", checker, *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_they_find_nothing(checker: str, tmp_path: Path) -> None:
    assert CODE.count("assert_type(") >= 12
    code, printed = run(checker, CODE, tmp_path)
    assert code == 0, printed


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_they_complain_of_a_line_that_is_refused_no_longer(checker: str, tmp_path: Path) -> None:
    changed = CODE
    for wrong, right in PUT_RIGHT.items():
        assert changed.count(wrong) == 1, wrong
        changed = changed.replace(wrong, right)
    code, printed = run(checker, changed, tmp_path)
    assert code == 1
    unneeded = r"Unused \"type: ignore|Unnecessary \"# type: ignore"
    assert len(re.findall(unneeded, printed)) == len(PUT_RIGHT), printed
