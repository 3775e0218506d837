"""Printing: the one place where modules become text, laid out as `ruff format` does it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from ..draft.expressions import EnumType, Kind, Name, Subscript
from .docstring_text import print_docstring
from .expression_text import (
    Bracketed,
    Code,
    Item,
    bracketed_call,
    code_of,
    print_constant,
    print_expression,
)
from .import_text import Imports, print_placeholders
from .layout import INDENT, Layout, Lines
from .literal_types import literal_types
from .statements import (
    Assignment,
    Class,
    Field,
    Initializer,
    Module,
    Statement,
)


def print_module(module: Module, width: int) -> str:
    """The text of a module. width: the maximum length of a line, which names may exceed."""
    return _Printer(Layout(width)).module(module)


@attrs.frozen
class _Printer:
    """Prints a module."""

    layout: Layout

    def module(self, module: Module) -> str:
        parts: list[str] = []
        if module.docstring:
            parts.append("\n".join(print_docstring(module.docstring, "", self.layout)))
        if module.is_annotated:
            parts.append("from __future__ import annotations")
        imports = Imports(module.package)
        imports.add_all(module)
        parts += filter(None, [imports.text(self.layout)])
        for placeholders in module.placeholders:
            parts.append("\n".join(print_placeholders(placeholders, self.layout)))
        if module.exported:
            parts.append(f"__all__ = [{', '.join(map(print_constant, module.exported))}]")
        if module.aliases:
            aliases = literal_types(module.aliases)
            parts.append("\n".join(line for each in aliases for line in self.alias(*each)))
        text = "\n\n".join(parts) + "\n"
        for each in module.classes:
            text += "\n\n" + "\n".join(self.class_statement(each, "")) + "\n"
        return text

    def alias(self, enum: EnumType, kind: Kind) -> Lines:
        """A Literal type."""
        return self.layout.assignment(f"{enum.name} = ", code_of(kind))

    def class_statement(self, each: Class, indent: str) -> Lines:
        """A class statement, on one line if it has neither a docstring nor statements."""
        inside = indent + INDENT
        arguments = bracketed_call(f"class {each.name}", each.bases, each.keywords)
        if not each.docstring and not each.groups:
            return self.layout.lines(indent, arguments, ": ...")
        lines = self.layout.lines(indent, arguments, ":")
        blocks = [print_docstring(each.docstring, inside, self.layout)] if each.docstring else []
        for group in each.groups:
            blocks.append([line for one in group for line in self.statement(one, inside)])
        return lines + list(_separated(blocks))

    def statement(self, statement: Statement, indent: str) -> Lines:
        match statement:
            case Class():
                return self.class_statement(statement, indent)
            case Field(docstring=text):
                lines = self.field(statement, indent)
                return [*lines, *print_docstring(text, indent, self.layout)] if text else lines
            case Assignment(name, value):
                return self.layout.assignment(f"{indent}{name} = ", code_of(value))
            case Initializer():
                return self.initializer(statement, indent)

    def field(self, field: Field, indent: str, is_argument: bool = False) -> Lines:
        """An annotated name."""
        value = code_of(field.value) if field.value is not None else None
        start = f"{indent}{field.name}: "
        return self.layout.field(start, code_of(field.kind), value, is_argument)

    def initializer(self, initializer: Initializer, indent: str) -> Lines:
        """An `__init__` that passes its arguments on, with each argument on a line of its own."""
        inside = indent + INDENT
        own = [line for each in initializer.arguments for line in self.field(each, inside, True)]
        passed = [Item(f"{keyword}=", _passed(given)) for keyword, given in initializer.passed]
        call = Bracketed("super().__init__(", [*passed, Item("**", "settings")], ")")
        return [
            f"{indent}def __init__(",
            *(f"{inside}{each}," for each in ("self", "*")),
            *own,
            f"{inside}**settings: {print_expression(_unpacked(initializer.settings))},",
            f"{indent}) -> None:",
            *self.layout.lines(inside, call),
        ]


def _unpacked(settings: Name) -> Subscript:
    return Subscript(Name("Unpack"), (settings,))


def _passed(given: str | Mapping[str, str]) -> Code:
    """An argument of Client: the name of one, or a dict of several by their names."""
    if isinstance(given, str):
        return given
    entries = [Item(f"{print_constant(key)}: ", name) for key, name in given.items()]
    return Bracketed("{", entries, "}", is_mapping=True)


def _separated(blocks: Iterable[Lines]) -> Iterator[str]:
    for index, block in enumerate(blocks):
        if index:
            yield ""
        yield from block
