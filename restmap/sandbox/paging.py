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
class Ask:
    """What a query says about paging.

    size: of the page. token: of the page. number: of the page, as the API counts. offset: of
    the first record. All but the size are None if the query does not have them.
    """

    size: int
    token: str | None
    number: int | None
    offset: int | None


def take_ask(page_type: PageType, query: dict[str, Any]) -> Ask:
    """Remove the paging parameters from a query and return them.

    Raises Refusal, a 400, if one is ill-formed.
    """

    def take(wire_name: str | None, least: int) -> int | None:
        return _whole(wire_name, query.pop(wire_name), least) if wire_name in query else None

    size = take(page_type.page_size, 1) or page_type.default_page_size
    number = take(page_type.page_number, page_type.first)
    offset = take(page_type.page_offset, page_type.first)
    token = query.pop(page_type.page_token, None) if page_type.page_token else None
    if isinstance(token, list):
        raise bad_request(
            invalid_value(str(page_type.page_token), token, "expected a single value")
        )
    return Ask(min(size, page_type.max_page_size), token or None, number, offset)


def _whole(name: str | None, given: Any, least: int) -> int:
    if not isinstance(given, str) or not re.fullmatch("[0-9]{1,9}", given) or int(given) < least:
        reason = f"expected a whole number of at least {least}"
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
        return self._kept(self.records.store.rows(self.collection.shelf, position))

    def before(self, position: int) -> Iterator[Row]:
        """The matching records before a position, newest first."""
        return self._kept(self.records.store.rows_before(self.collection.shelf, position))

    def _kept(self, rows: Iterator[Row]) -> Iterator[Row]:
        return filter(self._passes, rows) if self.filters else rows

    def _passes(self, row: Row) -> bool:
        body = row.body
        return all(body.get(name) == value for name, value in self.filters.items())

    def shown(self, rows: Iterable[Row]) -> list[dict[str, Any]]:
        """The records of rows as a response has them."""
        return [self.records.show(self.collection.record(row)) for row in rows]


def cut_page(listing: Listing, page_type: PageType, ask: Ask, url: str) -> PageContent:
    """The page that a request asks for, with the URLs of the next and the previous page."""
    if page_type.page_token is not None:
        return _page_by_token(listing, page_type, ask, url)
    if page_type.page_number is not None or page_type.page_offset is not None:
        return _page_by_offset(listing, page_type, ask, url)
    return PageContent(listing.shown(listing.after(ROOT)))


def _page_by_token(listing: Listing, page_type: PageType, ask: Ask, url: str) -> PageContent:
    """A page that begins after a record; what is created or deleted meanwhile does not shift it."""
    direction, position = _read_token(listing, page_type, ask)
    if direction == "B":
        rows = list(islice(listing.before(position), ask.size))[::-1]
    else:
        rows = list(islice(listing.after(position), ask.size))
    first = rows[0].position if rows else position + 1
    last = rows[-1].position if rows else position
    following = None
    if next(listing.after(last), None) is not None:
        following = _token_url(page_type, ask, url, f"PA{last}", 1)
    previous = None
    if next(listing.before(first), None) is not None:
        previous = _token_url(page_type, ask, url, f"PB{first}", -1)
    return PageContent(listing.shown(rows), following, previous)


def _read_token(listing: Listing, page_type: PageType, ask: Ask) -> tuple[str, int]:
    if ask.token is None:
        return "A", _position_of_page(listing, page_type, ask)
    if found := _TOKEN.fullmatch(ask.token):
        return found[1], int(found[2])
    # Some APIs use the key of the last record as the token.
    row = listing.records.store.find(listing.collection.shelf, ask.token)
    if row is None:
        reason = "expected a token that a page gave"
        raise bad_request(invalid_value(str(page_type.page_token), ask.token, reason))
    return "A", row.position


def _position_of_page(listing: Listing, page_type: PageType, ask: Ask) -> int:
    """The position of the last record before a page with a number."""
    skipped = ask.size * ((ask.number or page_type.first) - page_type.first)
    if not skipped:
        return ROOT
    row = next(islice(listing.after(ROOT), skipped - 1, None), None)
    return row.position if row else listing.records.store.next_position()


def _token_url(page_type: PageType, ask: Ask, url: str, token: str, step: int) -> str:
    changes: dict[str, Any] = {str(page_type.page_token): token}
    if page_type.page_number is not None:
        number = ask.number if ask.number is not None else page_type.first
        changes[page_type.page_number] = max(page_type.first, number + step)
    return _sized(page_type, ask, with_query(url, **changes))


def _page_by_offset(listing: Listing, page_type: PageType, ask: Ask, url: str) -> PageContent:
    """A page by its number, or by the offset of its first record."""
    name = str(page_type.page_number or page_type.page_offset)
    step = 1 if page_type.page_number is not None else ask.size
    here = ask.number if page_type.page_number is not None else ask.offset
    here = page_type.first if here is None else here
    skipped = (here - page_type.first) * (ask.size if step == 1 else 1)
    every = list(listing.after(ROOT))

    def at(number: int) -> str:
        return _sized(page_type, ask, with_query(url, **{name: number}))

    return PageContent(
        listing.shown(every[skipped : skipped + ask.size]),
        at(here + step) if skipped + ask.size < len(every) else None,
        at(max(page_type.first, here - step)) if skipped else None,
        total=len(every),
    )


def _sized(page_type: PageType, ask: Ask, url: str) -> str:
    return with_query(url, **{page_type.page_size: ask.size}) if page_type.page_size else url
