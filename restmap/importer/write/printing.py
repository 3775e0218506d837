"""Printing: the one place where modules become text.

Modules are laid out in 100 columns, with long calls over several lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..draft.expressions import Call, EnumType, Expression, Name
from .docstring_text import print_docstring
from .expression_text import (
    INDENT,
    WIDTH,
    Argument,
    Lines,
    arguments_of,
    fill_lines,
    print_call,
    print_constant,
    print_expression,
)
from .import_text import Imports, print_placeholders
from .statements import (
    Assignment,
    Class,
    Field,
    Initializer,
    Module,
    Statement,
)


def print_module(module: Module) -> str:
    """The text of a module."""
    parts: list[str] = []
    if module.docstring:
        parts.append("\n".join(print_docstring(module.docstring, "")))
    if module.is_annotated:
        parts.append("from __future__ import annotations")
    imports = Imports(module.package)
    imports.add_all(module)
    parts += filter(None, [imports.text()])
    parts += ["\n".join(print_placeholders(each)) for each in module.placeholders]
    if module.exported:
        parts.append(f"__all__ = [{', '.join(map(print_constant, module.exported))}]")
    if module.aliases:
        parts.append("\n".join(line for each in module.aliases for line in _alias(each)))
    text = "\n\n".join(parts) + "\n"
    for each in module.classes:
        text += "\n\n" + "\n".join(_print_class(each, "")) + "\n"
    return text


# -- statements -------------------------------------------------------------------------------


def _print_class(each: Class, indent: str) -> Lines:
    """A class statement, on one line if it has neither a docstring nor statements."""
    inside = indent + INDENT
    arguments = arguments_of(each.bases, each.keywords)
    if not each.docstring and not each.groups:
        return print_call(indent, f"class {each.name}", arguments, "): ...")
    lines = print_call(indent, f"class {each.name}", arguments, "):")
    blocks = [print_docstring(each.docstring, inside)] if each.docstring else []
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
            described = print_docstring(statement.docstring, indent) if statement.docstring else []
            return _field(statement, indent) + described
        case Assignment(name, value):
            return _value(f"{indent}{name} = ", value, indent)
        case Initializer():
            return _initializer(statement, indent)


def _initializer(initializer: Initializer, indent: str) -> Lines:
    """An `__init__` that passes its arguments on, with each argument on a line of its own."""
    inside = indent + INDENT
    settings = f"**settings: Unpack[{initializer.settings.text}]"
    own = [line for each in initializer.arguments for line in _field(each, "")]
    passed = [
        Argument(f"{keyword}=", Name(given) if isinstance(given, str) else given)
        for keyword, given in initializer.passed
    ]
    return [
        f"{indent}def __init__(",
        *(f"{inside}{each}," for each in ("self", "*", *own, settings)),
        f"{indent}) -> None:",
        *print_call(inside, "super().__init__", [*passed, Argument("**", Name("settings"))], ")"),
    ]


def _field(field: Field, indent: str) -> Lines:
    """An annotated name, with a long type over several lines."""
    start = f"{indent}{field.name}: "
    kind = print_expression(field.kind)
    lines = _assigned(start + kind, field.value, indent)
    if max(map(len, lines)) <= WIDTH:
        return lines
    words = kind.replace(", ", ",\n").replace(" | ", " |\n").split("\n")
    rows = fill_lines(words, indent + INDENT)
    return [f"{start}(", *rows, *_assigned(f"{indent})", field.value, indent)]


def _assigned(target: str, value: Expression | None, indent: str) -> Lines:
    return [target] if value is None else _value(f"{target} = ", value, indent)


def _value(start: str, value: Expression, indent: str) -> Lines:
    """An assignment, with a long call over several lines."""
    if not isinstance(value, Call):
        return [start + print_expression(value)]
    called = start.removeprefix(indent) + print_expression(value.function)
    return print_call(indent, called, arguments_of(value.arguments, value.keywords), ")")


def _alias(enum: EnumType) -> Lines:
    """A Literal type, over several lines if it is long."""
    members = list(map(print_constant, enum.members))
    line = f"{enum.name} = Literal[{', '.join(members)}]"
    if len(line) <= WIDTH:
        return [line]
    return [f"{enum.name} = Literal[", *fill_lines([f"{each}," for each in members], INDENT), "]"]
