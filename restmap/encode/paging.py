"""The part of a list's arguments that concerns its pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import attrs

from ..declare.pages import PageType
from ..declare.params import UNSET
from ..errors import ParameterError, compose
from ..plan.operation import PAGING_NAMES, Operation


@attrs.frozen(eq=False, repr=False)
class Span:
    """What a list asks for.

    limit: records over all pages, None for every one. prefetch: whether the next page is asked
    for ahead. query: the paging part of the first request's query. filters: the other arguments.
    """

    limit: int | None
    prefetch: bool
    query: Mapping[str, str]
    filters: Mapping[str, Any]


def read_span(
    operation: Operation, arguments: Mapping[str, Any], verb: Literal["list", "page", "stream"]
) -> Span:
    """The span of a list's arguments.

    verb: what the caller calls; a limit has no meaning for one page, and none asks ahead but a
    stream.
    Raises ParameterError for a limit below 0 or a page size below 1.
    """
    page_type = operation.page_type
    assert page_type is not None, "a list has a page type: the declaration was checked"
    given = {name: each.default for name, each in operation.parameters.items()} | {**arguments}
    limit = _whole(given["limit"], "limit", 0, operation)
    size = _whole(given["page_size"], "page_size", 1, operation)
    if verb == "page" and arguments.get("limit") is not None:
        raise ParameterError(
            compose(
                "page() gives one page; 'limit' counts records over all pages.",
                "Say page(page_size=…), or list(limit=…).",
                operation.label,
            )
        )
    prefetch = _whole(given["prefetch"], "prefetch", 0, operation)
    if arguments.get("prefetch") and verb != "stream":
        raise ParameterError(
            compose(
                f"{verb}() asks for no page ahead: 'prefetch' is for the records of a stream.",
                "Say stream(prefetch=1).",
                operation.label,
            )
        )
    if prefetch and prefetch > 1:
        raise ParameterError(
            compose(
                f"prefetch cannot be {prefetch}: the link to a page is in the page before it.",
                "Write prefetch=1.",
                operation.label,
            )
        )
    if size is None and limit:
        size = limit
    if size is not None:
        size = min(size, page_type.max_page_size)
    wanted = {
        "page_size": size,
        "page_token": _text(given["page_token"], "page_token", operation),
        "page_number": _whole(given["page_number"], "page_number", 0, operation),
    }
    given_size = given["page_size"] is not None
    query = _paging_query(page_type, wanted, operation, required=given_size)
    filters = {name: value for name, value in arguments.items() if name not in PAGING_NAMES}
    return Span(limit, bool(prefetch), query, filters)


def _whole(value: Any, name: str, least: int, operation: Operation) -> int | None:
    if value is None or value is UNSET:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        raise ParameterError(
            compose(
                f"{name} cannot be {value!r}: expected a whole number of at least {least}.",
                f"Leave {name} out for {_MEANING_WITHOUT[name]}.",
                operation.label,
            )
        )
    return value


def _text(value: Any, name: str, operation: Operation) -> str | None:
    if value is None or value is UNSET or isinstance(value, str):
        return value or None
    raise ParameterError(
        compose(
            f"{name} cannot be {value!r}: expected text.",
            f"Leave {name} out for {_MEANING_WITHOUT[name]}.",
            operation.label,
        )
    )


_MEANING_WITHOUT = {
    "limit": "every record",
    "page_size": "what the API does by default",
    "page_token": "the first page",
    "page_number": "the first page",
    "prefetch": "no page ahead",
}


def _paging_query(
    page_type: PageType, wanted: Mapping[str, Any], operation: Operation, *, required: bool
) -> dict[str, str]:
    query: dict[str, str] = {}
    for name, value in wanted.items():
        if value is None or value is UNSET:
            continue
        wire_name: str | None = getattr(page_type, name)
        if wire_name is not None:
            query[wire_name] = str(value)
        elif name != "page_size" or required:
            raise ParameterError(
                compose(
                    f"the pages of this API have no {name}.",
                    f"Leave {name} out.",
                    operation.label,
                )
            )
    return query
