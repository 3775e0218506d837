"""restmap knows no vendor: code for a vendor is beside the resources of that vendor."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
VENDORS = ("twilio", "github")
MODULES = sorted((ROOT / "restmap").rglob("*.py"))


def test_there_are_modules_to_look_at() -> None:
    assert len(MODULES) > 40


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_vendor_is_named(module: Path) -> None:
    found = [
        f"line {line}: {text}"
        for line, text in code_of(module.read_text())
        for vendor in VENDORS
        if vendor in text.lower()
    ]

    assert found == []


def test_the_look_bites() -> None:
    source = '"""An example: `twilio`."""\nname = f"Twilio-{1}"  # as Twilio has it\n'

    assert [text for _, text in code_of(source) if "twilio" in text.lower()] == [
        'name = f"Twilio-{1}"  # as Twilio has it'
    ]


def code_of(source: str) -> Iterator[tuple[int, str]]:
    """The lines of a module outside docstrings, whose examples may name vendors."""
    documentation = set(lines_of_docstrings(source))
    for number, line in enumerate(source.splitlines(), 1):
        if number not in documentation:
            yield number, line


def lines_of_docstrings(source: str) -> Iterator[int]:
    for node in ast.walk(ast.parse(source)):
        body = getattr(node, "body", None)
        # Docstrings of attributes as well: a string expression on its own has no effect.
        for each in body if isinstance(body, list) else ():
            if isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant):
                yield from range(each.lineno, (each.end_lineno or each.lineno) + 1)
