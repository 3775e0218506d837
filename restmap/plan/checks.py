"""The checks that find the mistakes in a resource when its class statement runs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from ..declare.annotations import LaterType
from ..declare.fields import FieldSpec
from ..declare.names import snake_case
from ..declare.params import Paging, ParamsMeta
from ..declare.place import Place, known_names, mistake
from ..declare.readers import is_readable
from ..declare.uri import UriTemplate
from .operation import (
    VERBS,
    Operation,
    ResourceOptions,
    Verb,
    page_type,
    unknown_body_encoding,
)

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
        own = spec.reader or spec.serializer
        if own is None and not isinstance(kind, LaterType) and not is_readable(kind):
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


def refuse_list_without_pages(operation: Operation) -> None:
    """Refuse a list whose records cannot be found in a response."""
    if operation.result == "page" and operation.page_type is None:
        raise mistake(
            "the list has no page type, which says where its records are in a response.",
            operation.place,
            "Give one as a class keyword of the resource or of its base class: `page=…`.",
        )


def refuse_names_of_pages(operation: Operation) -> None:
    """Refuse a filter whose wire name is one of the page type's: it would be sent twice."""
    page = operation.page_type
    if operation.result != "page" or page is None:
        return
    page_names = {getattr(page, name): name for name in ("page_size", "page_token", "page_number")}
    for argument in operation.arguments.values():
        if argument.location == "query" and argument.wire_name in page_names:
            raise mistake(
                f"the parameter {argument.name!r} has the wire name that the page type uses for "
                f"{page_names[argument.wire_name]}.",
                operation.place.at(argument.name),
                f"Remove the parameter; callers pass {page_names[argument.wire_name]}=….",
            )


def refuse_unreadable_result(operation: Operation) -> None:
    """Refuse an action whose response cannot be read as the type that it returns."""
    returns = operation.returns
    if operation.result == "value" and returns is not bytes and not is_readable(returns):
        raise mistake(
            f"no reader is known for the type that the action returns: {returns!r}.",
            operation.place,
            "Pass a resource as returns=, or a type that a field may have.",
        )


def refuse_list_without_paging(listing: ParamsMeta | None) -> None:
    """Refuse a `List` that does not derive from Paging."""
    if listing is not None and Paging not in listing.__mro__:
        raise mistake(
            "the nested class 'List' does not derive from Paging.",
            listing._place,
            "Write `class List(Paging)`: Paging declares limit and page_size.",
        )


# -- the path -------------------------------------------------------------------------------


def own_keys(
    item: UriTemplate, declared: ParamsMeta | None, verbs: Iterable[Verb], place: Place
) -> tuple[str, ...]:
    """The placeholders that address one record: those of the nested `Key`, else the last one."""
    if declared is None:
        ends_with_key = item.text.rpartition("/")[2].startswith("{")
        if not ends_with_key and any(verb.scope == "item" for verb in verbs):
            raise mistake(
                f"the template {item.text!r} does not end with a placeholder for the key of a "
                "record.",
                place.at("uri"),
                "Add one, such as '/{sid}'; if there is only one record, write "
                "`class Key(NoKey): ...`.",
            )
        return item.names[-1:] if ends_with_key else ()
    keys = tuple(declared._parameters)
    unknown = [key for key in keys if key not in item.names]
    if unknown:
        raise mistake(
            f"the key {unknown[0]!r} is not a placeholder of {item.text!r}.",
            declared._place.at(unknown[0]),
            known_names(unknown[0], item.names, "Placeholders"),
        )
    if set(keys) != set(item.names[len(item.names) - len(keys) :]):
        raise mistake(
            f"the keys {', '.join(keys)} are not the last placeholders of {item.text!r}.",
            declared._place,
            "Leave out the others: the resource that this one is mounted under gives them.",
        )
    return item.names[len(item.names) - len(keys) :]


def refuse_unfilled_placeholders(item: UriTemplate, known: Iterable[str], place: Place) -> None:
    """Refuse a placeholder that is not a field: a record could not know its own path."""
    fields = list(dict.fromkeys(known))
    for name in item.names:
        if name not in fields:
            raise mistake(
                f"the template {item.text!r} has a placeholder {name!r}, but the resource has no "
                "such field.",
                place.at("uri"),
                known_names(name, fields, "Fields"),
            )


def combined_options(
    inherited: ResourceOptions, keywords: Mapping[str, Any], place: Place
) -> ResourceOptions:
    """The options of a base class, replaced where a class keyword gives another.

    Raises DeclarationError for a class keyword that does not exist or cannot work.
    """
    known = [each.name for each in attrs.fields(ResourceOptions)]
    for name, value in keywords.items():
        if name not in known:
            raise mistake(
                f"{name!r} is not a class keyword of a resource.",
                place,
                known_names(name, known, "Class keywords"),
            )
        if name == "body" and value not in ("form", "json"):
            raise unknown_body_encoding(value, place)
        if name in ("parameter_names", "field_names") and not callable(value):
            raise mistake(
                f"the rule for {name} is not callable: {value!r}.",
                place,
                "Give a function from a Python name to its wire name, such as pascal_case.",
            )
    changes = dict(keywords)
    if keywords.get("page") is not None:
        changes["page"] = page_type(keywords["page"], place)
    return attrs.evolve(inherited, **changes)
