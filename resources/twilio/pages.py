"""The pages of Twilio's lists: https://www.twilio.com/docs/usage/twilios-response"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from restmap import PageContent, PageType, Response, with_query
from restmap.declare.pages import query_number


class MetaPage(PageType):
    """A page with a `meta` object, with the key of the records and the links to other pages.

    A page whose `meta` lacks the links is the only one. Where the key is missing, the records are
    the one list of objects in the response. max_page_size: the maximum number of records in one.
    """

    page_size = "PageSize"
    page_token = "PageToken"
    page_number = "Page"

    def __init__(self, *, max_page_size: int = 1000) -> None:
        self.max_page_size = max_page_size

    def read(self, body: Any, response: Response, url: str) -> PageContent:
        if not isinstance(body, dict):
            raise ValueError(f"the response is {type(body).__name__}, expected an object")
        page = cast("dict[str, Any]", body)
        meta: Any = page.get("meta") or {}
        items = _records(page, meta.get("key"))
        return PageContent(items, meta.get("next_page_url"), meta.get("previous_page_url"))

    def write(self, content: PageContent, key: str, url: str) -> Any:
        size = min(query_number(url, "PageSize", self.default_page_size), self.max_page_size)
        meta = {
            "key": key,
            "page": query_number(url, "Page", 0),
            "page_size": size,
            "first_page_url": with_query(url, PageSize=size, Page=0, PageToken=None),
            "previous_page_url": content.previous_url,
            "next_page_url": content.next_url,
            "url": with_query(url, PageSize=size, Page=query_number(url, "Page", 0)),
        }
        return {"meta": meta, key: content.items}


def _records(page: dict[str, Any], key: Any) -> Sequence[Any]:
    """The records of a page, at their key or in the one list of objects."""
    if key in page:
        if not isinstance(page[key], list):
            raise ValueError(f"the records are {type(page[key]).__name__}, expected a list")
        return cast("list[Any]", page[key])
    lists = [each for each in page.values() if _is_list_of_objects(each)]
    if len(lists) != 1:
        raise KeyError(key or "meta.key")
    return cast("list[Any]", lists[0])


def _is_list_of_objects(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(each, dict) for each in cast("list[Any]", value)
    )
