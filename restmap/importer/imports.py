"""The import statements of a module that is written."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence

from .drafts import MountDraft
from .layout import WIDTH, call_lines
from .schemas import Source

_FRAMEWORK = "restmap"


class Imports:
    """The imports of a module, gathered while it is written. package: that the module is in."""

    def __init__(self, package: str) -> None:
        self._package = package.split(".")
        self._names: dict[str, set[str]] = defaultdict(set)

    def add(self, *sources: Source) -> None:
        """Names to import: "package.module:name", and ".module:name" from beside."""
        for source in sources:
            module, _, name = source.partition(":")
            self._names[self._from_here(module)].add(name)

    def _from_here(self, module: str) -> str:
        """A module's name in an import statement: relative where it is of the same tree."""
        steps = module.split(".")
        if steps[0] != self._package[0]:
            return module
        pairs = zip(steps, self._package, strict=False)
        common = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))
        return "." * (len(self._package) - common + 1) + ".".join(steps[common:])

    def text(self) -> str:
        """The import statements: of the standard library, of the framework, of the same tree."""
        groups: list[list[str]] = [[], [], []]
        for module in sorted(self._names, key=_order_of_module):
            group = 2 if module.startswith(".") else int(module.partition(".")[0] == _FRAMEWORK)
            groups[group].append(import_line(module, self._names[module]))
        return "\n\n".join("\n".join(group) for group in groups if group)


def _order_of_module(module: str) -> tuple[int, str]:
    """Absolute ones, then those further up, then those beside."""
    name = module.lstrip(".")
    return len(name) - len(module) if name != module else -1000, name.lower()


def import_line(module: str, names: Iterable[str]) -> str:
    """One import statement; over several lines where it is long."""
    ordered = sorted(names, key=_kind_of_name)
    line = f"from {module} import {', '.join(ordered)}"
    if len(line) <= WIDTH:
        return line
    return "\n".join([f"from {module} import (", *(f"    {each}," for each in ordered), ")"])


def _kind_of_name(name: str) -> tuple[int, str, str]:
    """Constants, then classes, then functions, each by name whatever its case."""
    is_constant = name.isupper() and len(name) > 1
    kind = 0 if is_constant else 1 if name[0].isupper() else 2
    return kind, name.lower(), name


def mount_imports(
    mounts: Sequence[MountDraft], imports: Imports, deferred: bool, home: str = ""
) -> list[str]:
    """The imports of what is mounted, and with `deferred` what stands for it until it is used.

    home: the package that it is in, where that is another.
    """
    wanted: dict[str, set[str]] = defaultdict(set)
    for mount in mounts:
        resource = mount.resource
        wanted[resource.module].add(resource.name)
        if resource.beside:
            wanted[resource.module].add(resource.collection_name)
    if not wanted:
        return []
    if not deferred:
        imports.add(*(f".{module}:{name}" for module in wanted for name in wanted[module]))
        return []
    imports.add("typing:TYPE_CHECKING", "restmap:deferred")
    ordered = sorted(wanted)
    types = [f"    {import_line(f'{home}.{module}', wanted[module])}" for module in ordered]
    stands = [
        line
        for module in ordered
        for name in sorted(wanted[module])
        for line in _placeholder(f"{home}.{module}:{name}", name)
    ]
    return ["\n".join(["if TYPE_CHECKING:", *types, "else:", *stands])]


def _placeholder(source: Source, name: str) -> list[str]:
    package = ["__package__"] if source.startswith(".") else []
    return call_lines("    ", f"{name} = deferred", f'"{source}"', *package)
