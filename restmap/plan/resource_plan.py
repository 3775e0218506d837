"""The plan of a resource, compiled from its class statement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from ..declare.params import ParamsMeta
from ..declare.place import Place
from ..declare.uri import UriTemplate
from .compilation import compile_operation
from .operation import Operation, Verb
from .options import ResourceOptions
from .paths import own_keys, read_template, refuse_unfilled_placeholders

if TYPE_CHECKING:
    from .fields import PlannedField


@attrs.frozen(eq=False, repr=False)
class DeclaredVerb:
    """A verb of a resource and the class of its parameters, before its operation is compiled."""

    verb: Verb
    params: ParamsMeta


@attrs.frozen(eq=False, repr=False)
class ResourcePlan:
    """The plan of a resource: its templates, fields and operations.

    item, collection: the templates of one record and of the collection; None for a shared base.
    keys: the placeholders that address one record in its collection, the last of `path_names`.
    key: the nested class Key; None where there is no such class. verbs, operations: by the name
    of the verb.
    """

    name: str
    options: ResourceOptions
    item: UriTemplate | None
    collection: UriTemplate | None
    keys: tuple[str, ...]
    key: ParamsMeta | None
    verbs: Mapping[str, DeclaredVerb]
    operations: Mapping[str, Operation]
    fields: Mapping[str, PlannedField]
    place: Place

    def __repr__(self) -> str:
        return f"<plan of {self.name}>"

    @property
    def path_names(self) -> tuple[str, ...]:
        """The placeholders of a record's path, in order."""
        return self.item.names if self.item is not None else ()

    @property
    def path_length_above(self) -> int:
        """The number of path values that a collection has from the resource it is mounted under."""
        return len(self.path_names) - len(self.keys)

    @property
    def key_wire_names(self) -> tuple[str, ...]:
        """The wire names of the fields that hold the keys of a record."""
        return tuple(self.fields[name].wire_name for name in self.keys if name in self.fields)


def compile_resource(
    name: str,
    place: Place,
    options: ResourceOptions,
    fields: Mapping[str, PlannedField],
    key: ParamsMeta | None,
    verbs: Mapping[str, DeclaredVerb],
) -> ResourcePlan:
    """Compile the plan of a resource class; a class without a path is a base that others share.

    Raises DeclarationError for a declaration that cannot work.
    """
    if options.uri is None:
        return ResourcePlan(name, options, None, None, (), key, verbs, {}, fields, place)
    item = read_template(options.uri, place.at("uri"))
    keys = own_keys(item, key, [each.verb for each in verbs.values()], place)
    # A record from a collection has its key in a field; a handle is created with its key.
    comes_from_collection = any(each.verb.scope == "collection" for each in verbs.values())
    names = fields if comes_from_collection else [*fields, *keys]
    refuse_unfilled_placeholders(item, names, place)
    collection = item.collection(len(keys))
    operations = {
        each: compile_operation(
            declared.verb,
            declared.params,
            collection if declared.verb.scope == "collection" else item,
            options,
            name,
        )
        for each, declared in verbs.items()
    }
    return ResourcePlan(
        name, options, item, collection, keys, key, verbs, operations, fields, place
    )
