"""The arguments of a list: those about its pages, checked, and its filters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import attrs

from ..declare.pages import PageType
from ..declare.unset import UNSET
from ..errors import ParameterError, compose, shown_value
from ..plan.operation import PAGING_NAMES, Operation


@attrs.frozen(eq=False, repr=False)
class ListArguments:
    """The arguments of a list.

    limit: the maximum number of records over all pages, or None. prefetch: whether the next page
    is requested ahead. query: the paging parameters of the first request. filters: the other
    arguments.
    """

    limit: int | None
    prefetch: bool
    query: Mapping[str, str]
    filters: Mapping[str, Any]


def read_list_arguments(
    operation: Operation, arguments: Mapping[str, Any], verb: Literal["list", "page", "stream"]
) -> ListArguments:
    """Check the arguments of a list.

    verb: the verb that was called; page() takes no limit, and only stream() takes prefetch.
    Raises ParameterError for these, a limit below 0 and a page size below 1.
    """
    page_type = operation.page_type
    assert page_type is not None, "a list has a page type: the declaration was checked"
    values = {name: each.default for name, each in operation.parameters.items()} | {**arguments}
    limit = _whole(values["limit"], "limit", 0, operation)
    size = _whole(values["page_size"], "page_size", 1, operation)
    if verb == "page" and arguments.get("limit") is not None:
        raise ParameterError(
            compose(
                "page() gives one page; 'limit' counts records over all pages.",
                "Write page(page_size=…) or list(limit=…).",
                operation.label,
            )
        )
    prefetch = _whole(values["prefetch"], "prefetch", 0, operation)
    if arguments.get("prefetch") and verb != "stream":
        raise ParameterError(
            compose(
                f"{verb}() does not take 'prefetch': only a stream requests pages ahead.",
                "Write stream(prefetch=1).",
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
    paging = {
        "page_size": size,
        "page_token": _text(values["page_token"], "page_token", operation),
        "page_number": _whole(values["page_number"], "page_number", 0, operation),
    }
    required = values["page_size"] is not None
    query = _paging_query(page_type, paging, operation, size_required=required)
    filters = {name: value for name, value in arguments.items() if name not in PAGING_NAMES}
    return ListArguments(limit, bool(prefetch), query, filters)


def _whole(value: Any, name: str, minimum: int, operation: Operation) -> int | None:
    if value is None or value is UNSET:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or value < minimum:
        raise ParameterError(
            compose(
                f"{name} cannot be {shown_value(value)}: expected a whole number of at least "
                f"{minimum}.",
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
            f"{name} cannot be {shown_value(value)}: expected text.",
            f"Leave {name} out for {_MEANING_WITHOUT[name]}.",
            operation.label,
        )
    )


_MEANING_WITHOUT = {
    "limit": "every record",
    "page_size": "the API's default",
    "page_token": "the first page",
    "page_number": "the first page",
    "prefetch": "a stream that requests each page when it is needed",
}


def _paging_query(
    page_type: PageType, paging: Mapping[str, Any], operation: Operation, *, size_required: bool
) -> dict[str, str]:
    query: dict[str, str] = {}
    for name, value in paging.items():
        if value is None or value is UNSET:
            continue
        wire_name: str | None = getattr(page_type, name)
        if wire_name is not None:
            query[wire_name] = str(value)
        elif name != "page_size" or size_required:
            raise ParameterError(
                compose(
                    f"the lists of this API do not take {name}.",
                    f"Leave {name} out.",
                    operation.label,
                )
            )
    return query
