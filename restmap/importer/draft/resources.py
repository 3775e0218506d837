"""Drafts of resources: the decisions about each resource before it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from ...declare.names import Naming, as_written, camel_case, pascal_case
from ...errors import configuration_error
from .expressions import EnumType, walk
from .models import ModelDraft
from .nested_objects import DraftedProperties
from .operations import AttributeDraft, OperationDraft
from .places import Place
from .tree import Kind, ResourceNode

RULES = {"camel_case": camel_case, "as_written": as_written, "pascal_case": pascal_case}
"""The rules for wire names that class keywords can name."""


@attrs.frozen
class MountDraft:
    """A mount in a class body. mount_function: collection, collections or handle."""

    name: str
    mount_function: str
    resource: ResourceDraft


@attrs.frozen(eq=False)
class SharedParameters:
    """A class of parameters that the nested classes of two operations derive from.

    users: the names of both classes. is_own: whether both operations belong to one resource; the
    class is then in its module.
    """

    name: str
    users: tuple[str, str]
    parameters: Sequence[AttributeDraft]
    is_own: bool


@attrs.define(eq=False)
class ResourceDraft:
    """The draft of a resource class.

    module: the name of its module in the package of the version. fields: its fields, in the order
    of the document. mounts: the mounts of its class. collection_mounts: the mounts of its subclass
    of Collection, whose name is `collection_name`. derives_from: its base resource, if it has one.
    documentation_url: the URL of the page about it. component: the component of the document that
    its record is. shared: the class of parameters that each
    nested class derives from, by the name of the nested class.
    """

    node: ResourceNode
    name: str
    module: str
    uri: str
    kind: Kind
    keys: Sequence[AttributeDraft]
    fields: Sequence[AttributeDraft]
    field_rule: str
    parameter_rule: str
    operations: Sequence[OperationDraft]
    documentation_url: str | None
    component: str | None = None
    collection_name: str = ""
    mounts: list[MountDraft] = attrs.field(factory=list[MountDraft])
    collection_mounts: list[MountDraft] = attrs.field(factory=list[MountDraft])
    derives_from: ResourceDraft | None = None
    shared: dict[str, SharedParameters] = attrs.field(factory=dict[str, SharedParameters])

    @property
    def own_fields(self) -> list[AttributeDraft]:
        """The fields that the class declares itself, without those it inherits."""
        return [
            each
            for each in self.fields
            if not self.derives_from or each not in self.derives_from.fields
        ]

    @property
    def own_operations(self) -> list[OperationDraft]:
        """The operations that the class declares itself, without those it inherits."""
        inherited = self.derives_from.operations if self.derives_from else ()
        return [each for each in self.operations if each not in inherited]

    def own_parameters(self, operation: OperationDraft) -> list[AttributeDraft]:
        """The parameters that the nested class of an operation declares itself."""
        shared = self.shared.get(operation.class_name)
        return [
            each for each in operation.parameters if not shared or each not in shared.parameters
        ]

    @property
    def own_item_operations(self) -> list[OperationDraft]:
        """The operations that the class of the resource declares."""
        return [each for each in self.own_operations if not each.is_collection_action]

    @property
    def collection_actions(self) -> list[OperationDraft]:
        """The actions that the subclass of Collection declares."""
        return [each for each in self.operations if each.is_collection_action]

    @property
    def has_own_collection(self) -> bool:
        """Whether the resource has a subclass of Collection."""
        return bool(self.collection_mounts or self.collection_actions)

    @property
    def own_shared(self) -> list[SharedParameters]:
        """The classes of parameters that are in the module of the resource."""
        return list({id(each): each for each in self.shared.values() if each.is_own}.values())

    @property
    def has_key(self) -> bool:
        """Whether an item is addressed by a key; otherwise the resource has at most one item."""
        if self.kind == "collections":
            return bool(self.keys)
        return self.kind in ("items", "list")

    @property
    def mount_function(self) -> str:
        """The function that mounts the resource: collection, collections or handle."""
        if self.kind == "collections":
            return "collections"
        return "handle" if self.kind in ("handle", "space") else "collection"

    def family(self) -> Iterator[ResourceDraft]:
        """The resource and every resource mounted below it."""
        yield self
        for each in [*self.mounts, *self.collection_mounts]:
            yield from each.resource.family()

    @property
    def own_parts(self) -> list[AttributeDraft]:
        """The fields, the keys and the parameters that the module of the resource declares, and
        what its operations return."""
        return [
            *self.own_fields,
            *self.own_keys,
            *(part for each in self.own_operations for part in self.own_parameters(each)),
            *(part for each in self.own_shared for part in each.parameters),
            *self.own_results,
        ]

    @property
    def own_keys(self) -> Sequence[AttributeDraft]:
        """The keys that are declared; a single one at the end of the path need not be."""
        ends_with_key = self.uri.rpartition("/")[2].startswith("{")
        return () if len(self.keys) == 1 and ends_with_key else self.keys

    @property
    def own_results(self) -> list[AttributeDraft]:
        """What the operations of the resource return, as parts of its declaration."""
        kinds = [each.returns.kind for each in self.own_operations if each.returns is not None]
        return [AttributeDraft("returns", "", kind) for kind in kinds if kind is not None]

    def enums(self) -> dict[str, EnumType]:
        """The Literal types that the module of the resource uses, by name."""
        return {each.name: each for each in enums_of(self.own_parts)}


def enums_of(parts: Iterable[AttributeDraft]) -> list[EnumType]:
    """The Literal types in the types of fields, keys and parameters."""
    expressions = [each for part in parts for each in walk(part.kind)]
    return [each for each in expressions if isinstance(each, EnumType)]


@attrs.define(eq=False)
class VersionDraft:
    """A version, its resources and the models inside their records and parameters.

    drafted: the properties of schemas that became declarations.
    """

    place: Place
    mounts: list[MountDraft]
    models: Sequence[ModelDraft] = ()
    drafted: DraftedProperties = attrs.field(factory=DraftedProperties)

    @property
    def resources(self) -> list[ResourceDraft]:
        """Every resource, in the order of their modules."""
        resources = [each for mount in self.mounts for each in mount.resource.family()]
        return sorted(resources, key=lambda each: each.module)


def rule_name(rule: Naming) -> str:
    """The name of a rule. Raises ConfigurationError for a rule that a declaration cannot name."""
    for name, known in RULES.items():
        if known is rule:
            return name
    raise configuration_error(
        f"the importer cannot write the naming rule {rule!r} of the base resource.",
        f"Use one of {', '.join(RULES)}.",
    )


def best_rule(pairs: Sequence[tuple[str, str]], inherited: Naming) -> str:
    """The naming rule that yields the most of these wire names from the Python names.

    inherited: the rule of the base resource, which is kept where another is not better.
    """
    first = rule_name(inherited)
    order = [first, *(each for each in RULES if each != first)]
    return max(order, key=lambda each: sum(RULES[each](name) == wire for name, wire in pairs))
