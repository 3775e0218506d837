"""Keys: the path parameters of a resource, and the fields that hold their values."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import attrs

from ...declare.names import snake_case
from ...declare.uri import parse_template
from ..read.operations import placeholders
from .enum_names import EnumNames
from .expressions import FLOAT, INT, STR, Call, Constant, EnumType, Expression, Name, without_none
from .identifiers import class_identifier
from .models import NoObjects
from .naming import PlainNaming
from .operations import AttributeDraft, OperationDraft
from .page_types import ITEM_KEY
from .records import first_of
from .resources import RULES
from .schemas import SENT, Scope, annotation_of
from .tree import ResourceNode
from .words import singular


def path_parameters_of(
    node: ResourceNode, naming: PlainNaming, enums: EnumNames, owner: str
) -> dict[str, AttributeDraft]:
    """The path parameters of a resource by name, with their types in the document."""
    parameters: dict[str, AttributeDraft] = {}
    for placed in node.operations:
        for each in placed.operation.path_parameters:
            name = naming.field_name(each.name)
            scope = Scope(placed.document, enums, NoObjects(), SENT, owner)
            kind = key_type(annotation_of(scope, each.schema, class_identifier(name)))
            parameters[name] = AttributeDraft(name, each.name, kind)
    return parameters


@attrs.frozen
class Address:
    """The address of an item.

    uri: the template of its path below the prefix of the version. keys: the parameters that address
    it in its collection. names: the names in the template, by those in the document.
    """

    uri: str
    keys: Sequence[AttributeDraft]
    names: Mapping[str, str]


def address_of(
    node: ResourceNode,
    naming: PlainNaming,
    fields: Sequence[AttributeDraft],
    parameters: Mapping[str, AttributeDraft],
) -> Address:
    """The address of an item, in which the key has the name of the field that holds its value."""
    uri = node.place.uri_of(node.path)
    wire_names = placeholders(uri)
    other_names = {each.wire_name: each.name for each in fields}
    names = _distinct(
        _name_beside(naming.field_name(each), each, other_names) for each in wire_names
    )
    if node.item_keys == 1 and names[-1] not in {each.name for each in fields}:
        key = parameters.get(names[-1], text_attribute(names[-1]))
        fitting = _field_of_key(key, fields, node.name)
        if fitting is not None and fitting not in names:
            names[-1] = fitting
    by_wire_name: dict[str, str] = {}
    for wire_name, name in zip(wire_names, names, strict=True):
        uri = uri.replace(f"{{{wire_name}}}", f"{{\0{name}}}", 1)
        by_wire_name[wire_name] = name
    own = names[len(names) - node.item_keys :] if node.item_keys else []
    first_wire_names = dict(zip(names, wire_names, strict=True))
    keys = [
        parameters.get(name)
        or attrs.evolve(
            parameters.get(naming.field_name(first_wire_names[name]), text_attribute(name)),
            name=name,
        )
        for name in own
    ]
    return Address(uri.replace("\0", ""), keys, by_wire_name)


def _name_beside(name: str, wire_name: str, names: Mapping[str, str]) -> str:
    """The name of a path parameter: that of its field, if this has one with an underscore.

    names: those of the fields, by wire name.
    """
    return f"{name}_" if names.get(wire_name) == f"{name}_" else name


def _distinct(names: Iterable[str]) -> list[str]:
    """The names, with a number where the same name comes again."""
    seen: list[str] = []
    for name in names:
        count = 2
        own = name
        while own in seen:
            own, count = f"{name}_{count}", count + 1
        seen.append(own)
    return seen


def _field_of_key(key: AttributeDraft, fields: Sequence[AttributeDraft], mount: str) -> str | None:
    """The field that holds the value of a path parameter with another name.

    `{ticket_id}` is the field `id` of a ticket, and `{ticket}` its `id`, `gid` or `uuid`.
    """
    names = _names_of_key(key.name, mount, fields)
    if without_none(key.kind) in (INT, FLOAT):  # the name of a video is no `{video_id}`
        names = [each for each in names if each not in ("name", "slug")]
    found = first_of(_fitting(key, fields), *names)
    return found.name if found is not None else None


def _fitting(key: AttributeDraft, fields: Iterable[AttributeDraft]) -> list[AttributeDraft]:
    return [each for each in fields if _have_one_type(each.kind, key.kind)]


def _names_of_key(key: str, mount: str, fields: Sequence[AttributeDraft]) -> list[str]:
    """The names that the field of a key may have, the best ones first."""
    words = key.split("_")
    noun = singular(mount)
    is_its_own = key in (noun, mount) or noun.endswith(words[0]) or noun.startswith(words[0])
    choices: list[str] = []
    if "or" in words:  # `{id_or_name}`
        choices += [each for each in words if each in _IDENTIFIERS]
    if len(words) > 1:
        choices += ["_".join(words[index:]) for index in range(1, len(words))]
    if words[-1] in _IDENTIFIERS or is_its_own:
        choices += ["sid", "id", "gid", "uuid", "guid", "key", "uid", f"{noun}_id"]
        choices.append(f"{words[-1]}_id")  # `{token_accessor}`
    if words[-1] in ("name", "slug") or (is_its_own and key not in _IDENTIFIERS):
        choices += ["name", "slug"]
    ends_alike = [each.name for each in fields if key.endswith(each.name)]
    choices += [each for each in ends_alike if each.split("_")[-1] == words[-1]]  # `{logsink_id}`
    choices += [each for each in ("name", "id") if key == noun + each]  # `{username}`
    return choices


# The objects of a record that may have its key, whatever the key is called.
_ABOUT_RECORDS = frozenset({"metadata", "meta"})


def find_inner_key(
    key: AttributeDraft, objects: Mapping[str, Sequence[AttributeDraft]], mount: str
) -> AttributeDraft | None:
    """The field for a key that is in an object of the record; None if no object has it.

    `{user_id}` is the `id` in `user`, and `{name}` the `name` in `metadata`. objects: the members
    of each object of the record, by its wire name.
    """
    for holder, members in objects.items():
        fitting = _fitting(key, members)
        names = [each.name for each in fitting if f"{snake_case(holder)}_{each.name}" == key.name]
        if holder in _ABOUT_RECORDS:
            others = _names_of_key(key.name, mount, members)
            is_noun = key.name == singular(mount)  # `{namespace}` of namespaces is their name
            names += ["name", *others, key.name] if is_noun else [key.name, *others]
        found = first_of(fitting, *names)
        if found is not None:
            kind = key_type(without_none(found.kind))
            return attrs.evolve(found, name=key.name, kind=kind, inside=holder)
    return None


_IDENTIFIERS = frozenset({"id", "sid", "uuid", "gid", "guid", "uid", "key", "identifier"})


def _have_one_type(one: Expression, other: Expression) -> bool:
    """Whether the values of a field may be those of a key: numbers are numbers, text is text."""
    first, second = (without_none(each) for each in (one, other))
    if isinstance(first, EnumType) or isinstance(second, EnumType):
        return False
    first, second = key_type(first), key_type(second)
    return first == second or (STR in (first, second) and {first, second} <= _SCALARS)


_SCALARS = {STR, INT, FLOAT}


def with_key(
    operation: OperationDraft, keys: Sequence[AttributeDraft], fields: Iterable[AttributeDraft]
) -> OperationDraft:
    """Give the page type of an operation the wire name of the field that is the key of an item."""
    page = operation.page
    if not isinstance(page, Call):
        return operation
    name = keys[-1].name if keys else "id"
    wire_name = next((each.wire_name for each in fields if each.name == name), name)
    keywords = tuple(
        (option, Constant(wire_name) if value == Constant(ITEM_KEY) else value)
        for option, value in page.keywords
    )
    return attrs.evolve(operation, page=attrs.evolve(page, keywords=keywords))


def path_fields(
    uri: str, known_names: Collection[str], parameters: Mapping[str, AttributeDraft], rule: str
) -> Iterator[AttributeDraft]:
    """Fields for the path parameters that are in no response: a record keeps its path values."""
    for name in parse_template(uri).names:
        if name not in known_names:
            part = parameters.get(name, text_attribute(name))
            yield attrs.evolve(part, wire_name=RULES[rule](name))


def never_none(part: AttributeDraft, uri: str, naming: PlainNaming) -> AttributeDraft:
    """A field without `| None` where it always has a value, as a path parameter has."""
    always = naming.never_null - naming.sometimes_null.get(uri, frozenset())
    if part.name in parse_template(uri).names or part.wire_name in always:
        return attrs.evolve(part, kind=key_type(without_none(part.kind)))
    return part


def text_attribute(name: str) -> AttributeDraft:
    """A part that is text."""
    return AttributeDraft(name, name, STR)


def key_type(kind: Expression) -> Expression:
    """The type of a path value: a UUID in a path is text, as programs have it."""
    return STR if kind == Name("UUID", "uuid") else kind
