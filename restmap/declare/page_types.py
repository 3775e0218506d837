"""The page types of common APIs. The page types of one vendor are declared beside its resources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast
from urllib.parse import parse_qs, urlsplit

from ..messages import Response
from .json_paths import value_at, with_value_at
from .json_text import json_text
from .link_header import link_relations
from .pages import PageContent, PageType, flag, query_number, whole_number, with_query


class ArrayPage(PageType):
    """A list without further pages: a bare JSON array, or the array under a key.

    key: the dotted path of the array; None where the response body is the array itself.
    """

    def __init__(
        self, key: str | None = None, *, page_size: str | None = None, max_page_size: int = 1000
    ) -> None:
        self.key = key
        self.page_size = page_size
        self.max_page_size = max_page_size

    def items(self, body: Any) -> Sequence[Any]:
        """The records in a response body."""
        records = body if self.key is None else value_at(body, self.key)
        if not isinstance(records, list):
            raise ValueError(f"the records are {type(records).__name__}, expected a list")
        return cast("Sequence[Any]", records)

    def read(self, body: Any, response: Response, url: str) -> PageContent:
        """The records, and no next page."""
        return PageContent(self.items(body))

    def write(self, content: PageContent, key: str, url: str) -> Any:
        """The array, at its declared path."""
        items = list(content.items)
        return items if self.key is None else with_value_at({}, self.key, items)


class LinkHeaderPage(ArrayPage):
    """Links in a `Link` header (RFC 8288), as in GitHub's API: `<https://…?page=2>; rel="next"`."""

    def read(self, body: Any, response: Response, url: str) -> PageContent:
        """The records, and the links whose relation is next or prev."""
        links = link_relations(response.headers.get("Link", ""))
        previous = links.get("prev", links.get("previous"))
        return PageContent(self.items(body), links.get("next"), previous)

    def write(self, content: PageContent, key: str, url: str) -> Response:
        """The array as the response body, and the links in the header."""
        targets = {"next": content.next_url, "prev": content.previous_url}
        links = [f'<{target}>; rel="{name}"' for name, target in targets.items() if target]
        headers = {"Content-Type": "application/json"}
        if links:
            headers["Link"] = ", ".join(links)
        return Response(200, headers, json_text(super().write(content, key, url)).encode())


class LinkPage(ArrayPage):
    """Links in the response body, each at a dotted path: absolute, or relative to the page."""

    def __init__(
        self,
        key: str | None,
        *,
        next_link: str,
        previous_link: str | None = None,
        page_size: str | None = None,
        max_page_size: int = 1000,
    ) -> None:
        super().__init__(key, page_size=page_size, max_page_size=max_page_size)
        self.next_link = next_link
        self.previous_link = previous_link

    def read(self, body: Any, response: Response, url: str) -> PageContent:
        """The records, and the links at the two paths."""
        previous = value_at(body, self.previous_link, None) if self.previous_link else None
        return PageContent(self.items(body), value_at(body, self.next_link, None), previous)

    def write(self, content: PageContent, key: str, url: str) -> Any:
        """The array and the links, each at its path."""
        array = super().write(content, key, url)
        body = with_value_at(array, self.next_link, content.next_url)
        if self.previous_link:
            body = with_value_at(body, self.previous_link, content.previous_url)
        return body


class TokenPage(ArrayPage):
    """A token in the response body, which the request for the next page sends back.

    token: its dotted path, such as "meta.next_token". parameter: the query parameter that sends it.
    token_type: int where the API takes a number in a JSON request body.
    """

    def __init__(
        self,
        key: str | None,
        *,
        token: str,
        parameter: str,
        page_size: str | None = None,
        max_page_size: int = 1000,
        token_type: type[str] | type[int] = str,
    ) -> None:
        super().__init__(key, page_size=page_size, max_page_size=max_page_size)
        self.token = token
        self.page_token = parameter
        self.token_type = token_type

    def read(self, body: Any, response: Response, url: str) -> PageContent:
        """The records, and the next page if there is a token."""
        token = value_at(body, self.token, None)
        following = with_query(url, **{str(self.page_token): token}) if token else None
        return PageContent(self.items(body), following)

    def write(self, content: PageContent, key: str, url: str) -> Any:
        """The array, and the token of the next page at its path."""
        tokens = parse_qs(urlsplit(content.next_url or "").query).get(str(self.page_token))
        token = self.token_type(tokens[-1]) if tokens else None
        return with_value_at(super().write(content, key, url), self.token, token)


