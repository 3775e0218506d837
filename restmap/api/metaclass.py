"""The metaclass of resources. It collects; the functions it calls check and compile."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from types import FrameType
from typing import TYPE_CHECKING, Any, cast

from ..declare.annotations import read_annotations
from ..declare.inheritance import inherited
from ..declare.names import as_written
from ..declare.params import ParamsMeta
from ..declare.place import Place
from ..decode.fields import Field
from ..plan.checks import field_specs, nested_params, refuse_returns, refuse_shared_field_names
from ..plan.operation import VERBS, verb_returning
from ..plan.options import ResourceOptions, combined_options
from ..plan.resource_plan import DeclaredVerb, ResourcePlan, compile_resource
from .mounts import check_mounts
from .verbs import Verb, declared_actions

if TYPE_CHECKING:
    from ..decode.source import RecordProtocol

_DEFAULTS = ResourceOptions(
    uri=None, page=None, body="json", parameter_names=as_written, field_names=as_written
)


class ResourceMeta(type):
    """Turns annotated attributes of a class body into fields and nested classes into a plan.

    The class gets a Field for each annotated attribute, `_plan`, `_shapes` and empty `__slots__`.
    Of two bases that declare the same name, the first in `class X(First, Second)` counts.
    """

    def __new__(
        metacls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **keywords: Any
    ) -> ResourceMeta:
        frame = sys._getframe(1)
        place = Place.of_class(namespace.get("__qualname__", name), frame)
        plans = [plan_of(base) for base in bases if isinstance(base, ResourceMeta)]
        if not plans:  # Resource itself
            plan = compile_resource(name, place, _DEFAULTS, {}, None, {})
            namespace |= {"_plan": plan, "_shapes": {}}
            return super().__new__(metacls, name, bases, namespace)
        options = combined_options(plans[0].options, keywords, place)
        own = declared_fields(namespace, frame, options, place)
        fields = {**inherited(plans, "fields"), **own}
        refuse_shared_field_names(fields, place)
        actions = declared_actions(namespace)
        nested = nested_params(namespace, [each.params for each in actions.values()], place)
        verbs = {**inherited(plans, "verbs"), **standard_verbs(nested, name), **actions}
        key = nested.get("Key") or plans[0].key
        plan = compile_resource(name, place, options, fields, key, verbs)
        if plan.item is not None:
            check_mounts(namespace, name, len(plan.path_names), place)
        namespace |= {"__slots__": (), **namespace, **own, "_plan": plan, "_shapes": {}}
        return super().__new__(metacls, name, bases, namespace)

    def __dir__(cls) -> Iterator[str]:
        # Shells complete the names of a record by those of its class as well.
        return (name for name in type.__dir__(cls) if cls.shows(name))

    def shows(cls, name: str) -> bool:
        """Whether an attribute is for users of a record: no nested class, no undeclared verb."""
        declared = getattr(cls, name, None)
        if isinstance(declared, Verb):
            return name.removesuffix("_async") in plan_of(cls).operations
        return not isinstance(declared, ParamsMeta)


def plan_of(resource: type) -> ResourcePlan:
    """The plan that this metaclass left on a class."""
    return cast("type[RecordProtocol]", resource)._plan


def declared_fields(
    namespace: dict[str, Any], frame: FrameType, options: ResourceOptions, place: Place
) -> dict[str, Field]:
    """A Field for each annotated attribute of a class body."""
    own_name = place.owner.rpartition(".")[2]
    kinds = read_annotations(namespace, frame, place, later=lambda name: name == own_name)
    naming = options.field_names
    return {
        name: Field(name, kinds[name], spec, spec.wire_name(naming(name)), naming)
        for name, spec in field_specs(kinds, namespace, place).items()
    }


def standard_verbs(nested: Mapping[str, ParamsMeta], owner: str) -> dict[str, DeclaredVerb]:
    """The verbs of the nested classes that are called Create, List, Fetch, Update or Delete.

    owner: the name of the resource, which `Returns["Task"]` names before the class is there.
    """
    verbs: dict[str, DeclaredVerb] = {}
    for name, params in nested.items():
        if name in VERBS:
            verb = VERBS[name]
            if params._returns is not ...:
                refuse_returns(name, params)
                verb = verb_returning(verb, params._returns, owner)
            verbs[verb.name] = DeclaredVerb(verb, params)
    return verbs
