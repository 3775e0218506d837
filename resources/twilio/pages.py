"""The pages of Twilio's lists: https://www.twilio.com/docs/usage/twilios-response"""

from __future__ import annotations

from typing import Any

from restmap import PageContent, PageType, Response, with_query
from restmap.declare.pages import query_number


class MetaPage(PageType):
    """A page with a `meta` object, with the key of the records and the links to other pages."""

    page_size = "PageSize"
    page_token = "PageToken"
    page_number = "Page"
    max_page_size = 1000

    def read(self, body: Any, response: Response, url: str) -> PageContent:
        meta = body["meta"]
        return PageContent(body[meta["key"]], meta["next_page_url"], meta["previous_page_url"])

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
