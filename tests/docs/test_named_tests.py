"""Pages that name tests as evidence: they are there, and each promise of security has one."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "security.md").read_text()
COMPARED = (ROOT / "docs" / "why.md").read_text()

NAMED = sorted(set(re.findall(r"`(tests/[a-z_/0-9]+\.py)::(\w+)`", TEXT + COMPARED)))


def functions_of(module: Path) -> set[str]:
    """The names of the functions that stand at the top of a module."""
    tree = ast.parse(module.read_text())
    return {each.name for each in tree.body if isinstance(each, ast.FunctionDef)}


def test_tests_are_named() -> None:
    assert len(NAMED) > 60


@pytest.mark.parametrize(("module", "name"), NAMED)
def test_a_named_test_exists(module: str, name: str) -> None:
    assert name in functions_of(ROOT / module)


def test_each_promise_has_a_test() -> None:
    """A promise is a term of a definition list, or a section with a list of tests below it."""
    promised = TEXT.partition("\n## What is not promised")[0]
    terms = re.split(r"\n\n(?=[A-Z][^\n]*\n: )|\n## ", promised)[1:]
    without = [term.partition("\n")[0] for term in terms if "`tests/" not in term]
    # The headings that promises stand under.
    assert without == [
        "Where requests go",
        "In transit",
        "Responses",
        "What is not shown",
        "What is imported",
    ]
