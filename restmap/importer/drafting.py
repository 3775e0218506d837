"""Drafting: what the documents say of a version becomes drafts of its resources."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import attrs

from ..declare.names import pascal_case, snake_case
from ..declare.uri import parse_template
from ..plan.checks import RESERVED_NAMES
from .class_names import TAKEN, class_names, module_names
from .documents import Document, Schema, placeholders
from .drafts import RULES, MountDraft, ResourceDraft, VersionDraft, best_rule
from .naming import PlainNaming
from .operations import OperationDraft, Part, draft_operation, own_path
from .page_types import find_page
from .schemas import Annotation, EnumNames, annotation_of
from .tree import Node, Placed, VersionNode


def draft_version(version: VersionNode, naming: PlainNaming) -> VersionDraft:
    """The draft of everything in a version."""
    nodes = list(version.nodes())
    names = class_names(nodes, version.top.values(), naming)
    modules = module_names(nodes, names, naming)
    problems: dict[str, str] = {}
    drafts = {
        id(node): Drafting(
            node, naming, problems, names[id(node)], [names[id(each)] for each in node.children]
        ).resource(names[id(node)], modules[id(node)])
        for node in nodes
    }
    for node in nodes:
        draft = drafts[id(node)]
        draft.mounts = _mounts(node.below, drafts)
        draft.beside = _mounts(node.beside, drafts)
        if draft.function == "handle":  # it is not called: what is beside it is in it
            draft.mounts, draft.beside = draft.mounts + draft.beside, []
    return VersionDraft(version.place, _mounts(version.top, drafts), problems)


def _mounts(nodes: Mapping[str, Node], drafts: Mapping[int, ResourceDraft]) -> list[MountDraft]:
    return [
        MountDraft(name, drafts[id(node)].function, drafts[id(node)])
        for name, node in sorted(nodes.items())
    ]


class Drafting:
    """The drafting of one resource."""

    def __init__(
        self,
        node: Node,
        naming: PlainNaming,
        problems: dict[str, str],
        name: str,
        below: Iterable[str],
    ) -> None:
        self._node = node
        self._naming = naming
        self._problems = problems
        self._enums = EnumNames(naming.enum_name, naming.shared_enums, TAKEN | {name, *below}, name)

    def resource(self, name: str, module: str) -> ResourceDraft:
        node, naming = self._node, self._naming
        fields = self._fields(self._records())
        declared = self._path_parameters()
        keys, uri = self._address(fields, declared)
        fields = [_never_none(each, uri, naming) for each in fields]
        field_rule = best_rule([(each.name, each.wire_name) for each in fields])
        fields += _path_fields(uri, {each.name for each in [*fields, *keys]}, declared, field_rule)
        kept = [each for each in node.operations if self._fits(each)]
        operations = [draft_operation(each, node, naming, self._enums) for each in _ordered(kept)]
        for each in operations:
            if each.verb == "list" and each.page is None:
                self._problems[each.id] = "nothing in its answer looks like a page of records"
        for each in _clashes(operations):
            self._problems[each.id] = f"a second {each.verb}() at another address of its resource"
        operations = [each for each in operations if each.id not in self._problems]
        parameters = [(p.name, p.wire_name) for each in operations for p in each.named_parts]
        documents = dict.fromkeys(each.document for each in node.operations)
        links = [link for each in documents if (link := naming.link(each, name))]
        return ResourceDraft(
            node=node,
            name=name,
            module=module,
            uri=uri,
            kind=node.kind,
            keys=keys,
            fields=fields,
            field_rule=field_rule,
            parameter_rule=best_rule(parameters, ["pascal_case", "camel_case", "as_written"]),
            operations=operations,
            link=links[0] if links else None,
        )

    def _fits(self, placed: Placed) -> bool:
        """Whether the path of an operation is the one that its resource gives it."""
        if own_path(placed, self._node) is not None:
            return True
        self._problems[placed.operation.id] = (
            f"its path {placed.operation.path} is not one of the resource at {self._node.path}"
        )
        return False

    def _records(self) -> Iterator[tuple[Document, Schema]]:
        """The schemas of a record: of one that is fetched, then of others."""
        order = ["fetch", "create", "update", "list", "delete"]
        for placed in sorted(self._node.operations, key=lambda each: order.index(each.verb)):
            if placed.verb == "list":
                found = find_page(placed.document, placed.operation, self._naming.pages)
                yield placed.document, found.records if found is not None else {}
            elif placed.verb != "delete":
                yield placed.document, placed.operation.answer

    def _fields(self, records: Iterable[tuple[Document, Schema]]) -> list[Part]:
        fields: dict[str, Part] = {}
        for document, schema in records:
            for wire_name, each in document.properties(schema).items():
                name = self._naming.field_name(wire_name)
                if name in RESERVED_NAMES or name in self._node.below:
                    name = f"{name}_"
                if wire_name not in {part.wire_name for part in fields.values()}:
                    title = pascal_case(snake_case(wire_name))
                    annotation = annotation_of(document, each, self._enums, title)
                    prefix = self._naming.key_prefix(document.resolved(each).get("pattern", ""))
                    fields[name] = Part(name, wire_name, annotation, prefix=prefix)
        return list(fields.values())

    def _address(
        self, fields: Sequence[Part], declared: Mapping[str, Part]
    ) -> tuple[list[Part], str]:
        """The keys of an item, and the template of its path below the version's."""
        node = self._node
        below = node.path.removeprefix(node.place.prefix)
        wire_names = placeholders(below)
        names = [self._naming.field_name(each) for each in wire_names]
        if node.keys == 1 and names[-1] not in {each.name for each in fields}:
            # The value that addresses an item is among its fields under another name.
            others = [each.name for each in fields if each.name in ("sid", "id")]
            if others and others[0] not in names:
                names[-1] = others[0]
        for wire_name, name in zip(wire_names, names, strict=True):
            below = below.replace(f"{{{wire_name}}}", f"{{{name}}}", 1)
        own = names[len(names) - node.keys :] if node.keys else []
        return [declared.get(name, _text_part(name)) for name in own], below

    def _path_parameters(self) -> dict[str, Part]:
        """The path parameters by name, with the types that the document gives them."""
        found: dict[str, Part] = {}
        for placed in self._node.operations:
            for each in placed.operation.path_parameters:
                name = self._naming.field_name(each.name)
                annotation = annotation_of(
                    placed.document, each.schema, self._enums, pascal_case(name)
                )
                found[name] = Part(name, each.name, annotation)
        return found


