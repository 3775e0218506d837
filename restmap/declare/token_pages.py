"""Page types whose next page is requested by a token, or by the id of the last record."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

from ..messages import Response
from .array_page import ArrayPage
from .json_paths import value_at, with_value_at
from .json_text import json_text
from .pages import PageContent, flag, with_query


class TokenPage(ArrayPage):
    """A token in the response body, which the request for the next page sends back.

    token: its dotted path, such as "meta.next_token". parameter: the query parameter that sends it.
    has_more: the dotted path of the flag that says whether more follow, where the last page has a
    token too; None where it has none. done: that of the flag that says that none follow.
    token_type: int where the API takes a number in a JSON request body.
    """

    def __init__(
        self,
        key: str | None,
        *,
        token: str,
        parameter: str,
        has_more: str | None = None,
        done: str | None = None,
        page_size: str | None = None,
        max_page_size: int = 1000,
        token_type: type[str] | type[int] = str,
        absent_if_empty: bool = False,
    ) -> None:
        super().__init__(
            key,
            page_size=page_size,
            max_page_size=max_page_size,
            absent_if_empty=absent_if_empty,
        )
        self.token = token
        self.page_token = parameter
        self.has_more = has_more
        self.done = done
        self.token_type = token_type

    def read(self, body: Any, response: Response, url: str) -> PageContent:
        """The records, and the next page if there is a token and no flag denies it."""
        token = value_at(body, self.token, None)
        if self.has_more is not None and flag(value_at(body, self.has_more, None)) is False:
            token = None
        if self.done is not None and flag(value_at(body, self.done, None)) is True:
            token = None
        following = with_query(url, **{str(self.page_token): token}) if token else None
        return PageContent(self.items(body), following)

    def write(self, content: PageContent, key: str, url: str) -> Any:
        """The array, and the token of the next page at its path."""
        token = _token_of(content, str(self.page_token))
        body = super().write(content, key, url)
        if self.has_more is not None:
            body = with_value_at(body, self.has_more, token is not None)
        if self.done is not None:
            body = with_value_at(body, self.done, token is None)
        return with_value_at(body, self.token, token and self.token_type(token))


class HeaderTokenPage(ArrayPage):
    """A token in a header of the response, which the request for the next page sends back.

    header: its name, such as "X-Next-Cursor"; a page without it, or with an empty one, is the last.
    parameter: the query parameter that sends the token. token_type: int where the API takes a
    number in a JSON request body.
    """

    def __init__(
        self,
        key: str | None = None,
        *,
        header: str,
        parameter: str,
        page_size: str | None = None,
        max_page_size: int = 1000,
        token_type: type[str] | type[int] = str,
        absent_if_empty: bool = False,
    ) -> None:
        super().__init__(
            key,
            page_size=page_size,
            max_page_size=max_page_size,
            absent_if_empty=absent_if_empty,
        )
        self.header = header
        self.page_token = parameter
        self.token_type = token_type

    def read(self, body: Any, response: Response, url: str) -> PageContent:
        """The records, and the next page if the header has a token."""
        token = response.headers.get(self.header, "").strip()
        following = with_query(url, **{str(self.page_token): token}) if token else None
        return PageContent(self.items(body), following)

    def write(self, content: PageContent, key: str, url: str) -> Response:
        """The array as the response body, and the token of the next page in the header."""
        headers = {"Content-Type": "application/json"}
        if token := _token_of(content, str(self.page_token)):
            headers[self.header] = token
        return Response(200, headers, json_text(super().write(content, key, url)).encode())


def _token_of(content: PageContent, parameter: str) -> str | None:
    """The token in the URL of the next page."""
    tokens = parse_qs(urlsplit(content.next_url or "").query).get(parameter)
    return tokens[-1] if tokens else None


class CursorPage(ArrayPage):
    """The last record's id is the cursor, and a flag says whether more follow, as in Stripe's API.

    parameter: the query parameter that sends the cursor. has_more: the dotted path of the flag, or
    None where the response has none; a page without the flag goes on until an empty one. id_key:
    the dotted path of the id in a record. token_type: int where the API takes a number in a JSON
    request body.
    """

    def __init__(
        self,
        key: str | None = "data",
        *,
        parameter: str = "starting_after",
        has_more: str | None = "has_more",
        id_key: str = "id",
        page_size: str | None = "limit",
        max_page_size: int = 100,
        token_type: type[str] | type[int] = str,
        absent_if_empty: bool = False,
    ) -> None:
        super().__init__(
            key,
            page_size=page_size,
            max_page_size=max_page_size,
            absent_if_empty=absent_if_empty,
        )
        self.page_token = parameter
        self.token_type = token_type
        self.has_more = has_more
        self.id_key = id_key

    def read(self, body: Any, response: Response, url: str) -> PageContent:
        """The records, and the next page after the last of them if the flag is set."""
        items = self.items(body)
        more = flag(value_at(body, self.has_more, None)) if self.has_more is not None else None
        if more is False or (more is None and not items):
            return PageContent(items)
        if not items:
            raise ValueError("the page says that more follow, but has no record to continue after")
        return PageContent(
            items, with_query(url, **{str(self.page_token): value_at(items[-1], self.id_key)})
        )

    def write(self, content: PageContent, key: str, url: str) -> Any:
        """The array, and whether more follow."""
        array = super().write(content, key, url)
        if self.has_more is None:
            return array
        return with_value_at(array, self.has_more, bool(content.next_url))
