"""Models in modules: the module of each model, the naming rules that it is used with, its class."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

import attrs

from ..draft.expressions import (
    Constant,
    EnumType,
    Expression,
    ModelType,
    Name,
    ResourceType,
    Source,
    Union,
    call,
    walk,
)
from ..draft.model_members import MemberDraft
from ..draft.models import ModelDraft
from ..draft.resources import RULES, SharedParameters, VersionDraft
from .base_resource import Base
from .statements import Class, Field, Module, Placeholders

SHARED_MODULE = "models"


@attrs.frozen(eq=False)
class ModelUses:
    """Where the models of a version are used.

    own: the models of each module, by its name; those that several modules use are in the module
    `models`. rules: the naming rules that a model is used with, by its name.
    """

    own: dict[str, list[ModelDraft]]
    rules: dict[str, set[str]]

    @classmethod
    def find(
        cls,
        version: VersionDraft,
        parameters: Sequence[SharedParameters],
        base: Base,
    ) -> ModelUses:
        """The uses of models by resources, and by the classes of parameters that these share."""
        graph = ModelGraph(version.models)
        modules: dict[str, set[str]] = defaultdict(set)
        rules: dict[str, set[str]] = defaultdict(set)
        for draft in version.resources:
            for model in graph.reached([each.kind for each in draft.own_parts]):
                modules[model.name].add(draft.module)
            received = [each.kind for each in (*draft.fields, *draft.own_results)]
            for model in graph.reached(received):
                rules[model.name].add(base.field_rule_of(draft))
            sent = [part.kind for each in draft.operations for part in each.parameters]
            for model in graph.reached(sent):
                rules[model.name].add(base.member_rule_of(draft))
        for each in parameters:
            for model in graph.reached([part.kind for part in each.parameters]):
                modules[model.name].add("parameters")
        own: dict[str, list[ModelDraft]] = defaultdict(list)
        for model in graph.in_order_of_use():
            used_by = modules[model.name]
            if used_by:
                own[next(iter(used_by)) if len(used_by) == 1 else SHARED_MODULE].append(model)
        return cls(dict(own), dict(rules))

    def models_of(self, module: str) -> list[ModelDraft]:
        """The models of a module, those that others refer to first."""
        return self.own.get(module, [])

    def imports(self, kinds: Iterable[Expression], module: str) -> list[Source]:
        """The shared models in types of a module, as imports."""
        own = {each.name for each in self.models_of(module)}
        names = {each.name for kind in kinds for each in walk(kind) if isinstance(each, ModelType)}
        return [f".{SHARED_MODULE}:{each}" for each in sorted(names - own)]

    def classes(self, module: str) -> list[Class]:
        """The classes of the models of a module."""
        return [_model_class(each, self.rules[each.name]) for each in self.models_of(module)]

    def enums(self, module: str) -> set[EnumType]:
        """The Literal types that the models of a module use."""
        return {
            each for kind in self.kinds(module) for each in walk(kind) if isinstance(each, EnumType)
        }

    def kinds(self, module: str) -> list[Expression]:
        """The types of the members of the models of a module."""
        return [member.kind for model in self.models_of(module) for member in model.members]


def resources_in(kinds: Iterable[Expression], imported: Collection[str] = ()) -> list[Source]:
    """The resources in types of a module, as sources of placeholders.

    imported: the names that the module defines or imports anyway.
    """
    found = {each for kind in kinds for each in walk(kind) if isinstance(each, ResourceType)}
    return sorted(each.source for each in found if each.name not in imported)


class ModelGraph:
    """The models of a version, each with those that its members refer to."""

    def __init__(self, models: Sequence[ModelDraft]) -> None:
        self._models = models
        self._by_kind = {id(each.kind): each for each in models}
        self._inner = {
            id(each): self._models_in(member.kind for member in each.members) for each in models
        }

    def _models_in(self, kinds: Iterable[Expression]) -> list[ModelDraft]:
        """The models in some types, in the order of the types; each once."""
        found = [each for kind in kinds for each in walk(kind) if isinstance(each, ModelType)]
        return [self._by_kind[key] for key in dict.fromkeys(map(id, found))]

    def reached(self, kinds: Iterable[Expression]) -> list[ModelDraft]:
        """Every model in some types, and in the members of these models; each once."""
        reached = {id(each): each for each in self._models_in(kinds)}
        pending = list(reached.values())
        while pending:
            for each in self._inner[id(pending.pop())]:
                if id(each) not in reached:
                    reached[id(each)] = each
                    pending.append(each)
        return list(reached.values())

    def in_order_of_use(self) -> list[ModelDraft]:
        """The models, each after those that its members refer to unless these refer to it too."""
        ordered: dict[int, ModelDraft] = {}
        seen: set[int] = set()
        pending = [(each, False) for each in reversed(self._models)]
        while pending:
            model, is_after_members = pending.pop()
            if is_after_members:
                ordered[id(model)] = model
            elif id(model) not in seen:
                seen.add(id(model))
                pending.append((model, True))
                pending += [(each, False) for each in reversed(self._inner[id(model)])]
        return list(ordered.values())


def models_module(uses: ModelUses, package: str, title: str, enums: Sequence[EnumType]) -> Module:
    """The module of the models that several modules use. enums: the types in `types.py`."""
    used = uses.enums(SHARED_MODULE)
    resources = resources_in(uses.kinds(SHARED_MODULE))
    return Module(
        package,
        uses.classes(SHARED_MODULE),
        title,
        is_annotated=True,
        aliases=sorted(
            (each for each in used if each not in enums and each.source is None),
            key=lambda each: each.name,
        ),
        imports=[
            *(f".types:{each.name}" for each in enums if each in used),
            *(each.source for each in used if each.source is not None),
        ],
        placeholders=[Placeholders(resources)] if resources else (),
    )


def _model_class(model: ModelDraft, rules: Iterable[str]) -> Class:
    members = [_member(each, sorted(rules)) for each in model.members]
    keywords: list[tuple[str, Expression]] = [("open", Constant(True))] if model.is_open else []
    groups = [members] if members else []
    return Class(model.name, [Name("Model", "restmap")], keywords, model.text, groups)


def _member(member: MemberDraft, rules: Sequence[str]) -> Field:
    options: dict[str, Expression] = {}
    if any(RULES[rule](member.name) != member.wire_name for rule in rules):
        options["name"] = Constant(member.wire_name)
    tag = tag_of(member.kind)
    if tag is not None:
        options["tagged_by"] = Constant(tag)
    serializer = (member.serializer,) if member.serializer is not None else ()
    if not options and not serializer:
        return Field(member.name, member.kind, member.default, member.text)
    if member.default is not None:
        options["default"] = member.default
    value = call("restmap:field", *serializer, **options)
    return Field(member.name, member.kind, value, member.text)


def tag_of(kind: Expression) -> str | None:
    """The wire name of the key that tells the models of a type apart, if all have the same one."""
    unions = [each for each in walk(kind) if isinstance(each, Union)]
    tags = {each.tag for each in unions}
    return tags.pop() if len(tags) == 1 else None
