"""Records: which operations of a resource return its record, and the fields of the record."""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable, Iterator, Sequence, Set as AbstractSet

import attrs

from ...openapi.marks import RECORD_MARK
from ...plan.checks import RESERVED_NAMES
from ..read.documents import Document
from ..read.nodes import Schema
from .enum_names import EnumNames
from .expressions import (
    STR,
    Constant,
    Expression,
    Name,
    ResourceType,
    list_of,
    or_none,
    walk,
)
from .identifiers import class_identifier
from .models import Models, NoObjects
from .naming import PlainNaming
from .operations import AttributeDraft, ResultDraft, keep_types_visible
from .page_types import PageMatch, find_page
from .presence import always_present
from .results import FoundRecords, Result, is_empty_record
from .schemas import RECEIVED, Scope, annotation_of, kinds_of
from .texts import text_of
from .tree import PlacedOperation, ResourceNode
from .unions import union_of
from .wire_forms import UNIX_TIME, moment_of

_ORDER = ("fetch", "create", "update", "list")
"""The order in which the fields of a record are collected from operations."""


@attrs.frozen(slots=False)
class ResourceRecord:
    """The record of one resource.

    operations: those of the resource that can be declared. name: the class name of the resource.
    """

    node: ResourceNode
    operations: Sequence[PlacedOperation]
    naming: PlainNaming
    models: Models
    enums: EnumNames
    name: str
    _matches: dict[int, PageMatch | None] = attrs.field(factory=dict[int, PageMatch | None])

    def page_of(self, placed: PlacedOperation) -> PageMatch | None:
        """The page type of a list; None for any other operation."""
        if placed.verb != "list" or self.node.is_action(placed):
            return None
        if id(placed) not in self._matches:
            result = placed.result
            found = None
            if result is not None:
                found = FoundRecords(result.path, result.schema) if result.kind == "list" else None
            is_list = result is None or found is not None
            self._matches[id(placed)] = (
                find_page(placed.document, placed.operation, self.naming.pages, found)
                if is_list
                else None
            )
        return self._matches[id(placed)]

    @property
    def component(self) -> str | None:
        """The component that the record is; None if it is a schema of its own."""
        base = self._base
        return base[0].component(base[1]) if base is not None else None

    def schemas(self) -> list[tuple[Document, Schema]]:
        """The schemas of its records: first that of the record itself."""
        return [] if self._base is None else [self._base, *self._schemas]

    # -- which operations return it -----------------------------------------------------------

    @functools.cached_property
    def _base(self) -> tuple[Document, Schema] | None:
        """The schema of the record: that of the fetched record, else of the best other one."""
        order = ("fetch", "list", "create", "update", "patch")
        for verb in order:
            for placed in self.operations:
                is_action = self.node.is_action(placed) and verb != "patch"
                if placed.verb != verb or is_action or placed.result is None:
                    continue
                if placed.result.kind in ("record", "list") and placed.document.properties(
                    placed.result.schema
                ):
                    return placed.document, placed.result.schema
        return None

    def is_returned_by(self, placed: PlacedOperation) -> bool:
        """Whether an operation returns one record of the resource."""
        result = placed.result
        if result is None:
            return placed.verb not in ("list", "delete")
        if result.kind != "record":
            return False
        base = self._base
        is_change = placed.verb == "patch" or not self.node.is_action(placed)
        if base is None or not placed.document.properties(result.schema):
            return (
                base is None
                and is_change
                and placed.verb != "delete"
                and is_empty_record(placed.document, result)
            )
        if self.models.are_equal((placed.document, result.schema), base):
            return True
        is_marked = base[0].merged(base[1]).get(RECORD_MARK, False)
        return (
            is_change
            and not is_marked
            and placed.verb != "delete"
            and _are_similar((placed.document, result.schema), base)
        )

    def returns_of(self, placed: PlacedOperation) -> ResultDraft | None:
        """What an operation returns, where it is not the usual result of its verb."""
        result = placed.result
        is_delete = placed.verb == "delete" and not self.node.is_action(placed)
        if result is None or self.page_of(placed) is not None:
            return None
        if result.kind == "nothing":
            return None if is_delete else ResultDraft(None)
        if result.kind in ("text", "bytes"):
            return ResultDraft(STR if result.kind == "text" else self._kind_of_file(placed))
        if self.is_returned_by(placed):
            return ResultDraft(Constant(self.name)) if is_delete else None
        kind = self._kind_of(placed, result)
        is_there = self.node.is_action(placed) and not self.node.is_item_operation(placed)
        own = next((each for each in walk(kind) if self._is_own(each)), None)
        if own is None or is_there:
            return ResultDraft(kind)
        if kind == own:
            return ResultDraft(Constant(self.name)) if is_delete else None
        if kind == list_of(own):
            return ResultDraft(Constant(f"list[{self.name}]"))
        return ResultDraft(self._kind_of(placed, result, absent=self.name))

    def _is_own(self, kind: Expression) -> bool:
        """Whether a type is the resource itself, whose class is not there in its own body."""
        return isinstance(kind, ResourceType) and kind.name == self.name

    def _kind_of_file(self, placed: PlacedOperation) -> Expression:
        """The type of a result that is a file; a verb, and what changes something, give bytes."""
        is_download = placed.operation.method == "GET" and self.node.is_action(placed)
        return Name("Download", "restmap") if is_download else Name("bytes")

    def _kind_of(self, placed: PlacedOperation, result: Result, absent: str = "") -> Expression:
        """The type of a result that is no record of the resource.

        absent: a resource that cannot be named in it.
        """
        document = placed.document
        scope = Scope(document, self.enums, self.models, RECEIVED, self.name, absent)
        name = class_identifier(f"{placed.verb}_result")
        kind = annotation_of(scope, result.schema, name)
        for each in self._schemas_around(document, placed.operation.response, result.path):
            self.models.drafted.add(each, kind)
        return list_of(kind) if result.kind == "list" else kind

    @staticmethod
    def _schemas_around(document: Document, schema: Schema, path: str) -> Iterator[Schema]:
        """The members of a response body that are envelopes of its result."""
        for step in filter(None, path.split(".")):
            schema = document.properties(schema).get(step, {})
            yield schema

    # -- fields -----------------------------------------------------------------------------

    @functools.cached_property
    def _schemas(self) -> list[tuple[Document, Schema]]:
        """The schemas of a record: first that of the fetched record, then the others."""
        return list(self._found_schemas())

    def _found_schemas(self) -> Iterator[tuple[Document, Schema]]:
        for placed in sorted(self.operations, key=_rank):
            match = self.page_of(placed)
            document = placed.document
            if match is not None or (placed.verb == "list" and placed.result is None):
                for each in _objects_around(document, placed.operation.response):
                    self.models.drafted.add(each, None)
                yield document, match.records if match is not None else {}
            elif self.is_returned_by(placed):
                result = placed.result
                if result is None:
                    yield document, placed.operation.response
                else:
                    for each in document.properties(placed.operation.response).values():
                        if result.path:
                            self.models.drafted.add(each, None)
                    yield document, result.schema

    def fields(self) -> list[AttributeDraft]:
        """The fields of a record; a field that is not in every response may be None."""
        taken = RESERVED_NAMES | self._called() | set(self.node.record_children) | self._verbs()
        fields: dict[str, AttributeDraft] = {}  # by wire name
        first: dict[str, tuple[Document, Schema]] = {}
        responses: list[AbstractSet[str]] = []
        # Most operations have the same record.
        given = [(document.merged(schema), document, schema) for document, schema in self._schemas]
        for _, document, schema in {id(each[0]): each for each in given}.values():
            scope = Scope(document, self.enums, self.models, RECEIVED, self.name)
            alternatives = document.alternatives(schema)
            for wire_name, schemas in alternatives.items():
                is_new = wire_name not in fields
                if is_new:
                    names = taken | {each.name for each in fields.values()}
                    fields[wire_name] = self._field(scope, wire_name, schemas, names)
                    first[wire_name] = document, schemas[0]
                for each in schemas:
                    if not is_new and self.models.are_equal((document, each), first[wire_name]):
                        annotation_of(scope, each, class_identifier(wire_name))
                    elif not is_new and _differ((document, each), first[wire_name]):
                        part, own = fields[wire_name], class_identifier(wire_name)
                        kinds = [part.kind, annotation_of(scope, each, own)]
                        fields[wire_name] = attrs.evolve(part, kind=union_of(kinds))
                    self.models.drafted.add(each, fields[wire_name].kind)
            if alternatives:
                responses.append(always_present(document, schema))
        return [
            each
            if all(each.wire_name in names for names in responses)
            else attrs.evolve(each, kind=or_none(each.kind))
            for each in keep_types_visible([*fields.values()])
        ]

    def objects(self) -> dict[str, list[AttributeDraft]]:
        """The members of each object of the record that are neither objects nor lists."""
        base = self._base
        if base is None:
            return {}
        document, schema = base
        scope = Scope(document, self.enums, NoObjects(), RECEIVED, self.name)
        return {
            wire_name: [
                AttributeDraft(
                    self.naming.field_name(name), name, annotation_of(scope, each, "Inner")
                )
                for name, each in document.properties(members).items()
                if kinds_of(document.merged(each))[0] in (["string"], ["integer"], ["number"])
                and not document.merged(each).get("enum")
            ]
            for wire_name, members in document.properties(schema).items()
            if kinds_of(document.merged(members))[0] in ([], ["object"])
        }

    def _field(
        self, scope: Scope, wire_name: str, schemas: Sequence[Schema], taken: Collection[str]
    ) -> AttributeDraft:
        """The field of a property. schemas: one, or one for each variant of the record."""
        name = self.naming.field_name(wire_name)
        while name in taken:
            name = f"{name}_"
        moments = [each for each in (moment_of(scope.document, one) for one in schemas) if each]
        is_moment = len(moments) == len(schemas)
        others = (annotation_of(scope, each, class_identifier(wire_name)) for each in schemas)
        kind = union_of(moments if is_moment else others)
        pattern = scope.document.resolved(schemas[0]).get("pattern", "")
        return AttributeDraft(
            name,
            wire_name,
            kind,
            serializer=UNIX_TIME if is_moment else None,
            prefix=self.naming.key_prefix(pattern),
            text=text_of(self.naming, scope.document, schemas[0]),
        )

    def _called(self) -> set[str]:
        """The functions that mounts and actions call, which a field of that name would hide."""
        has_actions = any(
            self.node.is_action(each) and self.node.is_item_operation(each)
            for each in self.operations
        )
        mounts = (
            {"collection", "collections", "handle"} if self.node.record_children else set[str]()
        )
        return mounts | ({"action"} if has_actions else set[str]())

    def _verbs(self) -> set[str]:
        """The attribute names of the verbs and actions of a record."""
        verbs = {each.verb for each in self.operations if self.node.is_item_operation(each)}
        return verbs | {f"{each}_async" for each in verbs}


