"""Page types: where the records and the next link are in a response."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit, urlunsplit

import attrs

from ..messages import Response


@attrs.frozen
class PageContent:
    """The content of one page: read from a response, or written to one by the sandbox.

    items: the records, as received. next_url, previous_url: absolute, or relative to the page's
    own URL; None where there is no such page. total: the number of records on all pages, which an
    export uses to say how much time is left; None where the response does not have it. The sandbox
    sets it for page types that count pages.
    """

    items: Sequence[Any]
    next_url: str | None = None
    previous_url: str | None = None
    total: int | None = None


class PageType:
    """Where the records and the next link are in a response. Subclass it for an API of your own.

    A client needs `read` alone; the sandbox needs `write` as well.
    page_size, page_token, page_number: the parameters that send the arguments of these
    names; None where the API does not have one. max_page_size: the maximum number of records
    that the API returns in one page. token_type: str or int, the type of a page token in JSON.
    location: "query", "json" or "form", where these parameters are sent; None where they are sent
    with the other parameters of the list. In a JSON request body their names are dotted paths, such
    as "page.cursor".

    For the sandbox alone: page_offset: the parameter of an offset. first: the number of
    the first page, or the offset of the first record. default_page_size: the number of records
    in a page where the request does not give one.
    """

    page_size: str | None = None
    page_token: str | None = None
    page_number: str | None = None
    max_page_size: int = 1000
    token_type: type[str] | type[int] = str
    location: Literal["query", "json", "form"] | None = None
    page_offset: str | None = None
    first: int = 0
    default_page_size: int = 50

    def read(self, body: Any, response: Response, url: str) -> PageContent:
        """Read the content of a page.

        body: the response body, parsed from JSON. url: the URL that was requested, from which
        the URL of the next page can be made by `with_query`. It has the parameters of the page in
        its query, also where they are sent in the request body.
        Raises KeyError, TypeError or ValueError where the body is not a page of this type.
        """
        raise NotImplementedError(f"{type(self).__qualname__}.read")

    def write(self, content: PageContent, key: str, url: str) -> Any:
        """Write the response body of a page, for the sandbox; a Response if it needs headers.

        content: its links are absolute. key: the name of the collection. url: the URL that was
        requested.
        """
        raise NotImplementedError(f"{type(self).__qualname__}.write")


def with_query(url: str, **changes: Any) -> str:
    """The URL with query parameters changed; a change to None removes the parameter.

    >>> with_query("https://api.example.com/things?page=1&size=5", page=2)
    'https://api.example.com/things?size=5&page=2'
    """
    parts = urlsplit(url)
    query = parse_qsl(parts.query, keep_blank_values=True)
    unchanged = [(name, value) for name, value in query if name not in changes]
    changed = [(name, str(value)) for name, value in changes.items() if value is not None]
    return urlunsplit(parts._replace(query=urlencode(unchanged + changed)))


def query_number(url: str, name: str, default: int) -> int:
    """The whole number of a query parameter in a URL."""
    values = parse_qs(urlsplit(url).query).get(name)
    return int(values[-1]) if values else default


def whole_number(value: Any) -> int | None:
    """A count that a response has, as a number or as text; None where it has none.

    >>> whole_number("12"), whole_number(12.0), whole_number(None), whole_number(-1)
    (12, 12, None, None)
    """
    if value is None or isinstance(value, bool):
        return None
    try:
        number = int(value)
    except (TypeError, ValueError, ArithmeticError):
        return None
    return number if number >= 0 else None


def flag(value: Any) -> bool | None:
    """A flag that a response has, as a truth value, a number or text; None where it has none.

    >>> flag(True), flag("false"), flag(0), flag(None)
    (True, False, False, None)
    """
    if isinstance(value, str):
        return {"true": True, "1": True, "false": False, "0": False, "": False}.get(value.lower())
    return None if value is None else bool(value)
