"""Printing: the one place where code becomes text.

Modules are laid out in 100 columns, with long calls over several lines.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import EllipsisType
from typing import TypeAlias

from ..draft.expressions import (
    Attribute,
    Call,
    Constant,
    EnumType,
    Expression,
    Function,
    ModelType,
    Name,
    OrNone,
    Subscript,
    Union,
)
from .statements import Assignment, Class, Field, Module, Placeholders, Statement

WIDTH = 100
_FRAMEWORK = "restmap"
_INDENT = "    "

Lines: TypeAlias = list[str]


def print_module(module: Module) -> str:
    """The text of a module."""
    parts: list[str] = []
    if module.docstring:
        parts.append("\n".join(_docstring(module.docstring, "")))
    if module.is_annotated:
        parts.append("from __future__ import annotations")
    imports = Imports(module.package)
    imports.add_all(module)
    parts += filter(None, [imports.text()])
    parts += ["\n".join(_placeholders(each)) for each in module.placeholders]
    if module.aliases:
        parts.append("\n".join(line for each in module.aliases for line in _alias(each)))
    text = "\n\n".join(parts) + "\n"
    for each in module.classes:
        text += "\n\n" + "\n".join(_print_class(each, "")) + "\n"
    return text


# -- expressions ------------------------------------------------------------------------------


def print_expression(expression: Expression) -> str:
    """An expression on one line."""
    match expression:
        case Name(text, _):
            return text
        case EnumType(name, _, _) | ModelType(name):
            return name
        case Constant(value):
            return print_constant(value)
        case Subscript(base, arguments):
            return f"{base.text}[{_listed(arguments)}]"
        case OrNone(kind):
            return f"{print_expression(kind)} | None"
        case Union(kinds, _):
            return " | ".join(map(print_expression, kinds))
        case Attribute(owner, name):
            return f"{print_expression(owner)}.{name}"
        case Call(function, arguments, keywords):
            return f"{print_expression(function)}({', '.join(_arguments(arguments, keywords))})"
        case Function(parameter, result):
            return f"lambda {parameter}: {print_expression(result)}"


def print_constant(value: str | int | float | bool | EllipsisType | None) -> str:
    """A constant as a Python literal, text in double quotes if it contains none.

    Unprintable characters are escaped: line breaks, control characters, lone surrogates.

    >>> print(print_constant("it's"), print_constant('a"b'), print_constant("\\u202e"))
    "it's" 'a"b' "\\u202e"
    """
    text = "..." if value is ... else repr(value)
    if not isinstance(value, str) or '"' in value or text[0] == '"':
        return text
    return f'"{text[1:-1]}"'


def _listed(arguments: Iterable[Expression]) -> str:
    return ", ".join(map(print_expression, arguments))


def _arguments(
    arguments: Iterable[Expression], keywords: Iterable[tuple[str, Expression]]
) -> list[str]:
    named = [f"{name}={print_expression(value)}" for name, value in keywords]
    return [*map(print_expression, arguments), *named]


# -- statements -------------------------------------------------------------------------------


def _print_class(each: Class, indent: str) -> Lines:
    """A class statement, on one line if it has neither a docstring nor statements."""
    inside = indent + _INDENT
    keywords = [f"{name}={print_expression(value)}" for name, value in each.keywords]
    bases = list(map(print_expression, each.bases))
    calls = {
        text: (name, value)
        for text, (name, value) in zip(keywords, each.keywords, strict=True)
        if isinstance(value, Call)
    }
    if not each.docstring and not each.groups:
        return _call(indent, f"class {each.name}", [*bases, *keywords], "): ...", calls)
    lines = _call(indent, f"class {each.name}", [*bases, *keywords], "):", calls)
    blocks = [_docstring(each.docstring, inside)] if each.docstring else []
    blocks += [[line for one in group for line in _statement(one, inside)] for group in each.groups]
    return lines + list(_separated(blocks))


def _separated(blocks: Iterable[Lines]) -> Iterator[str]:
    for index, block in enumerate(blocks):
        if index:
            yield ""
        yield from block


def _statement(statement: Statement, indent: str) -> Lines:
    match statement:
        case Class():
            return _print_class(statement, indent)
        case Field():
            return _field(statement, indent)
        case Assignment(name, value):
            return _value(f"{indent}{name} = ", value, indent)


def _field(field: Field, indent: str) -> Lines:
    """An annotated name, with a long type over several lines."""
    start = f"{indent}{field.name}: "
    kind = print_expression(field.kind)
    lines = _assigned(start + kind, field.value, indent)
    if max(map(len, lines)) <= WIDTH:
        return lines
    words = kind.replace(", ", ",\n").replace(" | ", " |\n").split("\n")
    rows = _filled(words, indent + _INDENT)
    return [f"{start}(", *rows, *_assigned(f"{indent})", field.value, indent)]


def _assigned(target: str, value: Expression | None, indent: str) -> Lines:
    return [target] if value is None else _value(f"{target} = ", value, indent)


def _value(start: str, value: Expression, indent: str) -> Lines:
    """An assignment, with a long call over several lines."""
    if not isinstance(value, Call):
        return [start + print_expression(value)]
    called = start.removeprefix(indent) + print_expression(value.function)
    return _call(indent, called, _arguments(value.arguments, value.keywords), ")")


def _call(
    indent: str,
    called: str,
    arguments: Sequence[str],
    end: str,
    calls: Mapping[str, tuple[str, Call]] | None = None,
) -> Lines:
    """A call, over several lines if it is long.

    calls: the keywords that are calls themselves, which are cut likewise, by their text.
    """
    inside = ", ".join(arguments)
    line = f"{indent}{called}({inside}{end}"
    if len(line) <= WIDTH:
        return [line]
    inner_indent = indent + _INDENT
    is_short = len(inner_indent) + len(inside) <= WIDTH
    rows: Lines = []
    for each in [inside] if is_short else [f"{each}," for each in arguments]:
        name, value = (calls or {}).get(each.removesuffix(","), ("", None))
        if value is None or len(inner_indent) + len(each) <= WIDTH:
            rows += _cut(inner_indent + each)
        else:
            function = f"{name}={print_expression(value.function)}"
            inner = _arguments(value.arguments, value.keywords)
            rows += _call(inner_indent, function, inner, "),")
    return [f"{indent}{called}(", *rows, f"{indent}{end}"]


def _cut(row: str) -> Lines:
    """A line of a call, with a long URI template cut in two at a slash."""
    start = row.find('uri="')
    if len(row) <= WIDTH or start < 0 or "\\" in row:
        return [row]
    cut = row.rfind("/", start, WIDTH - 2)
    return [f'{row[:cut]}"', f'{row[: len(row) - len(row.lstrip())]}"{row[cut:]}']


def _alias(enum: EnumType) -> Lines:
    """A Literal type, over several lines if it is long."""
    members = list(map(print_constant, enum.members))
    line = f"{enum.name} = Literal[{', '.join(members)}]"
    if len(line) <= WIDTH:
        return [line]
    return [f"{enum.name} = Literal[", *_filled([f"{each}," for each in members], _INDENT), "]"]


def _filled(words: Iterable[str], indent: str, start: str = "", width: int = WIDTH) -> Lines:
    """Words in as few lines as possible. start: the beginning of the first line."""
    rows: Lines = [indent + start] if start else []
    for word in words:
        if rows and rows[-1] == indent + start:
            rows[-1] += word
        elif rows and len(rows[-1]) + 1 + len(word) <= width:
            rows[-1] += f" {word}"
        else:
            rows.append(indent + word)
    return rows


def _docstring(text: str, indent: str) -> Lines:
    """A text as a docstring, filled to the width of a page.

    Long words are cut before they are escaped, so that no escape sequence is cut in two.
    """
    words = [
        _escaped(word[at : at + _MAX_WORD])
        for word in text.split()
        for at in range(0, len(word), _MAX_WORD)
    ]
    lines = _filled(words, indent, _QUOTES, WIDTH - len(_QUOTES))
    return [*lines[:-1], lines[-1] + _QUOTES]


_QUOTES = '"""'
_MAX_WORD = 90


