"""What is written is laid out as `ruff format` does it, and a linter finds nothing in it."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from restmap.importer import PlainNaming
from restmap.importer.draft.expressions import (
    ANY,
    NONE,
    OBJECT,
    STR,
    UNSET,
    Attribute,
    Call,
    Constant,
    EnumType,
    Expression,
    ModelType,
    Name,
    Subscript,
    Union,
    call,
    dict_of,
    list_of,
    literal_of,
    or_none,
)
from restmap.importer.importing import import_documents
from restmap.importer.read.documents import Document
from restmap.importer.write.layout import columns
from restmap.importer.write.package_files import Package
from restmap.importer.write.printing import print_module
from restmap.importer.write.statements import (
    Assignment,
    Class,
    Field,
    Initializer,
    Module,
    Statement,
)

from .desk import DESK, changed, in_path, query, response_of

pytest.importorskip("ruff", reason="the oldest versions are tested without a formatter")

WIDTHS = (88, 100)


def ruff(*arguments: str | Path) -> str:
    """What ruff prints; empty if it finds nothing."""
    process = subprocess.run(
        [sys.executable, "-m", "ruff", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return process.stdout if process.returncode else ""


def name_of(length: int) -> str:
    return "a" * length


def kinds(length: int) -> Iterator[Expression]:
    """Types of about a length."""
    one, half, third = (ModelType(f"M{'x' * (length // n)}") for n in (1, 2, 3))
    yield one
    yield or_none(one)
    yield Union((half, half))
    yield or_none(Union((third, third, third)))
    yield list_of(Union((third, third, third)))
    yield or_none(list_of(half))
    yield dict_of(list_of(or_none(one)))
    yield or_none(dict_of(list_of(Union((half, half)))))
    yield literal_of([name_of(length // 4), name_of(length // 4), 3])
    yield list_of(literal_of([name_of(length)]))
    yield or_none(literal_of([name_of(length // 2), "it's", 'a "word"']))


def values(length: int) -> Iterator[Expression | None]:
    yield from (None, UNSET, NONE)
    yield call("restmap:field", name=name_of(max(1, length - 20)))
    yield call("restmap:param", Name("rfc2822"), name=name_of(8), location="header", default=UNSET)


def statements() -> Iterator[Statement]:
    for length in range(6, 74, 3):
        for at, kind in enumerate(kinds(length)):
            for value in values(length):
                yield Field(f"{name_of(10 + 5 * at)}_{length}", kind, value)
    for length in range(10, 90, 2):
        yield Assignment(name_of(length), Call(Attribute(Name(name_of(length // 2)), "awaited")))
        yield Assignment(
            name_of(length // 2),
            call("restmap:action", Name(f"A{name_of(length)}"), returns=list_of(STR)),
        )
        yield Assignment(f"b{name_of(length)}", call("restmap:collection", Name(name_of(20))))
        base = Name(f"B{name_of(length)}")
        page = call("restmap:TokenPage", name_of(length // 2), token=name_of(length // 3), size="n")
        yield Class(f"C{name_of(length)}", [base])
        yield Class(f"D{name_of(length // 2)}", [base], [("uri", Constant(f"/{name_of(length)}"))])
        yield Class("E", [base, Subscript(Name("Returns"), (base,))], [("page", page)])
        yield Class("F", [Subscript(Name("Returns"), (Union((base, base)),))])


def printed(width: int) -> str:
    """A module with many statements, in which lines break in every way."""
    groups = [[each] for each in statements()]
    arguments = [
        Field("token", or_none(STR), NONE),
        Field("host", literal_of("abc"), Constant("a")),
    ]
    names = {"token": "token", "another_name": "token", "a_third_longer_name": "token"}
    initializer = Initializer(arguments, [("auth", "token"), ("credentials", names)], Name("S"))
    groups.append([initializer])
    many = EnumType("Many", tuple(f"member_{n}" for n in range(30)))
    few = EnumType("Few", ("first_of_them", "second_of_them", "third_of_them", "fourth_of_them"))
    one = EnumType("One", (name_of(80),))
    classes = [Class("Big", [STR], (), "A title.", groups), Class("Any_", [ANY, OBJECT])]
    module = Module("made", classes, "About it.", is_annotated=True, aliases=[many, few, one])
    return print_module(module, width)


@pytest.mark.parametrize("width", WIDTHS)
def test_every_statement_is_laid_out_as_the_formatter_does(width: int, tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(printed(width))
    ast.parse(module.read_text())

    assert ruff("format", "--isolated", f"--line-length={width}", "--diff", module) == ""


def test_lines_are_as_long_as_they_may_be() -> None:
    """So that the test above is about lines that are broken."""
    longest = {width: max(map(len, printed(width).splitlines())) for width in WIDTHS}
    assert longest[88] >= 88
    assert printed(88) != printed(100)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_linter_finds_nothing_in_a_package(width: int, tmp_path: Path) -> None:
    word = "a_name_of_some_forty_letters_in_the_path"
    item = {
        "get": {
            "operationId": "getThing",
            "parameters": [
                in_path("id"),
                query("state", {"type": "string", "enum": [f"{word}_{n}" for n in range(3)]}),
                query(f"{word}_in_the_query<", {}),
                query("quoted", {"type": "string", "enum": ['say "so"', "it's", '"it\'s"']}),
            ],
            "responses": response_of(
                {"type": "object", "properties": {"id": {"type": "string"}, "漢字" * 12: {}}}
            ),
        }
    }
    for document in (DESK, changed(**{f"/{word}/{{{word}_id}}/{word}_below/{{id}}": item})):
        package = tmp_path / f"apis_{len(document['paths'])}"
        import_documents(
            [Document("desk", document)],
            Package(package.name, tmp_path),
            PlainNaming(),
            line_length=width,
        )
        length = f"--line-length={width}"
        rules = "E,F,W,I,UP,B,N"
        assert ruff("format", "--isolated", length, "--diff", package) == ""
        assert ruff("check", "--isolated", "--no-cache", length, "--select", rules, package) == ""


def test_a_wide_character_takes_two_columns() -> None:
    assert (columns("ab"), columns("漢字"), columns("e\u0301")) == (2, 4, 1)
