"""The pages of lists whose response has no `meta` object, or one with only a token."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qs, urlsplit, urlunsplit

from restmap import LinkPage, NumberPage, PageContent, Response, TokenPage, with_query
from restmap.declare.json_paths import value_at
from restmap.declare.pages import query_number


class UriPage(LinkPage):
    """A page with links in the response body, relative to the host, as in v2010.

    key: the key of the records; None where each list says it, by items=.
    """

    page_token = "PageToken"
    page_number = "Page"

    def __init__(self, key: str | None) -> None:
        super().__init__(
            key,
            next_link="next_page_uri",
            previous_link="previous_page_uri",
            page_size="PageSize",
        )

    def write(self, content: PageContent, key: str, url: str) -> Any:
        links = (_relative(content.next_url), _relative(content.previous_url))
        relative = PageContent(content.items, *links, content.total)
        size = min(query_number(url, "PageSize", self.default_page_size), self.max_page_size)
        page = {"page": query_number(url, "Page", 0), "page_size": size, "uri": _relative(url)}
        return {**page, **super().write(relative, key, url)}


def _relative(url: str | None) -> str | None:
    """The URL without its origin; None for None."""
    if url is None:
        return None
    parts = urlsplit(url)
    return urlunsplit(("", "", parts.path, parts.query, ""))


class TokenListPage(TokenPage):
    """A page whose `meta` has the token of the next page.

    key: the key of the records. max_page_size: the maximum number of records in a page.
    """

    def __init__(self, key: str, *, max_page_size: int = 1000) -> None:
        super().__init__(
            key,
            token="meta.next_token",
            parameter="Token",
            page_size="Size",
            max_page_size=max_page_size,
        )


class MetaTokenPage(TokenPage):
    """A page whose `meta` has the tokens of the next and the previous page, as in newer lists.

    key: the key of the records; None where each list says it, by items=. id_key: where the array
    has only the identifiers of records, the key of an identifier in the record that is made from
    it. max_page_size: the maximum number of records in one page.
    """

    def __init__(
        self, key: str | None, *, id_key: str | None = None, max_page_size: int = 1000
    ) -> None:
        super().__init__(
            key,
            token="meta.nextToken",
            parameter="pageToken",
            page_size="pageSize",
            max_page_size=max_page_size,
        )
        self.id_key = id_key

    def items(self, body: Any) -> Sequence[Any]:
        items = super().items(body)
        return items if self.id_key is None else [{self.id_key: each} for each in items]

    def read(self, body: Any, response: Response, url: str) -> PageContent:
        content = super().read(body, response, url)
        token = value_at(body, "meta.previousToken", None)
        previous = with_query(url, pageToken=token) if token else None
        return PageContent(content.items, content.next_url, previous)

    def write(self, content: PageContent, key: str, url: str) -> Any:
        items = content.items
        if self.id_key is not None:
            items = [each[self.id_key] for each in items]
        size = min(query_number(url, "pageSize", self.default_page_size), self.max_page_size)
        meta = {
            "key": self.key,
            "pageSize": size,
            "nextToken": _token(content.next_url),
            "previousToken": _token(content.previous_url),
        }
        return {self.key: list(items), "meta": meta}


def _token(url: str | None) -> str | None:
    """The page token in the URL of a page; None without a URL."""
    return parse_qs(urlsplit(url or "").query).get("pageToken", [None])[-1]


class HasNextPage(NumberPage):
    """A page with its number, and a flag that says whether another page follows.

    key: the key of the records. max_page_size: the maximum number of records in a page.
    """

    def __init__(self, key: str, *, max_page_size: int = 1000) -> None:
        super().__init__(
            key,
            parameter="Page",
            first=0,
            has_more="has_next",
            page_size="PageSize",
            max_page_size=max_page_size,
        )

    def write(self, content: PageContent, key: str, url: str) -> Any:
        page = {"current_page": query_number(url, "Page", 0)}
        return {**page, **super().write(content, key, url)}
