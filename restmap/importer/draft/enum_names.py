"""Names for the Literal types of a module."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from .expressions import EnumType, Source, Subscript, literal_of


class EnumNames:
    """The names of the Literal types of one module, each for one set of members.

    named: returns the name for a component. shared: existing types, by their sorted members.
    taken: names that the module uses otherwise. owner: the class that the module declares.
    operation: the class name of the operation that types are named for; empty for fields.
    """

    def __init__(
        self,
        named: Callable[[str], str],
        shared: Mapping[tuple[str, ...], Source],
        taken: Iterable[str],
        owner: str,
    ) -> None:
        self._named = named
        self._shared = shared
        self._taken = set(taken)
        self._owner = owner
        self.operation = ""
        self._types: dict[str, EnumType] = {}

    @property
    def types(self) -> list[EnumType]:
        """The types that have names."""
        return list(self._types.values())

    def take(self, names: Iterable[str]) -> None:
        """Leave names to others that the module uses."""
        self._taken.update(names)

    def add_known(self, types: Iterable[EnumType]) -> None:
        """Add types of other modules; a name with several sets of members is taken."""
        by_name: dict[str, set[EnumType]] = defaultdict(set)
        for each in types:
            by_name[each.name].add(each)
        for name, known in by_name.items():
            if len(known) == 1:
                self._types.setdefault(name, *known)
            else:
                self._taken.add(name)

    def known(self, name: str, members: tuple[str | int, ...]) -> EnumType | None:
        """The type that already has a name, if it has these members."""
        existing = self._types.get(name)
        return existing if existing is not None and existing.members == members else None

    def of(
        self, component: str | None, fallback: str, members: tuple[str | int, ...]
    ) -> EnumType | Subscript:
        """The type for members. component: their component; fallback: the name without one.

        A single value without a component is written in place.
        """
        if component is None and len(members) == 1:
            return literal_of(members)
        source = self._shared.get(tuple(sorted(map(str, members))))
        if source is not None:
            return EnumType(source.partition(":")[2], members, source)
        name = (self._named(component) if component else "") or fallback
        of_owner = (f"{self._owner}{name}", f"{self._owner}{fallback}")
        of_operation = (f"{self.operation}{fallback}", f"{self._owner}{self.operation}{fallback}")
        for choice in (name, fallback, *of_owner, *of_operation):
            existing = self._types.get(choice)
            if choice not in self._taken and (existing is None or existing.members == members):
                return self._types.setdefault(choice, EnumType(choice, members))
        count = sum(each.startswith(name) for each in self._types)
        return self._types.setdefault(f"{name}{count}", EnumType(f"{name}{count}", members))
