"""Models: the objects inside the responses and request bodies of a version, and their names.

A model is registered where its schema is first met. Its name and its members are decided when all
resources of the version are drafted, since a model may be sent, received, or both.
"""

from __future__ import annotations

import itertools
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, cast

import attrs

from ..read.documents import Document
from ..read.nodes import Schema
from ..read.operations import component_name
from .expressions import OBJECT, Expression, ModelType
from .identifiers import class_identifier, first_free
from .model_members import MemberDraft, draft_members, property_schemas
from .naming import PlainNaming
from .nested_objects import DraftedProperties
from .record_types import RecordTypes
from .schemas import RECEIVED, SENT, Direction, Enums, Scope, annotation_of, literal_members


@attrs.define(eq=False)
class ModelDraft:
    """The draft of a model.

    kind: its type, with its name. component: its component; None for an object that stands within
    another schema, which is named after its title. owners: the resources, by name, and the models
    that it was found in. directions: whether it is sent, received, or both. tags: the
    values of the properties that tell it apart in unions, by wire name. text: its description, if
    descriptions are copied. copies: equal schemas in other places.
    """

    kind: ModelType
    document: Document
    schema: Any
    component: str | None
    title: str
    owners: list[str | ModelDraft] = attrs.field(factory=list[Any])
    directions: set[Direction] = attrs.field(factory=set[Direction])
    tags: dict[str, list[str]] = attrs.field(factory=dict[str, list[str]])
    members: Sequence[MemberDraft] = ()
    text: str = ""
    copies: list[Schema] = attrs.field(factory=list[Any])

    @property
    def name(self) -> str:
        """The name of the class."""
        return self.kind.name

    @property
    def is_open(self) -> bool:
        """Whether the document says that it may have further keys."""
        return bool(self.view.get("additionalProperties"))

    @property
    def view(self) -> Schema:
        """The schema, with its references and its bases resolved."""
        return self.document.merged(self.schema)

    def choices(self, naming: PlainNaming) -> list[str]:
        """Names for the class, the best first."""
        if self.component is not None:
            return [*naming.model_names(component_name(self.component))]
        first = self.owners[0]
        name = first if isinstance(first, str) else first.name
        with_owner = class_identifier(f"{name}_{self.title}")
        is_good = len(self.owners) == 1 and len(with_owner) <= _MAX_GOOD_NAME
        return [with_owner] if is_good else [self.title, with_owner]

    def names_beside(self, choices: Sequence[str]) -> Iterator[str]:
        """Names beside that of a resource or another class, which has the plain name.

        What is sent for a ticket is a `TicketInput`, and what a response has of it `TicketData`.
        """
        for suffix in ("Input",) if self.directions == {*SENT} else ("Data", "Details"):
            yield from (f"{each}{suffix}" for each in choices if not each.endswith(suffix))

    def names_by_member(self) -> Iterator[str]:
        """A name that tells it by its first member from variants with the same title."""
        if self.component is not None:
            return
        first = self.owners[0]
        owner = first if isinstance(first, str) else first.name
        for member in [*self.view.get("properties", {})][:1]:
            name = class_identifier(f"{owner}_{self.title}_with_{member}")
            if len(name) <= _MAX_GOOD_NAME:
                yield name


_MAX_GOOD_NAME = 50


