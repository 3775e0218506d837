"""Code becomes text in one place, and the text parses to what was meant."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

import restmap.importer
from restmap.importer.draft.expressions import (
    ANY,
    STR,
    Attribute,
    Call,
    Constant,
    EnumType,
    ModelType,
    Name,
    Union,
    call,
    dict_of,
    list_of,
    literal_of,
    or_none,
)
from restmap.importer.draft.identifiers import class_identifier, python_name
from restmap.importer.write.allowed_code import DisallowedCodeError, check_allowed
from restmap.importer.write.expression_text import print_constant, print_expression
from restmap.importer.write.printing import print_module
from restmap.importer.write.statements import Assignment, Class, Field, Module

anything = st.text(st.characters(codec=None))
SOURCES = sorted(Path(restmap.importer.__file__).parent.rglob("*.py"))


# -- one place ----------------------------------------------------------------------------------

# What puts text between quotes: the constant itself, and a long URI template that is cut in two.
QUOTING = {("expression_text.py", "print_constant"), ("layout.py", "_cut")}


def quoted_fields(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """The f-strings with a field beside a quote, with the functions they are in.

    `{value!r}` is a literal by itself, in messages.
    """
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.JoinedStr) and any(_beside_quotes(node)):
                    yield function.name, node.lineno


def _beside_quotes(node: ast.JoinedStr) -> Iterator[bool]:
    for first, second in zip(node.values, node.values[1:], strict=False):
        for text, field, at in ((first, second, -1), (second, first, 0)):
            if isinstance(text, ast.Constant) and isinstance(field, ast.FormattedValue):
                yield field.conversion == -1 and str(text.value)[at] in "\"'"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_text_is_put_between_quotes_in_one_place(path: Path) -> None:
    found = {(path.name, name) for name, _ in quoted_fields(ast.parse(path.read_text()))}

    assert found <= QUOTING


def test_what_quotes_is_found_by_this_test() -> None:
    tree = ast.parse("def write(x):\n    return f'name=\"{x}\"'\n")

    assert list(quoted_fields(tree)) == [("write", 2)]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_text_is_formatted_in_no_other_way(path: Path) -> None:
    """Neither `%` nor `format`, which the test above would not see."""
    for node in ast.walk(ast.parse(path.read_text())):
        is_format = isinstance(node, ast.Attribute) and node.attr in ("format", "format_map")
        is_percent = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod)
        assert not is_format, node.lineno
        assert not (is_percent and isinstance(node.left, ast.Constant)), node.lineno


# -- constants and names ------------------------------------------------------------------------


@given(anything | st.integers() | st.booleans() | st.none() | st.floats(allow_nan=False))
def test_a_constant_is_read_as_it_was(value: str | int | float | bool | None) -> None:
    if value in (float("inf"), float("-inf")):
        with pytest.raises(ValueError, match="cannot be written as a number"):
            Constant(value)
    else:
        text = print_constant(value)
        assert ast.literal_eval(text) == value
        assert text.isprintable()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("plain", '"plain"'),
        ("it's", '"it\'s"'),
        ('say "so"', "'say \"so\"'"),
        ("back\\slash", '"back\\\\slash"'),
        ("line\nbreak", '"line\\nbreak"'),
        ("\u202e", '"\\u202e"'),
        ("\ud800", '"\\ud800"'),
        (True, "True"),
        (None, "None"),
        (-1.5, "-1.5"),
    ],
)
def test_constants_are_written_as_a_person_would(value: str | bool | None, text: str) -> None:
    assert print_constant(value) == text


@given(anything)
def test_any_text_has_names(text: str) -> None:
    for name in (python_name(text), class_identifier(text)):
        assert Name(name).text == name
        assert len(name) <= 81
        tree = ast.parse(f"class {name}: ...\n{name} = 1")
        assert isinstance(tree.body[0], ast.ClassDef)
        assert tree.body[0].name == name


@pytest.mark.parametrize("text", ["", "a b", "1a", "class", "ﬁ", "a.b", "a\n", "__import__('os')"])
def test_what_is_not_an_identifier_is_not_a_name(text: str) -> None:
    for made in (
        lambda: Name(text),
        lambda: Attribute(Name("ok"), text),
        lambda: Field(text, STR),
        lambda: Assignment(text, STR),
        lambda: Class(text, []),
        lambda: Class("Ok", [], [(text, STR)]),
        lambda: EnumType(text, ()),
        lambda: ModelType(text) if text else Name(text),
        lambda: Call(Name("ok"), (), ((text, STR),)),
    ):
        with pytest.raises(ValueError, match="is not a Python identifier"):
            made()


@pytest.mark.parametrize("module", ["a b", "a..b", "a.1", "os;", "."])
def test_what_is_not_the_name_of_a_module_is_refused(module: str) -> None:
    with pytest.raises(ValueError, match="is not a Python identifier"):
        Name("ok", module)


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        (list_of(or_none(STR)), "list[str | None]"),
        (or_none(or_none(dict_of(ANY))), "dict[str, Any] | None"),
        (or_none(ANY), "Any"),
        (list_of(or_none(Union((ModelType("Card"), STR)))), "list[Card | str | None]"),
        (literal_of(["a", 1]), 'Literal["a", 1]'),
        (call("restmap:param", Name("rfc2822"), name="a-b"), 'param(rfc2822, name="a-b")'),
        (Call(Attribute(Name("patch"), "awaited")), "patch.awaited()"),
    ],
)
def test_expressions_are_printed(expression: Call, text: str) -> None:
    assert print_expression(expression) == text


@given(anything)
def test_a_docstring_is_its_words(text: str) -> None:
    printed = print_module(
        Module("made", [Class("A", [STR], (), "", [[Field("a", STR)]])], text), 88
    )
    found = ast.get_docstring(ast.parse(printed)) or ""

    assert "".join(found.split()) == "".join(text.replace('"', "'").split())
    assert all(line.isprintable() for line in printed.split("\n"))


# -- the second look ----------------------------------------------------------------------------

HEAD = (
    "from typing import TYPE_CHECKING, Literal\n\nfrom restmap import Resource, deferred, field\n"
)


@pytest.mark.parametrize(
    "code",
    [
        '"""A title."""',
        'Kind = Literal["a", 1]',
        'class A(Resource, uri="/a"): ...',
        'class A(Resource, uri="/a"):\n    """A."""\n    a: list[str] | None = field(name="b")',
        "class A(Resource):\n    class Key(Resource.Key):\n        a: str",
        "class A(Resource):\n    patch = deferred\n    patch_async = patch.awaited()",
        'if TYPE_CHECKING:\n    from .a import A\nelse:\n    A = deferred(".a:A", __package__)',
        "from .a import A",
        "from restmap import Model\n\nclass A(Model):\n    a: (\n        list[A] |\n        B\n"
        "    ) = field(tagged_by='k', default=None)\n    k: Literal['a']\n\nclass B(Model): ...",
        "from decimal import Decimal\n\nclass A(Model):\n    a: Decimal | None",
        "from .ways import way\n\nclass A(Resource):\n    a = way(lambda it: it.b.c)",
    ],
)
def test_declarations_are_allowed(code: str) -> None:
    check_allowed({"a.py": f"{HEAD}\n{code}\n"}, "made", ())


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("import os", "a Import"),
        ("from os import system", "an import from os"),
        ("from ..other import a", "an import from other"),
        ("from restmap import *", "an import of *"),
        ("from restmap import field as f", "an import of field"),
        ("print('a')", "a Expr"),
        ("a = print('a')", "Call in a type"),
        ("def a(): ...", "a FunctionDef"),
        ("for a in b: ...", "a For"),
        ("if a: ...", "a If"),
        ("if TYPE_CHECKING:\n    import os", "a Import"),
        ("if TYPE_CHECKING:\n    from .a import A\nelse:\n    A = eval('1')", "a Assign"),
        ("@a\nclass A: ...", "a ClassDef"),
        ("class A(metaclass=B): ...", "a keyword that classes of resources do not have"),
        ("class A(**a): ...", "a keyword that classes of resources do not have"),
        ("class A(print('a')): ...", "Call in a type"),
        ("class A(Resource, uri=f'{a}'): ...", "a JoinedStr"),
        ("class A(Resource, uri='a' + 'b'): ...", "a BinOp"),
        ("class A(Resource, uri=eval('1')): ...", "a Call"),
        ("class A(Resource, uri=field(*a)): ...", "a Starred"),
        ("class A(Resource, uri=field(**a)): ...", "arguments that are not named"),
        ("class A(Resource, uri=[a for a in b]): ...", "a ListComp"),
        ("class A(Resource, uri=(a := 1)): ...", "a NamedExpr"),
        ("class A(Resource, uri=b'a'): ...", "a Constant"),
        ("class A:\n    a: 'print(1)'", "Constant in a type"),
        ("class A(Model):\n    a: Literal[print(1)]", "a Call"),
        ("class A(Model):\n    a: (lambda: B)", "Lambda in a type"),
        ("class A(Model):\n    a: B = B()", "a Call"),
        ("class A(Model):\n    a: B = field(factory=lambda: 1)", "a lambda that does more than"),
        ("class A(Model):\n    def a(self): ...", "a FunctionDef"),
        ("from decimal import Decimal\n\nclass A(Model):\n    a: B = Decimal('1')", "a Call"),
        ("class A:\n    a: list['print(1)']", "Constant in a type"),
        ("class A:\n    a: print(1)", "Call in a type"),
        ("class A:\n    a = field.__class__", "a Attribute"),
        ("class A:\n    a = deferred('os:system')", "a placeholder for 'os:system'"),
        ("class A:\n    a = deferred('.a:b.c')", "a placeholder for '.a:b.c'"),
        ("class A:\n    a = field(lambda it: it.__class__)", "a lambda that does more than follow"),
        ("class A:\n    a = field(lambda it: print(it))", "a lambda that does more than follow"),
        ("class A:\n    a = field(lambda it, b=1: it.b)", "a lambda that does more than follow"),
        ("class A:\n    a = (lambda: 1)()", "a Call"),
        ("class A:", "it does not parse"),
        ("a = '\\ud800", "it does not parse"),
    ],
)
def test_what_is_more_than_declarations_is_refused(code: str, found: str) -> None:
    with pytest.raises(DisallowedCodeError) as caught:
        check_allowed({"a.py": f"{HEAD}\n{code}\n"}, "made", ())

    first, remedy, place = str(caught.value).split("\n")
    assert first.startswith("the written module has more than declarations in it: " + found)
    assert remedy == "  Nothing was written. This is a mistake in restmap: please report it."
    assert place.startswith("  in a.py")


def test_what_a_naming_adds_is_allowed() -> None:
    text = "from vendor.pages import Page\n\n\nclass A(Page): ...\n"

    check_allowed({"a.py": text}, "made", ["vendor.pages:Page"])
    with pytest.raises(DisallowedCodeError, match=r"an import from vendor\.pages"):
        check_allowed({"a.py": text}, "made", [])
