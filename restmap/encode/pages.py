"""The requests of a list's pages: all have its method, headers, filters and request body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl, urlsplit, urlunsplit

import attrs

from ..declare.json_paths import with_value_at
from ..declare.pages import PageType
from ..messages import Request
from ..plan.operation import Operation
from .request import encode_body, encode_request, expand_path, form_text, replace_in_query
from .serialize import Wire, serialize_arguments
from .whole_body import spread_whole_body


@attrs.frozen(eq=False, repr=False)
class PageRequests:
    """The requests of the pages of one list.

    A page has an address: a URL with the parameters of the page in its query. Where the API takes
    them in the request body, they are moved there when the page is requested.
    first_address: that of the first page.
    """

    first_address: str
    _operation: Operation
    _wire: Wire
    _first: Request

    def at(self, address: str) -> Request:
        """The request of the page at an address."""
        page_type, location = self._operation.page_type, self._operation.paging_location
        if location == "query" or page_type is None:
            return attrs.evolve(self._first, url=address)
        url, paging = take_paging(page_type, address)
        values = self._wire.get(location, {})
        for name, value in paging.items():
            if location == "json":
                values = with_value_at(values, name, value)
            else:
                values = {**values, name: value}
        body = encode_body(self._operation, {**self._wire, location: values})
        return attrs.evolve(self._first, url=url, body=body)


def build_page_requests(
    operation: Operation,
    root: str,
    path: Sequence[Any],
    filters: Mapping[str, Any],
    paging: Mapping[str, str],
) -> PageRequests:
    """The requests of a list, from its first page on.

    root, path: as in `build_request`. filters: the arguments of the list. paging: the parameters
    of the first page. Raises ParameterError for a value that cannot be sent.
    """
    wire = serialize_arguments(operation, spread_whole_body(operation, filters))
    url = root + expand_path(operation, path, wire)
    first = encode_request(operation, url, wire, paging)
    return PageRequests(first.url, operation, wire, first)


def resume_page_requests(
    operation: Operation, address: str, filters: Mapping[str, Any]
) -> PageRequests:
    """The requests of a list, from the page at a stored address on.

    filters: those that are sent in a header or in the request body. The address has the path and
    the filters of the query; one that is given replaces that of the address.
    Raises ParameterError for a value that cannot be sent.
    """
    filters = spread_whole_body(operation, filters)
    wire = serialize_arguments(operation, filters, known=frozenset({"query", "path"}))
    first = encode_request(operation, "", wire, {})
    given = parse_qsl(urlsplit(first.url).query, keep_blank_values=True)
    return PageRequests(replace_in_query(address, given), operation, wire, first)


def take_paging(page_type: PageType, address: str) -> tuple[str, dict[str, Any]]:
    """Take the parameters of a page out of the query of its address.

    Returns the URL without them, and their values: whole numbers, and a token of its type.
    """
    numbers = {page_type.page_size, page_type.page_number, page_type.page_offset}
    names = {*numbers, page_type.page_token}
    if page_type.token_type is int:
        numbers.add(page_type.page_token)
    parts = urlsplit(address)
    kept: list[tuple[str, str]] = []
    paging: dict[str, Any] = {}
    for name, value in parse_qsl(parts.query, keep_blank_values=True):
        if name not in names:
            kept.append((name, value))
        else:
            is_number = name in numbers and value.removeprefix("-").isdecimal()
            paging[name] = int(value) if is_number else value
    return urlunsplit(parts._replace(query=form_text(kept))), paging