class Models:
    """The models of one version.

    records: which objects are records of its resources. drafted: the properties of schemas that
    became declarations.
    """

    def __init__(self, naming: PlainNaming) -> None:
        self._naming = naming
        self.records = RecordTypes((), naming, self.are_equal)
        self.drafted = DraftedProperties()
        self._drafts: dict[tuple[int, str], ModelDraft] = {}
        self._by_kind: dict[int, ModelDraft] = {}
        self._pending: list[tuple[ModelDraft, Schema]] = []

    @property
    def drafts(self) -> list[ModelDraft]:
        """Every model, in the order in which they were found."""
        return list(self._drafts.values())

    def of(self, scope: Scope, schema: Any, name: str) -> Expression:
        """The type of an object with properties: its resource, where it is only received."""
        document = scope.document
        component = document.component(schema)
        resource = self.records.find(document, schema)
        is_usable = scope.directions == RECEIVED
        if resource is not None and is_usable and resource.name != scope.absent:
            return resource
        # Equal objects with the same title are one model, and so are equal results.
        title = "Result" if name.endswith("Result") else name
        key = component or f"{title} {_canonical(document.merged(schema))}"
        draft = self._drafts.get((id(document), key))
        if draft is not None and component is None:
            draft.title = _common_end(draft.title, name)
        if draft is None:
            draft = ModelDraft(ModelType(), document, schema, component, name)
            self._drafts[id(document), key] = self._by_kind[id(draft.kind)] = draft
        if scope.owner not in draft.owners:
            draft.owners.append(scope.owner)
        view = document.merged(schema)
        if component is None and id(view) not in map(id, draft.copies):
            draft.copies.append(view)
            is_new = True
        else:
            is_new = not scope.directions <= draft.directions
        draft.directions |= scope.directions
        if is_new:
            self._pending.append((draft, view))
        return draft.kind

    def tag(self, scope: Scope, schema: Schema, kinds: Mapping[int, Expression]) -> str | None:
        """The property that tells the members of a union apart; its values are added to them."""
        discriminator = cast("Mapping[str, Any]", schema.get("discriminator", {}))
        tag = discriminator.get("propertyName")
        parts = schema.get("oneOf") or schema.get("anyOf") or ()
        models = {index: self._by_kind.get(id(kind)) for index, kind in kinds.items()}
        if not isinstance(tag, str) or None in models.values() or len(models) < 2:
            return None
        by_reference = _mapped_values(discriminator.get("mapping"))
        values: dict[int, list[str]] = {}
        for index, model in models.items():
            assert model is not None
            values[index] = _tag_values(scope.document, parts[index], model, tag, by_reference)
        all_values = [each for group in values.values() for each in group]
        is_complete = all(values.values()) and len(set(all_values)) == len(all_values)
        if not is_complete or len(set(map(id, models.values()))) < len(models):
            return None
        for index, model in models.items():
            assert model is not None
            known = model.tags.setdefault(tag, [])
            known += [each for each in values[index] if each not in known]
        return tag

    # -- when all resources are drafted -----------------------------------------------------

    def find_nested(self) -> None:
        """Find the models inside the models that were found so far."""
        while self._pending:
            model, view = self._pending.pop(0)
            for each in property_schemas(model.document, view, model.directions):
                scope = Scope(model.document, _NO_ENUMS, self, each.directions, model)
                annotation_of(scope, each.schema, class_identifier(each.wire_name))

    def assign_names(self, taken: Iterable[str]) -> None:
        """Give every model a name. taken: names that modules of the version use otherwise."""
        used, named = set(taken), dict[str, ModelDraft]()
        for model in sorted(self.drafts, key=lambda each: each.component is None):
            choices = model.choices(self._naming)
            longer = [[*model.names_beside(choices)], [*model.names_by_member()]]
            numbered = [f"{choices[0]}{number}" for number in range(2, 100)]
            rival = named.get(choices[0])
            if rival is not None and rival.directions == model.directions:
                longer.reverse()  # it is a variant of that one
            model.kind.name = first_free([*choices, *longer[0], *longer[1], *numbered], used)
            used.add(model.name)
            named[model.name] = model

    def draft_members(self, enums: Enums) -> None:
        """Draft the members of every model. enums: the names of the Literal types in models."""
        for model in self.drafts:
            if self._naming.descriptions:
                model.text = model.view.get("description", "")
            model.members = draft_members(
                Scope(model.document, enums, self, frozenset(model.directions), model),
                model.name,
                model.view,
                model.directions,
                model.tags,
                self._naming,
            )
            kinds = {each.wire_name: each.kind for each in model.members}
            for view in (model.view, *model.copies):
                for each in property_schemas(model.document, view, model.directions):
                    self.drafted.add(each.schema, kinds[each.wire_name])

    def are_equal(self, one: tuple[Document, Any], other: tuple[Document, Any]) -> bool:
        """Whether two schemas, each with its document, differ at most in descriptions."""
        views = [document.merged(schema) for document, schema in (one, other)]
        if one[0] is not other[0] or views[0] is views[1]:
            return one[0] is other[0]
        return _canonical(views[0]) == _canonical(views[1])


def _common_end(one: str, other: str) -> str:
    """The words that two names end with, as `AddTagResult` and `DropTagResult` with `TagResult`."""
    first, second = (re.findall("[A-Z][^A-Z]*|^[^A-Z]+", each)[::-1] for each in (one, other))
    pairs = zip(first, second, strict=False)
    same = [each for each, _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs)]
    return "".join(reversed(same)) or one


def _canonical(view: Schema) -> str:
    """The text of a schema without what is not part of its type."""
    return json.dumps(_without_descriptions(view), sort_keys=True, default=str)


def _without_descriptions(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_descriptions(each) for each in cast("list[Any]", value)]
    if not isinstance(value, dict):
        return value
    members = cast("dict[str, Any]", value).items()
    left_out = ("description", "example", "examples")
    return {
        key: _without_descriptions(each)
        for key, each in members
        if key not in left_out or isinstance(each, dict)
    }


def _mapped_values(mapping: Any) -> dict[str, list[str]]:
    """The values of a discriminator, by the component that they stand for."""
    values: dict[str, list[str]] = defaultdict(list)
    if isinstance(mapping, dict):
        for value, target in cast("dict[str, Any]", mapping).items():
            if isinstance(target, str):
                values[component_name(target)].append(value)
    return values


def _tag_values(
    document: Document,
    schema: Any,
    model: ModelDraft,
    tag: str,
    by_reference: Mapping[str, list[str]],
) -> list[str]:
    """The values of a tag that name a model: those of the mapping, else the only one it allows."""
    properties = model.view.get("properties", {})
    if tag not in properties:
        return []
    component = document.component(schema)
    own = literal_members(document.merged(properties[tag]))
    named = by_reference.get(component_name(component), []) if component else []
    if named or len(own) == 1:
        return named or [str(own[0])]
    # https://spec.openapis.org/oas/v3.0.3#discriminator-object: else the name of the component.
    return [component_name(component)] if component and not by_reference else []


class NoObjects:
    """Objects that get no classes of their own: their members are not read."""

    def of(self, scope: Scope, schema: Any, name: str) -> Expression:
        """Any object."""
        return OBJECT

    def tag(self, scope: Scope, schema: Schema, kinds: Mapping[int, Expression]) -> str | None:
        """No property tells objects of any members apart."""
        return None


class _NoEnums:
    """Stands in for names where types are only looked through for objects."""

    def of(
        self, component: str | None, fallback: str, members: tuple[str | int, ...]
    ) -> Expression:
        return OBJECT

    def known(self, name: str, members: tuple[str | int, ...]) -> Expression | None:
        return None


_NO_ENUMS = _NoEnums()
