"""Page types that count: pages with numbers, and pages by the offset of their first record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..messages import Response
from .array_page import ArrayPage
from .json_paths import value_at, with_value_at
from .pages import PageContent, flag, query_number, whole_number, with_query


class NumberPage(ArrayPage):
    """Pages with numbers. The last is known from what the response says, else from an empty page.

    What a response lacks, or what is neither a flag nor a whole number, is as good as not declared.

    parameter: the query parameter for the page number. first: the number of the first page.
    has_more, pages, total: the dotted paths of the flag that says whether more follow, of the
    number of pages, and of the number of all records in the response body; None where it has none.
    """

    def __init__(
        self,
        key: str | None = None,
        *,
        parameter: str = "page",
        first: int = 1,
        pages: str | None = None,
        total: str | None = None,
        has_more: str | None = None,
        page_size: str | None = "per_page",
        max_page_size: int = 100,
        absent_if_empty: bool = False,
    ) -> None:
        super().__init__(
            key,
            page_size=page_size,
            max_page_size=max_page_size,
            absent_if_empty=absent_if_empty,
        )
        self.page_number = parameter
        self.first = first
        self.pages = pages
        self.total = total
        self.has_more = has_more

    def read(self, body: Any, response: Response, url: str) -> PageContent:
        """The records, and the pages before and after this one."""
        items, number = self.items(body), query_number(url, str(self.page_number), self.first)
        turned = number - self.first + 1
        more = _flag_at(body, self.has_more)
        if more is None and (pages := _number_at(body, self.pages)) is not None:
            more = turned < pages
        total = _number_at(body, self.total)
        if more is None and total is not None:
            # The last page may have fewer records than those before it, never more.
            more = bool(items) and turned * len(items) < total
        more = bool(items) if more is None else more
        return PageContent(
            items,
            self._numbered(url, number + 1) if more else None,
            self._numbered(url, number - 1) if number > self.first else None,
            total=total,
        )

    def write(self, content: PageContent, key: str, url: str) -> Any:
        """The array, and at their paths the flag, the number of pages and that of all records."""
        body, total = super().write(content, key, url), content.total or 0
        size = min(
            query_number(url, str(self.page_size), self.default_page_size), self.max_page_size
        )
        values = {
            self.pages: -(-total // size),
            self.total: total,
            self.has_more: bool(content.next_url),
        }
        return _with_values(body, values)

    def _numbered(self, url: str, number: int) -> str:
        return with_query(url, **{str(self.page_number): number})


class OffsetPage(ArrayPage):
    """Pages by offset. The last is known from what the response says, else from an empty page.

    What a response lacks, or what is neither a flag nor a whole number, is as good as not declared.

    parameter: the query parameter for the offset. first: the offset of the first record.
    has_more, total: the dotted paths of the flag that says whether more follow, and of the number
    of all records in the response body; None where it has none.
    """

    def __init__(
        self,
        key: str | None = None,
        *,
        parameter: str = "offset",
        first: int = 0,
        total: str | None = None,
        has_more: str | None = None,
        page_size: str | None = "limit",
        max_page_size: int = 100,
        absent_if_empty: bool = False,
    ) -> None:
        super().__init__(
            key,
            page_size=page_size,
            max_page_size=max_page_size,
            absent_if_empty=absent_if_empty,
        )
        self.page_offset = parameter
        self.first = first
        self.total = total
        self.has_more = has_more

    def read(self, body: Any, response: Response, url: str) -> PageContent:
        """The records, and the next page, at the offset after the last of them."""
        items, offset = self.items(body), query_number(url, str(self.page_offset), self.first)
        after = offset + len(items)
        total = _number_at(body, self.total)
        more = _flag_at(body, self.has_more)
        if more is None and total is not None:
            more = after - self.first < total
        more = bool(items) and more is not False
        following = with_query(url, **{str(self.page_offset): after}) if more else None
        return PageContent(items, following, total=total)

    def write(self, content: PageContent, key: str, url: str) -> Any:
        """The array, and at their paths the flag and the number of all records."""
        values = {self.total: content.total, self.has_more: bool(content.next_url)}
        return _with_values(super().write(content, key, url), values)


class ScimPage(OffsetPage):
    """A SCIM list: `Resources`, `startIndex` counted from 1, `totalResults` (RFC 7644 3.4.2)."""

    def __init__(self, *, max_page_size: int = 1000) -> None:
        super().__init__(
            "Resources",
            parameter="startIndex",
            first=1,
            total="totalResults",
            page_size="count",
            max_page_size=max_page_size,
            absent_if_empty=True,  # RFC 7644 3.4.2
        )

    def write(self, content: PageContent, key: str, url: str) -> Any:
        """A SCIM list, with its start index and its number of records (RFC 7644 3.4.2.4)."""
        index = query_number(url, str(self.page_offset), self.first)
        position = {"startIndex": index, "itemsPerPage": len(content.items)}
        return {**position, "Resources": [], **super().write(content, key, url)}


def _flag_at(body: Any, path: str | None) -> bool | None:
    return None if path is None else flag(value_at(body, path, None))


def _number_at(body: Any, path: str | None) -> int | None:
    return None if path is None else whole_number(value_at(body, path, None))


def _with_values(body: Any, values: Mapping[str | None, Any]) -> Any:
    """A response body with values added, each at its dotted path; none at the path None."""
    for path, value in values.items():
        body = body if path is None else with_value_at(body, path, value)
    return body
