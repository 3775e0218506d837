"""Pages: which records of a list a request asks for, and the URLs of the pages next to it."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any, cast

import attrs

from ..declare.pages import PageContent, PageType, with_query
from ..declare.parameter import Location
from ..messages import Response
from .listings import Listing
from .refusal import bad_request, invalid_value
from .rows import ROOT
from .rules import json_response

if TYPE_CHECKING:
    from ..plan.operation import Operation

# A page token of the sandbox: the page after (A) or before (B) the position of a record. Positions
# are 64-bit integers of SQLite, hence at most 18 digits.
_TOKEN = re.compile(r"P([AB])([0-9]{1,18})", re.ASCII)
# Where tokens are numbers, it is below 0, as no key is, and ends with 0 (after) or 1 (before).
_NUMBER = re.compile("-([0-9]{1,18})([01])", re.ASCII)


# The digits of a page number that count: a page beyond has no records. Multiplied by the size of
# the page, such a number is still a 64-bit integer of SQLite.
_MAX_DIGITS = 12


@attrs.frozen
class PageRequest:
    """What a request says about paging.

    address: its URL, with the parameters of the page in the query. size: of the page. token: of
    the page. number: of the page, as the API counts. offset: of the first record. All but the
    address and the size are None if the request does not have them.
    """

    address: str
    size: int
    token: str | None
    number: int | None
    offset: int | None


def take_page_request(
    page_type: PageType, url: str, values: dict[str, Any], location: Location
) -> PageRequest:
    """Remove the parameters of the page from the values of a request and return them.

    values: those of the location where they are sent. Raises Refusal, a 400, if one is ill-formed.
    """
    address = url

    def take(wire_name: str | None) -> Any:
        nonlocal address
        if wire_name is None:
            return None
        value = _take_value(values, wire_name, location)
        if value is not None and location != "query":
            address = with_query(address, **{wire_name: value})
        return value

    def take_number(wire_name: str | None, minimum: int) -> int | None:
        value = take(wire_name)
        return None if value is None else _read_number(wire_name, value, minimum)

    size = take_number(page_type.page_size, 1) or page_type.default_page_size
    number = take_number(page_type.page_number, page_type.first)
    offset = take_number(page_type.page_offset, page_type.first)
    token = take(page_type.page_token)
    if page_type.token_type is int and isinstance(token, int):
        token = str(token)
    if token is not None and not isinstance(token, str):
        raise bad_request(
            invalid_value(str(page_type.page_token), token, "expected a single value")
        )
    return PageRequest(address, min(size, page_type.max_page_size), token or None, number, offset)


def _take_value(values: dict[str, Any], wire_name: str, location: Location) -> Any:
    """Remove a value; in a JSON body its name is a dotted path, and empty objects are removed."""
    name, _, rest = wire_name.partition(".") if location == "json" else (wire_name, "", "")
    if not rest:
        return values.pop(name, None)
    inner = values.get(name)
    if not isinstance(inner, dict):
        return None
    value = _take_value(cast("dict[str, Any]", inner), rest, location)
    if not inner:
        del values[name]
    return value


def _read_number(name: str | None, given: Any, minimum: int) -> int:
    text = str(given) if isinstance(given, str | int) else ""
    # A longer number is one of a page without records too; its digits are not all read.
    number = int(text[:_MAX_DIGITS]) if re.fullmatch("[0-9]+", text) else -1
    if number < minimum:
        reason = f"expected a whole number of at least {minimum}"
        raise bad_request(invalid_value(str(name), given, reason))
    return number


def write_page(
    operation: Operation, name: str, paging: PageRequest | None, listing: Listing
) -> Response:
    """The response of a list: the page of a listing that a request asks for.

    name: of the collection.
    """
    page_type = operation.page_type
    assert page_type is not None, "a list has a page type: the declaration was checked"
    assert paging is not None, "and its parameters were read with the request"
    content = read_page(listing, page_type, paging)
    page = page_type.write(content, name, paging.address)
    return page if isinstance(page, Response) else json_response(200, page)


def read_page(listing: Listing, page_type: PageType, page_request: PageRequest) -> PageContent:
    """The page that a request asks for, with the URLs of the next and the previous page."""
    if page_type.page_token is not None:
        return _page_by_token(listing, page_type, page_request)
    if page_type.page_number is not None or page_type.page_offset is not None:
        return _page_by_offset(listing, page_type, page_request)
    return PageContent(listing.show(listing.after(ROOT)))


def _page_by_token(listing: Listing, page_type: PageType, page_request: PageRequest) -> PageContent:
    """A page that begins after a record; what is created or deleted meanwhile does not shift it."""
    direction, position = _read_token(listing, page_type, page_request)
    if direction == "B":
        rows = list(islice(listing.before(position), page_request.size))[::-1]
    else:
        rows = list(islice(listing.after(position), page_request.size))
    first = rows[0].position if rows else position + 1
    last = rows[-1].position if rows else position
    following = None
    if next(listing.after(last), None) is not None:
        token = f"PA{last}" if page_type.token_type is str else f"-{last}0"
        following = _token_url(page_type, page_request, token, 1)
    previous = None
    if next(listing.before(first), None) is not None:
        token = f"PB{first}" if page_type.token_type is str else f"-{first}1"
        previous = _token_url(page_type, page_request, token, -1)
    return PageContent(listing.show(rows), following, previous)


def _read_token(
    listing: Listing, page_type: PageType, page_request: PageRequest
) -> tuple[str, int]:
    if page_request.token is None:
        return "A", _position_of_page(listing, page_type, page_request)
    if found := _TOKEN.fullmatch(page_request.token):
        return found[1], int(found[2])
    if found := _NUMBER.fullmatch(page_request.token):
        return "AB"[int(found[2])], int(found[1])
    # Some APIs use the key of the last record as the token.
    row = listing.find(page_request.token)
    if row is None:
        reason = "expected a token that a page gave"
        raise bad_request(invalid_value(str(page_type.page_token), page_request.token, reason))
    return "A", row.position


def _position_of_page(listing: Listing, page_type: PageType, page_request: PageRequest) -> int:
    """The position of the last record before a page with a number."""
    skipped = page_request.size * ((page_request.number or page_type.first) - page_type.first)
    if not skipped:
        return ROOT
    row = next(listing.skip(skipped - 1), None)
    return row.position if row else listing.end()


def _token_url(page_type: PageType, page_request: PageRequest, token: str, step: int) -> str:
    changes: dict[str, Any] = {str(page_type.page_token): token}
    if page_type.page_number is not None:
        number = page_request.number if page_request.number is not None else page_type.first
        changes[page_type.page_number] = max(page_type.first, number + step)
    return _with_page_size(page_type, page_request, with_query(page_request.address, **changes))


def _page_by_offset(
    listing: Listing, page_type: PageType, page_request: PageRequest
) -> PageContent:
    """A page by its number, or by the offset of its first record."""
    name = str(page_type.page_number or page_type.page_offset)
    step = 1 if page_type.page_number is not None else page_request.size
    current = page_request.number if page_type.page_number is not None else page_request.offset
    current = page_type.first if current is None else current
    skipped = (current - page_type.first) * (page_request.size if step == 1 else 1)
    total = listing.count()

    def url_of(number: int) -> str:
        return _with_page_size(
            page_type, page_request, with_query(page_request.address, **{name: number})
        )

    return PageContent(
        listing.show(islice(listing.skip(skipped), page_request.size)),
        url_of(current + step) if skipped + page_request.size < total else None,
        url_of(max(page_type.first, current - step)) if skipped else None,
        total=total,
    )


def _with_page_size(page_type: PageType, page_request: PageRequest, url: str) -> str:
    return (
        with_query(url, **{page_type.page_size: page_request.size}) if page_type.page_size else url
    )
