"""Pages: which records of a list a request asks for, and the URLs of the pages next to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

import attrs

from ..declare.pages import PageContent, PageType, with_query
from .records import Collection, Records
from .refusal import bad_request, invalid_value
from .store import ROOT, Row

# A page token of the sandbox: the page after (A) or before (B) the position of a record. Positions
# are 64-bit integers of SQLite, hence at most 18 digits.
_TOKEN = re.compile(r"P([AB])([0-9]{1,18})", re.ASCII)


@attrs.frozen
class PageRequest:
    """What a query says about paging.

    size: of the page. token: of the page. number: of the page, as the API counts. offset: of
    the first record. All but the size are None if the query does not have them.
    """

    size: int
    token: str | None
    number: int | None
    offset: int | None


def take_page_request(page_type: PageType, query: dict[str, Any]) -> PageRequest:
    """Remove the paging parameters from a query and return them.

    Raises Refusal, a 400, if one is ill-formed.
    """

    def take(wire_name: str | None, minimum: int) -> int | None:
        return (
            _read_number(wire_name, query.pop(wire_name), minimum) if wire_name in query else None
        )

    size = take(page_type.page_size, 1) or page_type.default_page_size
    number = take(page_type.page_number, page_type.first)
    offset = take(page_type.page_offset, page_type.first)
    token = query.pop(page_type.page_token, None) if page_type.page_token else None
    if isinstance(token, list):
        raise bad_request(
            invalid_value(str(page_type.page_token), token, "expected a single value")
        )
    return PageRequest(min(size, page_type.max_page_size), token or None, number, offset)


def _read_number(name: str | None, given: Any, minimum: int) -> int:
    if not isinstance(given, str) or not re.fullmatch("[0-9]{1,9}", given) or int(given) < minimum:
        reason = f"expected a whole number of at least {minimum}"
        raise bad_request(invalid_value(str(name), given, reason))
    return int(given)


@attrs.frozen
class Listing:
    """The records of a collection that match the filters of a list."""

    records: Records
    collection: Collection
    filters: Mapping[str, Any]

    def after(self, position: int) -> Iterator[Row]:
        """The matching records after a position, in the order of creation."""
        return self._filter(self.records.store.rows(self.collection.collection_id, position))

    def before(self, position: int) -> Iterator[Row]:
        """The matching records before a position, newest first."""
        return self._filter(self.records.store.rows_before(self.collection.collection_id, position))

    def _filter(self, rows: Iterator[Row]) -> Iterator[Row]:
        return filter(self._matches, rows) if self.filters else rows

    def _matches(self, row: Row) -> bool:
        body = row.body
        return all(body.get(name) == value for name, value in self.filters.items())

    def show(self, rows: Iterable[Row]) -> list[dict[str, Any]]:
        """The records of rows as a response has them."""
        return [self.records.show(self.collection.record(row)) for row in rows]


def read_page(
    listing: Listing, page_type: PageType, page_request: PageRequest, url: str
) -> PageContent:
    """The page that a request asks for, with the URLs of the next and the previous page."""
    if page_type.page_token is not None:
        return _page_by_token(listing, page_type, page_request, url)
    if page_type.page_number is not None or page_type.page_offset is not None:
        return _page_by_offset(listing, page_type, page_request, url)
    return PageContent(listing.show(listing.after(ROOT)))


def _page_by_token(
    listing: Listing, page_type: PageType, page_request: PageRequest, url: str
) -> PageContent:
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
        following = _token_url(page_type, page_request, url, f"PA{last}", 1)
    previous = None
    if next(listing.before(first), None) is not None:
        previous = _token_url(page_type, page_request, url, f"PB{first}", -1)
    return PageContent(listing.show(rows), following, previous)


def _read_token(
    listing: Listing, page_type: PageType, page_request: PageRequest
) -> tuple[str, int]:
    if page_request.token is None:
        return "A", _position_of_page(listing, page_type, page_request)
    if found := _TOKEN.fullmatch(page_request.token):
        return found[1], int(found[2])
    # Some APIs use the key of the last record as the token.
    row = listing.records.store.find(listing.collection.collection_id, page_request.token)
    if row is None:
        reason = "expected a token that a page gave"
        raise bad_request(invalid_value(str(page_type.page_token), page_request.token, reason))
    return "A", row.position


def _position_of_page(listing: Listing, page_type: PageType, page_request: PageRequest) -> int:
    """The position of the last record before a page with a number."""
    skipped = page_request.size * ((page_request.number or page_type.first) - page_type.first)
    if not skipped:
        return ROOT
    row = next(islice(listing.after(ROOT), skipped - 1, None), None)
    return row.position if row else listing.records.store.next_position()


def _token_url(
    page_type: PageType, page_request: PageRequest, url: str, token: str, step: int
) -> str:
    changes: dict[str, Any] = {str(page_type.page_token): token}
    if page_type.page_number is not None:
        number = page_request.number if page_request.number is not None else page_type.first
        changes[page_type.page_number] = max(page_type.first, number + step)
    return _with_page_size(page_type, page_request, with_query(url, **changes))


def _page_by_offset(
    listing: Listing, page_type: PageType, page_request: PageRequest, url: str
) -> PageContent:
    """A page by its number, or by the offset of its first record."""
    name = str(page_type.page_number or page_type.page_offset)
    step = 1 if page_type.page_number is not None else page_request.size
    current = page_request.number if page_type.page_number is not None else page_request.offset
    current = page_type.first if current is None else current
    skipped = (current - page_type.first) * (page_request.size if step == 1 else 1)
    rows = list(listing.after(ROOT))

    def url_of(number: int) -> str:
        return _with_page_size(page_type, page_request, with_query(url, **{name: number}))

    return PageContent(
        listing.show(rows[skipped : skipped + page_request.size]),
        url_of(current + step) if skipped + page_request.size < len(rows) else None,
        url_of(max(page_type.first, current - step)) if skipped else None,
        total=len(rows),
    )


def _with_page_size(page_type: PageType, page_request: PageRequest, url: str) -> str:
    return (
        with_query(url, **{page_type.page_size: page_request.size}) if page_type.page_size else url
    )