def _path_fields(
    uri: str, there: Collection[str], declared: Mapping[str, Part], rule: str
) -> list[Part]:
    """Fields for the path values that no answer has: a record knows the path it is at."""
    return [
        attrs.evolve(declared.get(name, _text_part(name)), wire_name=RULES[rule](name))
        for name in parse_template(uri).names
        if name not in there
    ]


def _text_part(name: str) -> Part:
    return Part(name, name, Annotation("str"))


def _never_none(part: Part, uri: str, naming: PlainNaming) -> Part:
    """A field that is part of its record's path has a value, whatever the document says."""
    if part.name in parse_template(uri).names or part.wire_name in naming.never_null:
        text = part.annotation.text.removesuffix(" | None")
        return attrs.evolve(part, annotation=attrs.evolve(part.annotation, text=text))
    return part


def _ordered(operations: Iterable[Placed]) -> list[Placed]:
    order = ["create", "update", "list", "fetch", "delete"]
    return sorted(operations, key=lambda each: (order.index(each.verb), each.operation.id))


def _clashes(operations: Sequence[OperationDraft]) -> list[OperationDraft]:
    """Those whose verb another operation of the same scope has already."""
    seen: set[str] = set()
    clashing: list[OperationDraft] = []
    for each in operations:
        if each.class_name in seen:
            clashing.append(each)
        seen.add(each.class_name)
    return clashing
