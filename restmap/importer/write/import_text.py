"""Import statements as text, and the placeholders for classes that are imported on first use."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable

from ..draft.expressions import Constant, Name
from .expression_text import bracketed_call
from .layout import INDENT, Layout, Lines
from .statements import Module, Placeholders

_FRAMEWORK = "restmap"


def print_placeholders(placeholders: Placeholders, layout: Layout) -> Lines:
    """The imports for type checkers, and the placeholders for programs."""
    modules: dict[str, set[str]] = defaultdict(set)
    for source in placeholders.sources:
        imported = Name.at(source)
        modules[imported.module].add(imported.text)
    lines = ["if TYPE_CHECKING:"]
    for module in sorted(modules, key=_natural):
        lines += _import(module, modules[module], INDENT, layout)
    lines.append("else:")
    for module in sorted(modules, key=_natural):
        package = [Name("__package__")] if module.startswith(".") else []
        for name in sorted(modules[module], key=_natural):
            value = bracketed_call("deferred", [Constant(f"{module}:{name}"), *package], ())
            lines += layout.assignment(f"{INDENT}{name} = ", value)
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

    def text(self, layout: Layout) -> str:
        """The import statements in three groups: standard library, framework, same package tree."""
        groups: list[Lines] = [[], [], []]
        for module in sorted(self._names, key=_order_of_module):
            group = 2 if module.startswith(".") else int(module.partition(".")[0] == _FRAMEWORK)
            groups[group] += _import(module, self._names[module], "", layout)
        return "\n\n".join("\n".join(group) for group in groups if group)


def _order_of_module(module: str) -> tuple[int, list[str | int]]:
    """The sorting key of a module: absolute names, then parent packages, then siblings."""
    name = module.lstrip(".")
    return len(name) - len(module) if name != module else -1000, _natural(name)


def _natural(name: str) -> list[str | int]:
    """The sorting key of a name by its words, and by its numbers as numbers: `v2` before `v10`."""
    parts = re.split(r"(\d+)", name.lower())
    return [int(each) if each.isdecimal() else each for each in parts]


def _import(module: str, names: Iterable[str], indent: str, layout: Layout) -> Lines:
    """An import statement, over several lines if it is long."""
    ordered = sorted(names, key=_kind_of_name)
    line = f"{indent}from {module} import {', '.join(ordered)}"
    if layout.fits(line):
        return [line]
    rows = [f"{indent}{INDENT}{each}," for each in ordered]
    return [f"{indent}from {module} import (", *rows, f"{indent})"]


def _kind_of_name(name: str) -> tuple[int, list[str | int], str]:
    """The sorting key of a name: constants, then classes, then functions, ignoring case."""
    is_constant = name.isupper() and len(name) > 1
    kind = 0 if is_constant else 1 if name[0].isupper() else 2
    return kind, _natural(name), name
