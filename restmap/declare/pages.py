"""Page types: where the records and the next link are in an answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit, urlunsplit

import attrs

from ..messages import Response


@attrs.frozen
class PageContent:
    """What a page type finds in an answer, and what the sandbox gives it to make one.

    items: the records, as received. next_url, previous_url: absolute, or relative to the page's
    own URL; None where there is none. total: how many records all pages have; the sandbox says
    it where pages are counted, and nothing reads it.
    """

    items: Sequence[Any]
    next_url: str | None = None
    previous_url: str | None = None
    total: int | None = None


class PageType:
    """Where the records and the next link are in an answer. Subclass it for an API of your own.

    Only `read` has to be written; the sandbox needs `write` too. The class attributes are the
    wire names of what `page_size=`, `page_token=` and `page_number=` send (None: the API has no
    such thing) and the number of records that the API gives in one page at most.

    For the sandbox alone: the wire name of an offset, what the first page or the first record is
    counted as, and the size of a page where none is asked for.
    """

    page_size: str | None = None
    page_token: str | None = None
    page_number: str | None = None
    max_page_size: int = 1000
    page_offset: str | None = None
    first: int = 0
    default_page_size: int = 50

    def read(self, body: Any, response: Response, url: str) -> PageContent:
        """What is in a page.

        body: the answer's JSON. url: the one asked for, to make the next from.
        Raises KeyError, TypeError or ValueError where the body is not such a page.
        """
        raise NotImplementedError(f"{type(self).__qualname__}.read")

    def write(self, content: PageContent, key: str, url: str) -> Any:
        """The body of a page, for the sandbox; a Response where a header holds the links.

        content: its links are absolute. key: the name of the collection. url: the one asked for.
        """
        raise NotImplementedError(f"{type(self).__qualname__}.write")


def with_query(url: str, **changes: Any) -> str:
    """A URL with some values of its query changed; None takes one out.

    >>> with_query("https://api.example.com/things?page=1&size=5", page=2)
    'https://api.example.com/things?size=5&page=2'
    """
    parts = urlsplit(url)
    query = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in query if name not in changes]
    changed = [(name, str(value)) for name, value in changes.items() if value is not None]
    return urlunsplit(parts._replace(query=urlencode(kept + changed)))


def query_number(url: str, name: str, default: int) -> int:
    """A whole number in a URL's query."""
    values = parse_qs(urlsplit(url).query).get(name)
    return int(values[-1]) if values else default
