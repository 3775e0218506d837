"""The drafter of a resource: its operations become fields, keys and nested classes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import attrs

from ...declare.uri import parse_template
from ...plan.checks import RESERVED_NAMES
from ..read.documents import Document
from ..read.inventory import Inventory
from ..read.nodes import Schema
from ..read.operations import placeholders
from .class_names import (
    RESERVED_CLASS_NAMES,
)
from .enum_names import EnumNames
from .expressions import (
    STR,
    Call,
    Constant,
    EnumType,
    Expression,
    Name,
    or_none,
    without_none,
)
from .identifiers import class_identifier
from .models import Models, NoObjects
from .naming import PlainNaming
from .operations import (
    AttributeDraft,
    OperationDraft,
    draft_operation,
    problem_of,
    with_patch_verbs,
)
from .page_types import ITEM_KEY, find_page
from .resources import RULES, ResourceDraft, best_rule
from .schemas import Scope, annotation_of, union_of
from .tree import PlacedOperation, ResourceNode


class ResourceDrafter:
    """Drafts one resource. name: its class name; child_names: those of the resources below it."""

    def __init__(
        self,
        node: ResourceNode,
        naming: PlainNaming,
        inventory: Inventory,
        models: Models,
        name: str,
        child_names: Iterable[str],
    ) -> None:
        self._node = node
        self._naming = naming
        self._inventory = inventory
        self._models = models
        self._name = name
        self._enums = EnumNames(
            naming.enum_name, naming.shared_enums, RESERVED_CLASS_NAMES | {name, *child_names}, name
        )

    @property
    def enums(self) -> list[EnumType]:
        """The Literal types of the resource."""
        return self._enums.types

    def draft(self, module: str) -> ResourceDraft:
        """The draft of the resource. module: the name of its module."""
        node, naming, name = self._node, self._naming, self._name
        declarable = self._declarable()
        fields = self._fields(self._records(declarable))
        path_parameters = self._path_parameters()
        keys, uri = self._address(fields, path_parameters)
        fields = [_never_none(each, uri, naming) for each in fields]
        options = naming.base_options()
        field_rule = best_rule(
            [(each.name, each.wire_name) for each in fields], options.field_names
        )
        operations = self._operations(declarable)
        # The caller passes the key of a handle; a record of a collection needs the key as a field.
        has_records = any(
            each.verb in ("create", "list") and not each.is_action for each in operations
        )
        known = [*fields, *([] if has_records else keys)]
        fields += _path_fields(uri, {each.name for each in known}, path_parameters, field_rule)
        operations = [_with_key(each, keys, fields) for each in operations]
        parameters = [(p.name, p.wire_name) for each in operations for p in each.named_parameters]
        documents = dict.fromkeys(each.document for each in node.operations)
        urls = [url for each in documents if (url := naming.documentation_url(each, name))]
        return ResourceDraft(
            node=node,
            name=name,
            module=module,
            uri=uri,
            kind=node.kind,
            keys=keys,
            fields=fields,
            field_rule=field_rule,
            parameter_rule=best_rule(parameters, options.parameter_names),
            operations=operations,
            documentation_url=urls[0] if urls else None,
        )

    def _declarable(self) -> list[PlacedOperation]:
        """The operations that can be declared on this resource; the others are left out."""
        declarable: list[PlacedOperation] = []
        for each in with_patch_verbs(self._node.operations):
            problem = problem_of(each, self._node)
            if problem is None:
                declarable.append(each)
            else:
                self._inventory.leave_out(each.operation, problem)
        return declarable

    def _operations(self, declarable: Iterable[PlacedOperation]) -> list[OperationDraft]:
        """The drafts of operations, one for each verb; a second operation of a verb is left out."""
        drafts: dict[str, OperationDraft] = {}
        for placed in _ordered(declarable):
            scope = Scope(placed.document, self._enums, self._models, "sent", self._name)
            draft = draft_operation(placed, self._node, self._naming, scope)
            self._add_parameters(placed, draft)
            problem = None
            if draft.class_name in drafts:
                problem = f"its resource already has {draft.verb}()"
            elif draft.verb == "list" and draft.page is None:
                problem = "no known page type fits its response"
            if problem is None:
                drafts[draft.class_name] = draft
            else:
                self._inventory.leave_out(placed.operation, problem)
        return list(drafts.values())

    def _add_parameters(self, placed: PlacedOperation, draft: OperationDraft) -> None:
        """Note which properties of a request body became parameters."""
        kinds = {part.wire_name: part.kind for part in draft.parameters}
        for each in placed.operation.parameters_in("form", "json"):
            kind = kinds.get(each.name)
            if kind is not None:
                reason = "it is sent as JSON text in a form" if each.location == "form" else ""
                variants = placed.document.resolved(each.schema).get("anyOf", ())
                for schema in (each.schema, *variants):
                    self._models.drafted.add(schema, kind, reason)

    def _records(self, operations: Iterable[PlacedOperation]) -> Iterator[tuple[Document, Schema]]:
        """The schemas of a record: first that of the fetched record, then the others."""
        order = ["fetch", "create", "update", "list"]
        for placed in sorted(operations, key=lambda each: _rank(each, order)):
            if placed.verb == "list":
                match = find_page(placed.document, placed.operation, self._naming.pages)
                for each in placed.document.properties(placed.operation.response).values():
                    self._models.drafted.add(each, None)
                yield placed.document, match.records if match is not None else {}
            elif placed.verb != "delete":
                yield placed.document, placed.operation.response

    def _fields(self, records: Iterable[tuple[Document, Schema]]) -> list[AttributeDraft]:
        """The fields of a record; a field that is not in every response may be None."""
        taken = RESERVED_NAMES | self._called() | set(self._node.item_children) | self._item_verbs()
        fields: dict[str, AttributeDraft] = {}  # by wire name
        first: dict[str, tuple[Document, Schema]] = {}
        responses: list[set[str]] = []
        for document, schema in records:
            scope = Scope(document, self._enums, self._models, "received", self._name)
            alternatives = document.alternatives(schema)
            for wire_name, schemas in alternatives.items():
                if wire_name not in fields:
                    names = taken | {each.name for each in fields.values()}
                    fields[wire_name] = self._field(scope, wire_name, schemas, names)
                    first[wire_name] = document, schemas[0]
                for each in schemas:
                    if self._models.are_equal((document, each), first[wire_name]):
                        annotation_of(scope, each, class_identifier(wire_name))
                    self._models.drafted.add(each, fields[wire_name].kind)
            if alternatives:
                responses.append(set(alternatives))
        return [
            each
            if all(each.wire_name in names for names in responses)
            else attrs.evolve(each, kind=or_none(each.kind))
            for each in fields.values()
        ]

    def _field(
        self, scope: Scope, wire_name: str, schemas: Sequence[Schema], taken: Collection[str]
    ) -> AttributeDraft:
        """The field of a property. schemas: one, or one for each variant of the record."""
        name = self._naming.field_name(wire_name)
        while name in taken:
            name = f"{name}_"
        kind = union_of(annotation_of(scope, each, class_identifier(wire_name)) for each in schemas)
        pattern = scope.document.resolved(schemas[0]).get("pattern", "")
        return AttributeDraft(name, wire_name, kind, prefix=self._naming.key_prefix(pattern))

    def _called(self) -> set[str]:
        """The functions that mounts and actions call, which a field of that name would hide."""
        standard = {"create", "list", "fetch", "update", "delete"}
        has_actions = any(
            each.verb not in standard for each in with_patch_verbs(self._node.operations)
        )
        mounts = {"collection", "collections", "handle"} if self._node.item_children else set[str]()
        return mounts | ({"action"} if has_actions else set[str]())

    def _item_verbs(self) -> set[str]:
        """The attribute names of the verbs and actions of a record."""
        operations = with_patch_verbs(self._node.operations)
        verbs = {each.verb for each in operations if self._node.is_item_operation(each)}
        return verbs | {f"{each}_async" for each in verbs}

    def _address(
        self, fields: Sequence[AttributeDraft], path_parameters: Mapping[str, AttributeDraft]
    ) -> tuple[list[AttributeDraft], str]:
        """The keys of an item, and the URI template of its path below the prefix of the version."""
        node = self._node
        uri = node.path.removeprefix(node.place.prefix)
        wire_names = placeholders(uri)
        names = [self._naming.field_name(each) for each in wire_names]
        if node.item_keys == 1 and names[-1] not in {each.name for each in fields}:
            # The response may call the identifier of an item `sid` or `id`, unlike the path.
            identifiers = [each.name for each in fields if each.name in ("sid", "id")]
            if identifiers and identifiers[0] not in names and _is_identifier(names[-1]):
                names[-1] = identifiers[0]
        for wire_name, name in zip(wire_names, names, strict=True):
            uri = uri.replace(f"{{{wire_name}}}", f"{{{name}}}", 1)
        own = names[len(names) - node.item_keys :] if node.item_keys else []
        return [path_parameters.get(name, _text_attribute(name)) for name in own], uri

    def _path_parameters(self) -> dict[str, AttributeDraft]:
        """The path parameters by name, with their types in the document."""
        parameters: dict[str, AttributeDraft] = {}
        for placed in self._node.operations:
            for each in placed.operation.path_parameters:
                name = self._naming.field_name(each.name)
                title = class_identifier(name)
                scope = Scope(placed.document, self._enums, NoObjects(), "sent", self._name)
                kind = _key_type(annotation_of(scope, each.schema, title))
                parameters[name] = AttributeDraft(name, each.name, kind)
        return parameters


def _with_key(
    operation: OperationDraft, keys: Sequence[AttributeDraft], fields: Iterable[AttributeDraft]
) -> OperationDraft:
    """Give the page type of an operation the wire name of the field that is the key of an item."""
    page = operation.page
    if not isinstance(page, Call):
        return operation
    name = keys[-1].name if keys else "id"
    wire_name = next((each.wire_name for each in fields if each.name == name), name)
    keywords = tuple(
        (option, Constant(wire_name) if value == Constant(ITEM_KEY) else value)
        for option, value in page.keywords
    )
    return attrs.evolve(operation, page=attrs.evolve(page, keywords=keywords))


def _is_identifier(name: str) -> bool:
    """Whether a path parameter is an identifier by its name: `{ticket_id}`, but not `{type}`."""
    return not {"id", "sid", "uuid", "key"}.isdisjoint(name.split("_"))


def _path_fields(
    uri: str, known_names: Collection[str], path_parameters: Mapping[str, AttributeDraft], rule: str
) -> list[AttributeDraft]:
    """Fields for the path parameters that are in no response: a record keeps its path values."""
    return [
        attrs.evolve(path_parameters.get(name, _text_attribute(name)), wire_name=RULES[rule](name))
        for name in parse_template(uri).names
        if name not in known_names
    ]


def _text_attribute(name: str) -> AttributeDraft:
    return AttributeDraft(name, name, STR)


def _never_none(part: AttributeDraft, uri: str, naming: PlainNaming) -> AttributeDraft:
    """A field without `| None` where it is a path parameter: such a field always has a value."""
    if part.name in parse_template(uri).names or part.wire_name in naming.never_null:
        return attrs.evolve(part, kind=_key_type(without_none(part.kind)))
    return part


def _key_type(kind: Expression) -> Expression:
    """The type of a path value: a UUID in a path is text, as programs have it."""
    return STR if kind == Name("UUID", "uuid") else kind


def _ordered(operations: Iterable[PlacedOperation]) -> list[PlacedOperation]:
    order = ["create", "update", "list", "fetch", "delete"]
    return sorted(operations, key=lambda each: (_rank(each, order), each.operation.id))


def _rank(placed: PlacedOperation, order: Sequence[str]) -> int:
    """The position of the verb of an operation in an order; actions come last."""
    return order.index(placed.verb) if placed.verb in order else len(order)
