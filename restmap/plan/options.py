"""The class keywords of a resource, inherited from its base classes and checked."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any, Literal, cast

import attrs

from ..declare.names import Naming
from ..declare.pages import PageType
from ..declare.place import Place, known_names, mistake
from ..errors import DeclarationError


@attrs.frozen(eq=False, repr=False)
class ResourceOptions:
    """The class keywords of a resource, those inherited from its base classes included.

    uri: the template of one record. page: the page type of its lists. body: the encoding of the
    request bodies. parameter_names, field_names: the rules for wire names. member_names: the rule
    for the members of models in parameters; None for that of parameters. item, items: the dotted
    paths of a record and of the records of a list in a response body. body_item: the dotted path
    at which Create and Update send the record. None where there is no envelope.
    """

    uri: str | None
    page: PageType | None
    body: Literal["form", "json"]
    parameter_names: Naming
    field_names: Naming
    member_names: Naming | None = None
    item: str | None = None
    items: str | None = None
    body_item: str | None = None


RULES_FOR_NAMES = ("parameter_names", "field_names", "member_names")


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
        if name in RULES_FOR_NAMES and not callable(value):
            raise mistake(
                f"the rule for {name} is not callable: {value!r}.",
                place,
                "Give a function from a Python name to its wire name, such as pascal_case.",
            )
    refuse_wrong_envelopes(keywords, place)
    changes = dict(keywords)
    if keywords.get("page") is not None:
        changes["page"] = page_type(keywords["page"], place)
    return attrs.evolve(inherited, **changes)


def refuse_wrong_envelopes(keywords: Mapping[str, Any], place: Place) -> None:
    """Refuse an envelope that is not a dotted path; None and "" stand for no envelope."""
    for name in ("item", "items", "body_item"):
        path: object = keywords.get(name)
        if path is None or path == "":
            continue
        if not isinstance(path, str) or not all(path.split(".")):
            raise mistake(
                f"{name}={path!r} is not a path in a JSON object.",
                place,
                f"Write the keys with dots between them, such as {name}='data.ticket'.",
            )


def page_type_with_key(page: PageType, key: str, place: Place) -> PageType:
    """The page type with another key for the records. Raises DeclarationError if it has no key."""
    if not hasattr(page, "key"):
        raise mistake(
            f"items={key!r} has no effect on {type(page).__name__}, which has no key.",
            place,
            "Leave items= out, or give another page type.",
        )
    changed: Any = copy.copy(page)
    changed.key = key
    return cast("PageType", changed)


def unknown_body_encoding(
    body: object, place: Place, remedy: str = "body='form' or body='json'"
) -> DeclarationError:
    """Make the error for a value of `body=` that is not an encoding of request bodies."""
    return mistake(
        f"{body!r} is not an encoding of request bodies.",
        place,
        f"Write {remedy}.",
    )


def page_type(given: object, place: Place) -> PageType:
    """The page type from a declaration: a subclass of PageType, or an instance of one.

    Raises DeclarationError for anything else, and for a class that cannot be called alone.
    """
    if isinstance(given, PageType):
        return given
    if isinstance(given, type) and issubclass(given, PageType) and given is not PageType:
        try:
            return given()
        except TypeError as error:
            found = f"the page type {given.__name__} needs arguments: {error}."
            raise mistake(found, place.at("page"), f"Write `page={given.__name__}(…)`.") from error
    raise mistake(
        f"{given!r} is not a page type.",
        place.at("page"),
        "Give a subclass of PageType, or an instance of one.",
    )
