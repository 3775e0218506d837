"""Every example of the documentation is run as a reader would: what it shows is what comes out.

A page is run from top to bottom in an empty folder, in one namespace. A block that begins with a
comment of a file's name, `# desk.py`, is saved there; later blocks import it, from `src/` too. The
files that a page links below `examples/` are in the folder, and commands after `$` are run in a
shell.
"""

from __future__ import annotations

import doctest
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from sybil import Example, Region, Sybil
from sybil.document import Document
from sybil.example import SybilFailure
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

from .console import run_commands

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.glob("*.md"))]
# Each section of it is complete in itself.
RECIPES = DOCS / "recipes.md"
# The test of the command line's page runs its commands, where they have a server.
COMMAND_LINE = DOCS / "cli.md"

_FILE_NAME = re.compile(r"# ([\w/.-]+\.\w+)\n")


def save(example: Example) -> None:
    """Write a block that says its file's name to that file."""
    name = _FILE_NAME.match(example.parsed)
    if name:
        file = Path(name[1])
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(example.parsed)


_PYTHON = PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS)


def python(document: Document) -> Iterator[Region]:
    """What Sybil calls to find the blocks of Python."""
    for region in _PYTHON(document):
        if isinstance(region.parsed, str) and _FILE_NAME.match(region.parsed):
            region.evaluator = save
        yield region


OTHERS = [CodeBlockParser(language, save) for language in ("toml", "ini", "json")]
CONSOLE = CodeBlockParser("console", run_commands)


def parse(page: Path) -> Document:
    parsers = [python, *OTHERS, *([] if page == COMMAND_LINE else [CONSOLE])]
    return Sybil(parsers, path=str(page.parent)).parse(page)


@pytest.fixture
def page_module(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[ModuleType]:
    """The namespace of a page, as a module, for what it declares can be pickled then."""
    module = ModuleType("page")
    monkeypatch.setitem(sys.modules, "page", module)
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.syspath_prepend(tmp_path / "src")
    yield module
    for value in list(vars(module).values()):
        if type(value).__name__ == "Sandbox":
            value.stop()
    for name, imported in list(sys.modules.items()):
        if str(getattr(imported, "__file__", None)).startswith(str(tmp_path)):
            del sys.modules[name]


@pytest.mark.parametrize(
    "page", [each for each in PAGES if each != RECIPES], ids=lambda page: page.name
)
def test_examples_of_a_page(page: Path, page_module: ModuleType, tmp_path: Path) -> None:
    for linked in re.findall(r"\((?:docs/)?(examples/[\w.]+)\)", page.read_text()):
        shutil.copy(DOCS / linked, tmp_path)

    run(parse(page), vars(page_module))


RECIPES_BY_TITLE = dict(
    section.split("\n", 1) for section in RECIPES.read_text().split("\n## ")[1:]
)


@pytest.mark.parametrize("title", RECIPES_BY_TITLE)
def test_a_recipe_is_complete(
    title: str, page_module: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recipe = tmp_path / "recipe.md"
    recipe.write_text(RECIPES_BY_TITLE[title])
    (printed,) = re.findall(r"```text\n(.*?)```", RECIPES_BY_TITLE[title], re.DOTALL)

    run(parse(recipe), vars(page_module))

    assert capsys.readouterr().out == printed


def run(document: Document, namespace: dict[str, Any]) -> int:
    """Run the examples of a page one after the other, in one namespace; how many there were."""
    document.namespace = namespace
    examples = list(document.examples())
    for example in examples:
        example.evaluate()
    return len(examples)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_nothing_is_hidden_from_the_reader(page: Path) -> None:
    assert hidden_in(page.read_text()) == []


def hidden_in(text: str) -> list[str]:
    """The comments, but those that name the program that writes a page; and folded code."""
    comments = re.findall(r"<!--.*?-->", text, re.DOTALL)
    folded = re.findall(r"<details.*?</details>", text, re.DOTALL)
    about_writing = re.compile(r"<!-- ([Ww]ritten by [^\n]*|until here) -->")
    return [each for each in comments if not about_writing.fullmatch(each)] + [
        each for each in folded if "```" in each
    ]


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
        run(parse(page), {})


@pytest.mark.parametrize(
    "commands",
    ["$ false", "$ echo 1\n2", "$ echo 1\n1\n2", "$ no-such-command", "$ (exit 3)\n$ echo $?\n2"],
)
def test_a_wrong_command_fails(commands: str, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"Text.\n\n```console\n{commands}\n```\n")

    with pytest.raises(AssertionError):
        run(parse(page), {})


def test_commands_and_files_work_together(page_module: ModuleType, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "```python\n# shop/a.py\nx = 1\n```\n"
        "```console\n$ cat shop/a.py > b.py && ls shop\na...\n$ (exit 3)\n$ echo $?\n3\n```\n"
        "```python\n>>> import b\n>>> b.x\n1\n```\n"
    )

    assert run(parse(page), vars(page_module)) == 4


@pytest.mark.parametrize(
    "text",
    [
        "<!-- invisible-code-block: python\nx = 2\n-->",
        '<!-- skip: next "for it fails" -->',
        "<!-- clear-namespace -->",
        "<details><summary>Set-up</summary>\n\n```python\nx = 1\n```\n\n</details>",
    ],
)
def test_what_is_hidden_is_found(text: str) -> None:
    assert hidden_in(f"Text.\n\n{text}\n\nText.") == [text]
