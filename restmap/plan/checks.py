"""The checks that find the mistakes of a resource while its class is written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from ..declare.fields import FieldSpec
from ..declare.names import snake_case
from ..declare.params import Paging, ParamsMeta
from ..declare.place import Place, known_names, mistake
from ..declare.readers import is_readable
from ..declare.uri import UriTemplate
from .operation import VERBS, Operation, ResourceOptions, Verb, page_type

if TYPE_CHECKING:
    from .fields import PlannedField

# Attributes that every record has; a field of such a name would hide one of them.
RESERVED_NAMES = frozenset(
    {verb.name for verb in VERBS.values()}
    | {f"{verb.name}_async" for verb in VERBS.values()}
    | {"response", "to_dict", "to_json"}
) - {"list", "create", "list_async", "create_async"}


# -- fields ---------------------------------------------------------------------------------


def field_specs(
    annotations: Mapping[str, object], namespace: Mapping[str, Any], place: Place
) -> dict[str, FieldSpec]:
    """What a class body says of each of its fields, checked."""
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
                f"a field named {name!r} would hide what every record has.",
                place.at(name),
                f"Name it {name}_: its wire name stays {name!r}.",
            )
        if spec.reader is not None and not callable(spec.reader):
            raise mistake(
                f"the reader of field {name!r} is not callable: {spec.reader!r}.",
                place.at(name),
                "Give a function from the wire value to the Python value.",
            )
        if spec.reader is None and not is_readable(kind):
            raise mistake(
                f"no reader is known for the type of field {name!r}: {kind!r}.",
                place.at(name),
                "Name one: `field(reader=a_function)`, from the wire value to the Python value.",
            )
        specs[name] = spec
    return specs


def refuse_shared_field_names(fields: Mapping[str, PlannedField], place: Place) -> None:
    """Two fields with one wire name: one value would stand in one of them only."""
    seen: dict[str, str] = {}
    for name, field in fields.items():
        if field.wire_name in seen:
            raise mistake(
                f"the fields {seen[field.wire_name]!r} and {name!r} have the same wire name "
                f"{field.wire_name!r}.",
                place.at(name),
                "Give one of them its own: `field(name=…)`.",
            )
        seen[field.wire_name] = name


# -- nested classes -------------------------------------------------------------------------


def nested_params(
    namespace: Mapping[str, Any], of_actions: Collection[ParamsMeta], place: Place
) -> dict[str, ParamsMeta]:
    """The nested classes of a body that make verbs, checked by name and by base.

    of_actions: those that an action makes a verb of, whatever they are called.
    """
    found: dict[str, ParamsMeta] = {}
    for name, value in namespace.items():
        if not isinstance(value, type) or value in of_actions:
            continue
        if isinstance(value, ParamsMeta):
            refuse_unknown_verb(name, place)
            found[name] = value
        elif value.__module__ == namespace.get("__module__"):
            refuse_plain_class(name, place)
    refuse_list_without_paging(found.get("List"))
    return found


# What derives from another class than Params. A key does for checkers: its base has one already.
_BASES = {"List": "Paging", "Key": "Resource.Key"}


def refuse_plain_class(name: str, place: Place) -> None:
    """A nested class that is named like a verb, and would make none."""
    import difflib

    near = [name] if name == "Key" else difflib.get_close_matches(name, VERBS, 1, 0.8)
    if near:
        raise mistake(
            f"the nested class {name!r} does not derive from Params.",
            place.at(name),
            f"Write `class {near[0]}({_BASES.get(near[0], 'Params')})`.",
        )


def refuse_unknown_verb(name: str, place: Place) -> None:
    """A nested class whose name makes no verb, such as `Creat`."""
    if name not in VERBS and name != "Key":
        raise mistake(
            f"the nested class {name!r} is no verb.",
            place.at(name),
            f"{known_names(name, [*VERBS, 'Key'], 'Verbs')} An operation of your own is made with "
            f"`{snake_case(name)} = action({name})`.",
        )


def refuse_list_without_pages(operation: Operation) -> None:
    """A list needs to know where the records are in an answer."""
    if operation.result == "page" and operation.page_type is None:
        raise mistake(
            "a list without a page type: nothing says where its records are.",
            operation.place,
            "Name one in the head of the resource or of its shared base: `page=…`.",
        )


def refuse_names_of_pages(operation: Operation) -> None:
    """A filter with a wire name of the page type would be sent beside it."""
    page = operation.page_type
    if operation.result != "page" or page is None:
        return
    taken = {getattr(page, name): name for name in ("page_size", "page_token", "page_number")}
    for argument in operation.arguments.values():
        if argument.location == "query" and argument.wire_name in taken:
            raise mistake(
                f"the parameter {argument.name!r} has the wire name of the pages' "
                f"{taken[argument.wire_name]}.",
                operation.place.at(argument.name),
                f"Leave it out: callers give {taken[argument.wire_name]}=….",
            )


def refuse_unreadable_result(operation: Operation) -> None:
    """An action returns what an answer can be read as."""
    returns = operation.returns
    if operation.result == "value" and returns is not bytes and not is_readable(returns):
        raise mistake(
            f"no reader is known for what the action returns: {returns!r}.",
            operation.place,
            "Name a resource, or a type that a field may have.",
        )


def refuse_list_without_paging(listing: ParamsMeta | None) -> None:
    """`List` derives from Paging, which brings `limit` and `page_size`."""
    if listing is not None and Paging not in listing.__mro__:
        raise mistake(
            "the nested class 'List' does not derive from Paging.",
            listing._place,
            "Write `class List(Paging)`: it brings limit and page_size.",
        )


# -- the path -------------------------------------------------------------------------------


def own_keys(
    item: UriTemplate, declared: ParamsMeta | None, verbs: Iterable[Verb], place: Place
) -> tuple[str, ...]:
    """The placeholders that address one item: those of the nested `Key`, else the last one."""
    if declared is None:
        ends_with_key = item.text.rpartition("/")[2].startswith("{")
        if not ends_with_key and any(verb.scope == "item" for verb in verbs):
            raise mistake(
                f"the template {item.text!r} does not end with a key, which addresses an item.",
                place.at("uri"),
                "If there is one such resource only, write `class Key(NoKey): ...`.",
            )
        return item.names[-1:] if ends_with_key else ()
    keys = tuple(declared._parameters)
    strangers = [key for key in keys if key not in item.names]
    if strangers:
        raise mistake(
            f"the key {strangers[0]!r} is no placeholder of {item.text!r}.",
            declared._place.at(strangers[0]),
            known_names(strangers[0], item.names, "Placeholders"),
        )
    if set(keys) != set(item.names[len(item.names) - len(keys) :]):
        raise mistake(
            f"the keys {', '.join(keys)} are not the last placeholders of {item.text!r}.",
            declared._place,
            "What comes before them is given by the resource it is mounted under.",
        )
    return item.names[len(item.names) - len(keys) :]


def refuse_unfilled_placeholders(item: UriTemplate, known: Iterable[str], place: Place) -> None:
    """Every placeholder is a field, so that a record knows the path it is at."""
    fields = list(dict.fromkeys(known))
    for name in item.names:
        if name not in fields:
            raise mistake(
                f"the template {item.text!r} has a placeholder {name!r} that nothing fills.",
                place.at("uri"),
                known_names(name, fields),
            )


def combined_options(
    inherited: ResourceOptions, head: Mapping[str, Any], place: Place
) -> ResourceOptions:
    """The options of a base class with those of a class head laid over them."""
    known = [each.name for each in attrs.fields(ResourceOptions)]
    for name, value in head.items():
        if name not in known:
            raise mistake(
                f"the class head has an option {name!r}, which is none.",
                place,
                known_names(name, known, "Options"),
            )
        if name == "body" and value not in ("form", "json"):
            raise mistake(f"the body encoding {value!r} is none.", place, "Write 'form' or 'json'.")
        if name in ("parameter_names", "field_names") and not callable(value):
            raise mistake(
                f"the rule for {name} is not callable: {value!r}.",
                place,
                "Give a function from a Python name to its wire name, such as pascal_case.",
            )
    changes = dict(head)
    if head.get("page") is not None:
        changes["page"] = page_type(head["page"], place)
    return attrs.evolve(inherited, **changes)