def _escaped(word: str) -> str:
    return print_constant(word.replace('"', "'") + "'")[1:-2]


# -- imports ----------------------------------------------------------------------------------


def _placeholders(placeholders: Placeholders) -> Lines:
    modules: dict[str, set[str]] = defaultdict(set)
    for source in placeholders.sources:
        imported = Name.at(source)
        modules[imported.module].add(imported.text)
    lines = ["if TYPE_CHECKING:"]
    for module in sorted(modules, key=_natural):
        lines += _import(module, modules[module], _INDENT)
    lines.append("else:")
    for module in sorted(modules, key=_natural):
        package = ["__package__"] if module.startswith(".") else []
        for name in sorted(modules[module], key=_natural):
            source = print_constant(f"{module}:{name}")
            lines += _call(_INDENT, f"{name} = deferred", [source, *package], ")")
    return lines


class Imports:
    """The import statements of a module. package: the dotted name of its package."""

    def __init__(self, package: str) -> None:
        self._package = package.split(".")
        self._names: dict[str, set[str]] = defaultdict(set)

    def add_all(self, module: Module) -> None:
        """Add everything that a module imports."""
        for name in itertools.chain(module.names(), map(Name.at, module.imports)):
            if name.module:
                self._names[self._from_here(name.module)].add(name.text)
        if module.aliases:
            self._names["typing"].add("Literal")
        if module.placeholders:
            self._names["typing"].add("TYPE_CHECKING")
            self._names[_FRAMEWORK].add("deferred")

    def _from_here(self, module: str) -> str:
        """The name of a module in an import statement: relative within the same package tree."""
        steps = module.split(".")
        if steps[0] != self._package[0]:
            return module
        pairs = zip(steps, self._package, strict=False)
        common = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))
        return "." * (len(self._package) - common + 1) + ".".join(steps[common:])

    def text(self) -> str:
        """The import statements in three groups: standard library, framework, same package tree."""
        groups: list[Lines] = [[], [], []]
        for module in sorted(self._names, key=_order_of_module):
            group = 2 if module.startswith(".") else int(module.partition(".")[0] == _FRAMEWORK)
            groups[group] += _import(module, self._names[module], "")
        return "\n\n".join("\n".join(group) for group in groups if group)


def _order_of_module(module: str) -> tuple[int, list[str | int]]:
    """The sorting key of a module: absolute names, then parent packages, then siblings."""
    name = module.lstrip(".")
    return len(name) - len(module) if name != module else -1000, _natural(name)


def _natural(name: str) -> list[str | int]:
    """The sorting key of a name by its words, and by its numbers as numbers: `v2` before `v10`."""
    parts = re.split(r"(\d+)", name.lower())
    return [int(each) if each.isdecimal() else each for each in parts]


def _import(module: str, names: Iterable[str], indent: str) -> Lines:
    """An import statement, over several lines if it is long."""
    ordered = sorted(names, key=_kind_of_name)
    line = f"{indent}from {module} import {', '.join(ordered)}"
    if len(line) <= WIDTH:
        return [line]
    rows = [f"{indent}{_INDENT}{each}," for each in ordered]
    return [f"{indent}from {module} import (", *rows, f"{indent})"]


def _kind_of_name(name: str) -> tuple[int, list[str | int], str]:
    """The sorting key of a name: constants, then classes, then functions, ignoring case."""
    is_constant = name.isupper() and len(name) > 1
    kind = 0 if is_constant else 1 if name[0].isupper() else 2
    return kind, _natural(name), name
