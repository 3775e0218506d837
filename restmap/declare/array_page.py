"""The page type that the others derive from: an array of records, and nothing about other pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from ..messages import Response
from .absent_arrays import refuse_other_than_empty
from .json_paths import value_at, with_value_at
from .pages import PageContent, PageType


class ArrayPage(PageType):
    """A list without further pages: a bare JSON array, or the array under a key.

    key: the dotted path of the array; None where the response body is the array itself.
    absent_if_empty: whether the API leaves the array out, or sends null in its place, where there
    are no records. Without it, and where the body speaks of an error or has records at another
    path, such a response is not a page.
    """

    def __init__(
        self,
        key: str | None = None,
        *,
        page_size: str | None = None,
        max_page_size: int = 1000,
        absent_if_empty: bool = False,
    ) -> None:
        self.key = key
        self.page_size = page_size
        self.max_page_size = max_page_size
        self.absent_if_empty = absent_if_empty

    def items(self, body: Any) -> Sequence[Any]:
        """The records in a response body."""
        records = body if self.key is None else value_at(body, self.key, None)
        if records is None and self.key is not None:
            if not self.absent_if_empty:
                raise ValueError(
                    f"it has no array {self.key!r}; if the API leaves it out where there are no "
                    "records, give the page type absent_if_empty=True"
                )
            refuse_other_than_empty(body, self.key)
            return []
        if not isinstance(records, list):
            raise ValueError(f"the records are {type(records).__name__}, expected a list")
        return cast("Sequence[Any]", records)

    def read(self, body: Any, response: Response, url: str) -> PageContent:
        """The records, and no next page."""
        return PageContent(self.items(body))

    def write(self, content: PageContent, key: str, url: str) -> Any:
        """The array, at its declared path."""
        items = list(content.items)
        if self.key is None:
            return items
        is_absent = self.absent_if_empty and not items
        return {} if is_absent else with_value_at({}, self.key, items)
