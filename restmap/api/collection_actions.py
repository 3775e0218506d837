"""The actions of a subclass of Collection: which resource they belong to, and their operations."""

from __future__ import annotations

import typing
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import attrs

from ..declare.names import snake_case
from ..declare.params import ParamsMeta
from ..declare.place import Place, mistake
from ..plan.compilation import compile_operation
from .verbs import Verb, declared_actions

if TYPE_CHECKING:
    from ..decode.source import RecordProtocol
    from ..plan.operation import Operation


def declared_resource(kind: type) -> type[RecordProtocol] | None:
    """The resource that a class statement names, as in `class Workers(Collection[Worker])`."""
    for base in vars(kind).get("__orig_bases__", ()):
        for given in typing.get_args(base):
            if hasattr(given, "_plan"):
                return typing.cast("type[RecordProtocol]", given)
    return None


def compile_actions(
    kind: type, resource: type[RecordProtocol] | None, place: Place
) -> dict[str, Operation]:
    """The operations of the actions in the body of a class, by name.

    resource: that of the collection. Raises DeclarationError for an action that cannot work.
    """
    declared = declared_actions(vars(kind))
    used = [each.params for each in declared.values()]
    refuse_unused_params(vars(kind), used, place)
    operations: dict[str, Operation] = {}
    for name, each in declared.items():
        refuse_hidden_attribute(kind, name, place)
        if resource is None or resource._plan.collection is None:
            raise mistake(
                f"the action {name!r} needs a resource with a path, which the class does not name.",
                place.at(name),
                f"Write `class {kind.__name__}(Collection[…])` with a resource that has uri=.",
            )
        operations[name] = compile_operation(
            attrs.evolve(each.verb, scope="collection"),
            each.params,
            resource._plan.collection,
            resource._plan.options,
            kind.__name__,
        )
    return operations


def refuse_unused_params(
    namespace: Mapping[str, Any], used: list[ParamsMeta], place: Place
) -> None:
    """Refuse a nested class that no action uses: nothing would ever call it."""
    for name, value in namespace.items():
        if isinstance(value, ParamsMeta) and not any(issubclass(each, value) for each in used):
            raise mistake(
                f"the nested class {name!r} of a collection has no action.",
                place.at(name),
                f"Write `{snake_case(name)} = action({name})`; the classes of the five verbs, such "
                "as List, belong in the resource.",
            )


def refuse_hidden_attribute(kind: type, name: str, place: Place) -> None:
    """Refuse an action that would hide an attribute of every collection, such as `list`."""
    for base in kind.__mro__[1:]:
        value = vars(base).get(name)
        inherited = isinstance(value, Verb) and value.declared_verb(name) is not None
        if value is not None and not inherited:
            raise mistake(
                f"an action named {name!r} would hide the attribute {name!r} of every collection.",
                place.at(name),
                "Give it another name.",
            )
