"""Every Python example of the documentation is run; what it shows is what comes out."""

from __future__ import annotations

import doctest
import sys
import unittest
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from sybil import Sybil
from sybil.document import Document
from sybil.example import SybilFailure
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]

_sybil = Sybil(
    [PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS), SkipParser()], path=str(ROOT)
)


@pytest.fixture
def page_module(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The namespace of a page, as a module, for what it declares can be pickled then."""
    module = ModuleType("page")
    monkeypatch.setitem(sys.modules, "page", module)
    yield module
    for value in list(vars(module).values()):
        if type(value).__name__ == "Sandbox":
            value.stop()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_examples_of_a_page(
    page: Path, page_module: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run(_sybil.parse(page), vars(page_module))


def run(document: Document, namespace: dict[str, Any]) -> Counter[str]:
    """Run the examples of a page one after the other, in one namespace; how many were run."""
    document.namespace = namespace
    done: Counter[str] = Counter()
    for example in document.examples():
        try:
            example.evaluate()
        except unittest.SkipTest:
            done["skipped"] += 1
        else:
            done["run"] += 1
    return done


def test_hardly_anything_is_left_out() -> None:
    skips = [line for page in PAGES for line in page.read_text().splitlines() if "skip: " in line]

    assert len(skips) <= 2
    assert all('"' in line for line in skips), "each says why"


# -- that the check bites -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("block", "failure"),
    [
        ("assert 1 == 2", AssertionError),
        ("raise KeyError('no')", KeyError),
        (">>> 1 + 1\n3", SybilFailure),
        (">>> 1 / 0\n0", SybilFailure),
    ],
)
def test_a_wrong_example_fails(block: str, failure: type[Exception], tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"Text.\n\n```python\n{block}\n```\n")

    with pytest.raises(failure):
        run(_sybil.parse(page), {})


def test_a_hidden_block_is_run(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "<!-- invisible-code-block: python\nx = 2\n-->\n\n```python\n>>> x + 1\n3\n```\n"
    )

    assert run(_sybil.parse(page), {}) == {"run": 2}