class CursorPage(ArrayPage):
    """The last record's id is the cursor, and a flag says whether more follow, as in Stripe's API.

    parameter: the query parameter that sends the cursor. has_more: the dotted path of the flag.
    id_key: the key of a record's id. token_type: int where the API takes a number in a JSON request
    body. A page without the flag goes on until an empty one.
    """

    def __init__(
        self,
        key: str = "data",
        *,
        parameter: str = "starting_after",
        has_more: str = "has_more",
        id_key: str = "id",
        page_size: str | None = "limit",
        max_page_size: int = 100,
        token_type: type[str] | type[int] = str,
    ) -> None:
        super().__init__(key, page_size=page_size, max_page_size=max_page_size)
        self.page_token = parameter
        self.token_type = token_type
        self.has_more = has_more
        self.id_key = id_key

    def read(self, body: Any, response: Response, url: str) -> PageContent:
        """The records, and the next page after the last of them if the flag is set."""
        items, more = self.items(body), flag(value_at(body, self.has_more, None))
        if more is False or (more is None and not items):
            return PageContent(items)
        if not items:
            raise ValueError("the page says that more follow, but has no record to continue after")
        return PageContent(items, with_query(url, **{str(self.page_token): items[-1][self.id_key]}))

    def write(self, content: PageContent, key: str, url: str) -> Any:
        """The array, and whether more follow."""
        array = super().write(content, key, url)
        return with_value_at(array, self.has_more, bool(content.next_url))


class NumberPage(ArrayPage):
    """Pages with numbers. The last is known from the number of pages, else from an empty page.

    A number of pages that a response lacks, or that is not a whole number, is as good as none.

    parameter: the query parameter for the page number. first: the number of the first page.
    pages: the dotted path of the number of pages in the response body; None where it has none.
    """

    def __init__(
        self,
        key: str | None = None,
        *,
        parameter: str = "page",
        first: int = 1,
        pages: str | None = None,
        page_size: str | None = "per_page",
        max_page_size: int = 100,
    ) -> None:
        super().__init__(key, page_size=page_size, max_page_size=max_page_size)
        self.page_number = parameter
        self.first = first
        self.pages = pages

    def read(self, body: Any, response: Response, url: str) -> PageContent:
        """The records, and the pages before and after this one."""
        items, number = self.items(body), query_number(url, str(self.page_number), self.first)
        count = whole_number(value_at(body, self.pages, None)) if self.pages else None
        more = bool(items) if count is None else number - self.first + 1 < count
        return PageContent(
            items,
            self._numbered(url, number + 1) if more else None,
            self._numbered(url, number - 1) if number > self.first else None,
        )

    def write(self, content: PageContent, key: str, url: str) -> Any:
        """The array, and the number of pages at its path."""
        body = super().write(content, key, url)
        if self.pages is None:
            return body
        size = min(
            query_number(url, str(self.page_size), self.default_page_size), self.max_page_size
        )
        return with_value_at(body, self.pages, -(-(content.total or 0) // size))

    def _numbered(self, url: str, number: int) -> str:
        return with_query(url, **{str(self.page_number): number})


class OffsetPage(ArrayPage):
    """Pages by offset. The last is known from the total, else from an empty page.

    A total that a response lacks, or that is not a whole number, is as good as none.

    parameter: the query parameter for the offset. first: the offset of the first record.
    total: the dotted path of the number of all records in the response body; None where it has
    none.
    """

    def __init__(
        self,
        key: str | None = None,
        *,
        parameter: str = "offset",
        first: int = 0,
        total: str | None = None,
        page_size: str | None = "limit",
        max_page_size: int = 100,
    ) -> None:
        super().__init__(key, page_size=page_size, max_page_size=max_page_size)
        self.page_offset = parameter
        self.first = first
        self.total = total

    def read(self, body: Any, response: Response, url: str) -> PageContent:
        """The records, and the next page, at the offset after the last of them."""
        items, offset = self.items(body), query_number(url, str(self.page_offset), self.first)
        after = offset + len(items)
        total = whole_number(value_at(body, self.total, None)) if self.total else None
        more = bool(items) and (total is None or after - self.first < total)
        following = with_query(url, **{str(self.page_offset): after}) if more else None
        return PageContent(items, following, total=total)

    def write(self, content: PageContent, key: str, url: str) -> Any:
        """The array, and the number of all records at its path."""
        body = super().write(content, key, url)
        return body if self.total is None else with_value_at(body, self.total, content.total)


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
        )

    def items(self, body: Any) -> Sequence[Any]:
        """The records; the key may be left out where there are none (RFC 7644 3.4.2)."""
        return super().items({"Resources": [], **body})

    def write(self, content: PageContent, key: str, url: str) -> Any:
        """A SCIM list, with its start index and its number of records (RFC 7644 3.4.2.4)."""
        index = query_number(url, str(self.page_offset), self.first)
        position = {"startIndex": index, "itemsPerPage": len(content.items)}
        return {**position, **super().write(content, key, url)}