def _objects_around(document: Document, response: Schema, depth: int = 4) -> Iterator[Schema]:
    """The members of a page, and of the objects around its list, which a page type reads."""
    for each in document.properties(response).values():
        yield each
        if depth and kinds_of(document.merged(each))[0] != ["array"]:
            yield from _objects_around(document, each, depth - 1)


def _rank(placed: PlacedOperation) -> int:
    """The position of the verb of an operation; actions come last."""
    return _ORDER.index(placed.verb) if placed.verb in _ORDER else len(_ORDER)


def _are_similar(one: tuple[Document, Schema], other: tuple[Document, Schema]) -> bool:
    """Whether two objects have at least half of the properties of the smaller one in common.

    None of these may be an object in one and anything else in the other: then one of them is
    around the record, or holds another one.
    """
    first, second = (document.properties(schema) for document, schema in (one, other))
    shared = first.keys() & second.keys()
    return len(shared) * 2 >= min(len(first), len(second)) and not any(
        {_is_object(one[0], first[name]), _is_object(other[0], second[name])} == {True, False}
        for name in shared
    )


def _differ(one: tuple[Document, Schema], other: tuple[Document, Schema]) -> bool:
    """Whether the values of a schema are of another JSON type than those of another schema, as the
    id of a customer in a list where a fetched record has the customer."""
    first, second = (
        {"number" if each == "integer" else each for each in kinds_of(document.merged(schema))[0]}
        for document, schema in (one, other)
    )
    return bool(first and second) and first.isdisjoint(second)


def _is_object(document: Document, schema: Schema) -> bool | None:
    """Whether the values of a schema are objects; None where they may be objects or not."""
    kinds = kinds_of(document.merged(schema))[0]
    return kinds == ["object"] if len(kinds) == 1 else None


def first_of(parts: Iterable[AttributeDraft], *names: str) -> AttributeDraft | None:
    """The first part with one of these names, in the order of the names."""
    by_name = {each.name: each for each in parts}
    return next((by_name[name] for name in names if name in by_name), None)
