"""The checks that find the mistakes in a resource when its class statement runs."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from ..declare.annotations import LaterType
from ..declare.fields import FieldSpec
from ..declare.names import snake_case
from ..declare.params import Paging, ParamsMeta
from ..declare.place import Place, known_names, mistake
from ..declare.readers import is_readable
from .operation import VERBS

if TYPE_CHECKING:
    from .fields import PlannedField

# The attributes of every record; a field with one of these names would hide it.
RESERVED_NAMES = frozenset(
    {verb.name for verb in VERBS.values()}
    | {f"{verb.name}_async" for verb in VERBS.values()}
    | {"response", "to_dict", "to_json"}
) - {"list", "create", "list_async", "create_async"}


# -- fields ---------------------------------------------------------------------------------


def field_specs(
    annotations: Mapping[str, object], namespace: Mapping[str, Any], place: Place
) -> dict[str, FieldSpec]:
    """The specification of each field in a class body.

    Raises DeclarationError for a field that cannot work.
    """
    for name, value in namespace.items():
        if isinstance(value, FieldSpec) and name not in annotations:
            raise mistake(
                f"the field {name!r} has no annotation.",
                place.at(name),
                f"Write its type: `{name}: str = field(…)`.",
            )
    specs: dict[str, FieldSpec] = {}
    for name, kind in annotations.items():
        spec = namespace.get(name, FieldSpec())
        if not isinstance(spec, FieldSpec):
            raise mistake(
                f"the field {name!r} has a value in the class: {spec!r}.",
                place.at(name),
                "A field's value comes from the API: write its type alone, or `field(…)`.",
            )
        if name in RESERVED_NAMES:
            raise mistake(
                f"a field named {name!r} would hide the attribute {name!r} of every record.",
                place.at(name),
                f"Name it {name}_; its wire name is {name!r} all the same.",
            )
        if spec.reader is not None and not callable(spec.reader):
            raise mistake(
                f"the reader of field {name!r} is not callable: {spec.reader!r}.",
                place.at(name),
                "Give a function from the wire value to the Python value.",
            )
        if spec.inside is not None and not all(spec.inside.split(".")):
            raise mistake(
                f"the field {name!r} cannot be inside of {spec.inside!r}.",
                place.at(name),
                'Write the key of the object, or the keys with dots between them: "metadata".',
            )
        is_known = isinstance(kind, LaterType) or spec.own_reader is not None
        if not is_known and not is_readable(kind):
            raise mistake(
                f"no reader is known for the type of field {name!r}: {kind!r}.",
                place.at(name),
                "Give one: `field(reader=a_function)`, from the wire value to the Python value.",
            )
        specs[name] = spec
    return specs


def refuse_shared_field_names(fields: Mapping[str, PlannedField], place: Place) -> None:
    """Refuse two fields with the same wire name: only one of them would have the value."""
    seen: dict[str, str] = {}
    for name, field in fields.items():
        if field.wire_name in seen:
            raise mistake(
                f"the fields {seen[field.wire_name]!r} and {name!r} have the same wire name "
                f"{field.wire_name!r}.",
                place.at(name),
                "Give one of them a wire name of its own: `field(name=…)`.",
            )
        seen[field.wire_name] = name


# -- nested classes -------------------------------------------------------------------------


def nested_params(
    namespace: Mapping[str, Any], of_actions: Collection[ParamsMeta], place: Place
) -> dict[str, ParamsMeta]:
    """The nested classes of a class body that declare verbs, by name.

    of_actions: the nested classes that belong to an action; they may have any name.
    Raises DeclarationError for a wrong name or a wrong base class.
    """
    params_by_name: dict[str, ParamsMeta] = {}
    for name, value in namespace.items():
        if not isinstance(value, type) or value in of_actions:
            continue
        if isinstance(value, ParamsMeta):
            refuse_unknown_verb(name, place)
            params_by_name[name] = value
        elif value.__module__ == namespace.get("__module__"):
            refuse_plain_class(name, place)
    refuse_list_without_paging(params_by_name.get("List"))
    return params_by_name


# Nested classes whose base is not Params. Type checkers need that of Key: Resource has a Key too.
_BASES = {"List": "Paging", "Key": "Resource.Key"}


def refuse_plain_class(name: str, place: Place) -> None:
    """Refuse a class that has the name of a verb, or a similar one, but is not a Params."""
    import difflib

    near = [name] if name == "Key" else difflib.get_close_matches(name, VERBS, 1, 0.8)
    if near:
        raise mistake(
            f"the nested class {name!r} does not derive from Params.",
            place.at(name),
            f"Write `class {near[0]}({_BASES.get(near[0], 'Params')})`.",
        )


def refuse_unknown_verb(name: str, place: Place) -> None:
    """Refuse a nested class that does not have the name of a verb, such as `Creat`."""
    if name not in VERBS and name != "Key":
        raise mistake(
            f"the nested class {name!r} does not have the name of a verb.",
            place.at(name),
            f"{known_names(name, [*VERBS, 'Key'], 'Nested classes')} For an operation of your own, "
            f"write `{snake_case(name)} = action({name})`.",
        )


def refuse_returns(name: str, params: ParamsMeta) -> None:
    """Refuse `Returns[…]` in List, which always gives records of the resource."""
    if name == "List":
        raise mistake(
            "the nested class 'List' has Returns[…], but a list gives records of its resource.",
            params._place,
            "Declare an action with a name of its own: `… = action(…, returns=…)`.",
        )


def refuse_list_without_paging(listing: ParamsMeta | None) -> None:
    """Refuse a `List` that does not derive from Paging."""
    if listing is not None and Paging not in listing.__mro__:
        raise mistake(
            "the nested class 'List' does not derive from Paging.",
            listing._place,
            "Write `class List(Paging)`: Paging declares limit and page_size.",
        )
