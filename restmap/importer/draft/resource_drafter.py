"""The drafter of a resource: its operations become fields, keys and nested classes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from ...api.collection import Collection
from ..read.alternatives import words_of_id
from ..read.inventory import Inventory
from ..read.operations import placeholders
from ..read.styles import fragment_of
from .class_names import RESERVED_CLASS_NAMES
from .enum_names import EnumNames
from .expressions import EnumType, ResourceType
from .identifiers import class_identifier, first_free, python_name
from .keys import (
    Address,
    address_of,
    find_inner_key,
    never_none,
    path_fields,
    path_parameters_of,
    with_key,
)
from .models import Models
from .naming import PlainNaming
from .operation_drafter import draft_operation, with_patch_verbs
from .operation_paths import problem_of
from .operations import OperationDraft
from .record_types import Candidate
from .records import ResourceRecord
from .resources import ResourceDraft, best_rule
from .schemas import SENT, Scope
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
        self._class_names = {name, *child_names}
        self._enums = EnumNames(
            naming.enum_name, naming.shared_enums, RESERVED_CLASS_NAMES | self._class_names, name
        )
        self._record = ResourceRecord(node, self._declarable(), naming, models, self._enums, name)

    @property
    def enums(self) -> list[EnumType]:
        """The Literal types of the resource."""
        return self._enums.types

    def candidate(self, module: str) -> Candidate:
        """The resource as a type of objects. module: the name of its module."""
        kind = ResourceType(self._name, f".{module}")
        return Candidate(self._node, kind, self._record.schemas())

    def draft(self, module: str) -> ResourceDraft:
        """The draft of the resource. module: the name of its module."""
        node, naming, name = self._node, self._naming, self._name
        record = self._record
        self._enums.take(self._models.records.names)
        fields = record.fields()
        parameters = path_parameters_of(node, naming, self._enums, name)
        address = address_of(node, naming, fields, parameters)
        fields = [never_none(each, address.uri, naming) for each in fields]
        options = naming.base_options()
        field_rule = best_rule(
            [(each.name, each.wire_name) for each in fields], options.field_names
        )
        operations = self._operations(record, address)
        # The caller passes the key of a handle; a record of a collection needs the key as a field.
        has_records = any(
            each.verb in ("create", "list") and not each.is_action for each in operations
        )
        known = [*fields]
        if not has_records:
            known += address.keys
        else:
            names = {each.name for each in known}
            missing = [each for each in address.keys if each.name not in names]
            objects = record.objects() if missing else {}
            found = [find_inner_key(each, objects, node.name) for each in missing]
            fields += [each for each in found if each is not None]
            known = [*fields]
        fields += path_fields(address.uri, {each.name for each in known}, parameters, field_rule)
        operations = [with_key(each, address.keys, fields) for each in operations]
        named = [(p.name, p.wire_name) for each in operations for p in each.named_parameters]
        documents = dict.fromkeys(each.document for each in node.operations)
        given = [each.operation for each in node.operations]
        urls = [url for each in documents if (url := naming.documentation_url(each, name, given))]
        return ResourceDraft(
            node=node,
            name=name,
            module=module,
            uri=address.uri,
            kind=node.kind,
            keys=address.keys,
            fields=fields,
            field_rule=field_rule,
            parameter_rule=best_rule(named, options.parameter_names),
            operations=operations,
            documentation_url=urls[0] if urls else None,
            component=record.component,
        )

    def _declarable(self) -> list[PlacedOperation]:
        """The operations that can be declared on this resource; the others are left out."""
        declarable: list[PlacedOperation] = []
        taken: set[tuple[bool, str]] = set()
        for each in _ordered(with_patch_verbs(self._node.operations)):
            problem = problem_of(each, self._node)
            if problem is not None:
                self._inventory.leave_out(each.operation, problem)
                continue
            each = self._with_own_name(self._beside_attributes(each), taken)
            taken.add((self._node.is_item_operation(each), each.verb))
            declarable.append(each)
        return declarable

    def _beside_attributes(self, placed: PlacedOperation) -> PlacedOperation:
        """An operation whose name hides no path value, which is a field of a record.

        Nor does it hide an attribute that every collection has, such as `page`.
        """
        hidden = {self._naming.field_name(each) for each in placeholders(self._node.path)}
        if self._node.is_action(placed) and not self._node.is_item_operation(placed):
            hidden |= {*dir(Collection)}
        return attrs.evolve(placed, verb=f"{placed.verb}_") if placed.verb in hidden else placed

    def _with_own_name(
        self, placed: PlacedOperation, taken: set[tuple[bool, str]]
    ) -> PlacedOperation:
        """An operation whose verb no other one has: a second one is an action named by its id.

        An action of an item is not named like a verb of the collection either, as where both
        `/stats` and `/stats/{kind}` are lists.
        """
        of_item = self._node.is_item_operation(placed)
        names = {name for item, name in taken if item == of_item}
        if of_item and self._node.is_action(placed):
            names |= {each.verb for each in self._node.operations if not self._node.is_action(each)}
        if placed.verb not in names:
            return placed
        words = words_of_id(placed.operation)
        from_id = python_name("_".join(words)) if words else ""
        word = placed.operation.path.rpartition("/")[2]  # `/runs/{id}/restart#stream`
        is_told_apart = fragment_of(placed.operation.variant) and "{" not in word
        with_word = python_name(f"{word}_{placed.verb}") if is_told_apart else ""
        last = python_name(f"{placed.operation.method.lower()}_{placed.verb}")
        choices = [*filter(None, [with_word, from_id]), last]
        return attrs.evolve(placed, verb=first_free(choices, names))

    def _operations(self, record: ResourceRecord, address: Address) -> list[OperationDraft]:
        """The drafts of operations; a list whose pages cannot be read is left out."""
        drafts: list[OperationDraft] = []
        for placed in record.operations:
            match = record.page_of(placed)
            if placed.verb == "list" and match is None and not self._node.is_action(placed):
                reason = "no known page type fits its response"
                self._inventory.leave_out(placed.operation, reason)
                continue
            if match is not None and not match.is_sure:
                self._inventory.note(placed.operation, _ONE_PAGE)
            self._enums.operation = class_identifier(placed.verb)
            scope = Scope(placed.document, self._enums, self._models, SENT, self._name)
            draft = draft_operation(
                placed, self._node, self._naming, scope, match, address.names, self._class_names
            )
            returns = record.returns_of(placed)
            drafts.append(attrs.evolve(draft, returns=returns))
            self._add_parameters(placed, draft)
        return drafts

    def _add_parameters(self, placed: PlacedOperation, draft: OperationDraft) -> None:
        """Note which properties of a request body became parameters."""
        kinds = {part.wire_name: part.kind for part in draft.parameters}
        for each in draft.sent_parts:
            kind = kinds.get(each.name)
            if each.name == draft.body_item:  # its members are the parameters
                self._models.drafted.add(each.schema, None)
            elif kind is not None:
                reason = "it is sent as JSON text in a form" if each.location == "form" else ""
                variants = placed.document.resolved(each.schema).get("anyOf", ())
                for schema in (each.schema, *variants):
                    self._models.drafted.add(schema, kind, reason)


_ONE_PAGE = "list() gives one page, since it is not known how the next one is requested"


def _ordered(operations: Iterable[PlacedOperation]) -> list[PlacedOperation]:
    order: Sequence[str] = ["create", "update", "list", "fetch", "delete"]

    def rank(placed: PlacedOperation) -> tuple[int, int, str]:
        known = order.index(placed.verb) if placed.verb in order else len(order)
        is_told_apart = fragment_of(placed.operation.variant) != ""
        length = len(placed.operation.path) if is_told_apart else 0
        return known, length, placed.operation.id

    return sorted(operations, key=rank)
