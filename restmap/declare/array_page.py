"""The page type that the others derive from: an array of records, and nothing about other pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from ..messages import Response
from .json_paths import value_at, with_value_at
from .pages import PageContent, PageType


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
