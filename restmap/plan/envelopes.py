"""Envelopes: where the result is in a response body, and the parameters in a request body."""

from __future__ import annotations

from types import EllipsisType

from ..declare.pages import PageType
from ..declare.params import OperationOptions
from ..declare.place import Place, mistake
from .operation import Verb
from .options import ResourceOptions, page_type, page_type_with_key, refuse_wrong_envelopes


def result_path(
    verb: Verb, own: OperationOptions, options: ResourceOptions
) -> str | EllipsisType | None:
    """The dotted path of the result of an operation.

    A record of another resource is in the envelope of that resource, which may be deferred: `...`.
    """
    given = own.items if verb.result == "records" else own.item
    if given is not None:
        return given or None
    if verb.result not in ("record", "records"):
        return None
    if verb.returns is not None:
        return ...
    return (options.items if verb.result == "records" else options.item) or None


def parameters_path(
    verb: Verb,
    own: OperationOptions,
    options: ResourceOptions,
    encoding: str | None,
    place: Place,
) -> str | None:
    """The dotted path of the parameters in a request body; in a form it is written in brackets.

    That of the resource is for bodies that are encoded as the resource says.
    """
    path = own.body_item
    if path is None and encoding == options.body and writes_record(verb, own):
        path = options.body_item
    if path and encoding not in ("json", "form", "multipart"):
        raise mistake(
            f"body_item={path!r} needs parameters in the request body, and the operation has none.",
            place,
            "Leave body_item= out, or write body='json' or body='form'.",
        )
    return path or None


def writes_record(verb: Verb, own: OperationOptions) -> bool:
    """Whether the parameters are the record: Create, Update, or an action by PUT or PATCH."""
    is_update = own.method in ("PUT", "PATCH") and own.uri is None and own.path is None
    returns_it = verb.result == "record" and verb.returns is None
    return verb.name in ("create", "update") or (is_update and returns_it)


def page_type_of(
    verb: Verb, own: OperationOptions, options: ResourceOptions, place: Place
) -> PageType | None:
    """The page type of a list, with the key that `items=` gives."""
    page, key = options.page, options.items
    if own.page is not None:
        page, key = page_type(own.page, place), None
    if own.items is not None:
        key = own.items
    return page_type_with_key(page, key, place) if verb.result == "page" and page and key else page


def has_parameters(page: PageType | None) -> bool:
    """Whether requests for the pages of a list have parameters."""
    names = ("page_size", "page_token", "page_number", "page_offset")
    return any(getattr(page, each, None) is not None for each in names)


def refuse_envelopes_without_effect(verb: Verb, own: OperationOptions, place: Place) -> None:
    """Refuse a class keyword about an envelope that the operation cannot have."""
    keywords = {"item": own.item, "items": own.items, "body_item": own.body_item}
    refuse_wrong_envelopes(keywords, place)
    if own.item is not None and verb.result not in ("record", "value"):
        raise mistake(
            f"item={own.item!r} has no effect: the operation does not return one record or value.",
            place,
            "Leave it out; items= is for lists.",
        )
    if own.items is not None and verb.result not in ("page", "records"):
        raise mistake(
            f"items={own.items!r} has no effect: the operation does not return several records.",
            place,
            "Leave it out; item= is for one record.",
        )
