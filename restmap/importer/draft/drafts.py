"""Drafts: what will be written of each resource, decided and not yet laid out as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from ...declare.names import as_written, camel_case, pascal_case
from .expressions import EnumType, walk
from .operations import OperationDraft, Part
from .places import Place
from .tree import Kind, Node

RULES = {"as_written": as_written, "camel_case": camel_case, "pascal_case": pascal_case}
"""The rules for wire names that a class head can name."""


@attrs.frozen
class MountDraft:
    """A mount in a class body. function: collection, collections or handle."""

    name: str
    function: str
    resource: ResourceDraft


@attrs.frozen(eq=False)
class SharedParameters:
    """A class of parameters that two operations derive from.

    is_own: whether both are of one resource, in whose module it is then.
    """

    name: str
    parameters: Sequence[Part]
    is_own: bool


@attrs.define(eq=False)
class ResourceDraft:
    """A resource, as it will be written.

    module: of its own, in the package of its version. fields: in the document's order. beside:
    what a subclass of Collection mounts, which has the name `collection_name`. like: the resource
    that it derives from, which declares a part of what it does. shared: by the name of a nested
    class, what that derives from.
    """

    node: Node
    name: str
    module: str
    uri: str
    kind: Kind
    keys: Sequence[Part]
    fields: Sequence[Part]
    field_rule: str
    parameter_rule: str
    operations: Sequence[OperationDraft]
    link: str | None
    collection_name: str = ""
    mounts: list[MountDraft] = attrs.field(factory=list[MountDraft])
    beside: list[MountDraft] = attrs.field(factory=list[MountDraft])
    like: ResourceDraft | None = None
    shared: dict[str, SharedParameters] = attrs.field(factory=dict[str, SharedParameters])

    @property
    def own_fields(self) -> list[Part]:
        """Those that it does not derive."""
        return [each for each in self.fields if not self.like or each not in self.like.fields]

    @property
    def own_operations(self) -> list[OperationDraft]:
        """Those that it does not derive."""
        derived = self.like.operations if self.like else ()
        return [each for each in self.operations if each not in derived]

    def own_parameters(self, operation: OperationDraft) -> list[Part]:
        """Those of an operation that its nested class does not derive."""
        shared = self.shared.get(operation.class_name)
        return [
            each for each in operation.parameters if not shared or each not in shared.parameters
        ]

    @property
    def own_shared(self) -> list[SharedParameters]:
        """The classes of parameters in its module."""
        return list({id(each): each for each in self.shared.values() if each.is_own}.values())

    @property
    def has_key(self) -> bool:
        """Whether its items have a key; else there is one only, or none at all."""
        if self.kind == "collections":
            return bool(self.keys)
        return self.kind in ("items", "list")

    @property
    def function(self) -> str:
        """What mounts it."""
        if self.kind == "collections":
            return "collections"
        return "handle" if self.kind in ("handle", "space") else "collection"

    def family(self) -> Iterator[ResourceDraft]:
        """Itself and all that is mounted below."""
        yield self
        for each in [*self.mounts, *self.beside]:
            yield from each.resource.family()

    def enums(self) -> dict[str, EnumType]:
        """The Literal types that it uses, by name."""
        parts = [
            *self.own_fields,
            *self.keys,
            *(part for each in self.own_operations for part in self.own_parameters(each)),
            *(part for each in self.own_shared for part in each.parameters),
        ]
        return {each.name: each for each in enums_of(parts)}


def enums_of(parts: Iterable[Part]) -> list[EnumType]:
    """The Literal types in the types of fields, keys and parameters."""
    inside = [each for part in parts for each in walk(part.kind)]
    return [each for each in inside if isinstance(each, EnumType)]


@attrs.define(eq=False)
class VersionDraft:
    """A version and its resources."""

    place: Place
    mounts: list[MountDraft]

    @property
    def resources(self) -> list[ResourceDraft]:
        """Every resource, in the order of their modules."""
        found = [each for mount in self.mounts for each in mount.resource.family()]
        return sorted(found, key=lambda each: each.module)


def best_rule(
    pairs: Sequence[tuple[str, str]],
    order: Sequence[str] = ("as_written", "camel_case", "pascal_case"),
) -> str:
    """The rule that gives the most wire names from Python names."""
    return max(order, key=lambda each: sum(RULES[each](name) == wire for name, wire in pairs))
