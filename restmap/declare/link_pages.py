"""Page types whose responses have the URLs of the pages beside them."""

from __future__ import annotations

from typing import Any

from ..messages import Response
from .array_page import ArrayPage
from .json_paths import value_at, with_value_at
from .json_text import json_text
from .link_header import link_relations
from .pages import PageContent


class LinkHeaderPage(ArrayPage):
    """Links in a `Link` header (RFC 8288), as in GitHub's API: `<https://…?page=2>; rel="next"`.

    A link with `results="false"` leads to no records and is no link to a page, as in Sentry's API
    (https://docs.sentry.io/api/pagination/).
    """

    def read(self, body: Any, response: Response, url: str) -> PageContent:
        """The records, and the links whose relation is next or prev."""
        links = link_relations(response.headers.get("Link", ""), without={"results": "false"})
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
        absent_if_empty: bool = False,
    ) -> None:
        super().__init__(
            key,
            page_size=page_size,
            max_page_size=max_page_size,
            absent_if_empty=absent_if_empty,
        )
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


class LinkListPage(ArrayPage):
    """Links in an array in the response body, each with its relation: `{"rel": "next", "href": …}`.

    links: the dotted path of the array. relation, url: the members of each link that hold its
    relation and its URL, which is absolute or relative to the page.
    """

    def __init__(
        self,
        key: str | None,
        *,
        links: str = "links",
        relation: str = "rel",
        url: str = "href",
        page_size: str | None = None,
        max_page_size: int = 1000,
        absent_if_empty: bool = False,
    ) -> None:
        super().__init__(
            key,
            page_size=page_size,
            max_page_size=max_page_size,
            absent_if_empty=absent_if_empty,
        )
        self.links = links
        self.relation = relation
        self.url = url

    def read(self, body: Any, response: Response, url: str) -> PageContent:
        """The records, and the links whose relation is next or prev."""
        links: list[dict[str, Any]] = value_at(body, self.links, None) or []
        targets = {each.get(self.relation): each.get(self.url) for each in links}
        previous = targets.get("prev", targets.get("previous"))
        return PageContent(self.items(body), targets.get("next"), previous)

    def write(self, content: PageContent, key: str, url: str) -> Any:
        """The array, and the links at their path."""
        targets = {"next": content.next_url, "prev": content.previous_url}
        links = [{self.relation: name, self.url: each} for name, each in targets.items() if each]
        return with_value_at(super().write(content, key, url), self.links, links)
