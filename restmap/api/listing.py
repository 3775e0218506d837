"""The way of a list, from a call to its records: one page after the other.

As in `call.py`, what is made here are flows.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

import attrs

from ..declare.pages import PageContent
from ..decode.json_body import read_json, unreadable
from ..decode.pages import Page, Walk, rebased
from ..decode.records import load_records
from ..decode.sharing import share_values
from ..encode.paging import Span, read_span
from ..encode.request import build_request
from ..errors import PagingError, ParameterError, RestmapError, compose
from ..messages import Request, Response
from ..send.exchange import exchange
from ..send.flow import Flow

if TYPE_CHECKING:
    from ..decode.source import SiteProtocol
    from ..plan.operation import Operation
    from .verbs import Target


def list_all(target: Target, operation: Operation, arguments: Mapping[str, Any]) -> Flow[Any]:
    """Every record of a list, up to its limit."""
    walk = Listing(target, operation, holds=True).start_walk(arguments)
    records: list[Any] = []
    while (step := walk.step()) is not None:
        records += walk.take((yield from step))
    return records


def start_walk(target: Target, operation: Operation, arguments: Mapping[str, Any]) -> Walk[Any]:
    """The walk over a list's pages; its arguments are checked now."""
    return Listing(target, operation).start_walk(arguments)


def first_page(target: Target, operation: Operation, arguments: Mapping[str, Any]) -> Flow[Any]:
    """The page that a list begins with."""
    listing = Listing(target, operation)
    span = read_span(operation, arguments, "page")
    return listing.get_page(listing.first_request(span), {})


def page_at(target: Target, operation: Operation, url: str) -> Flow[Page[Any]]:
    """The page at a URL that a page gave; ParameterError for what is none."""
    if not isinstance(url, str) or not url:  # pyright: ignore[reportUnnecessaryIsInstance]
        found = f"get_page() takes the URL of a page, found {url!r}."
        remedy = "Give page.next_page_url; after the last page it is None."
        raise ParameterError(compose(found, remedy, operation.label))
    return Listing(target, operation).turn_to(url, {})


class Listing:
    """A list as a call wants it, and the way of each of its pages.

    target: the collection. holds: whether all records are kept: what repeats in them then is.
    """

    __slots__ = ("_holds", "_operation", "_target")

    def __init__(self, target: Target, operation: Operation, *, holds: bool = False) -> None:
        self._target = target
        self._operation = operation
        self._holds = holds

    def start_walk(self, arguments: Mapping[str, Any]) -> Walk[Any]:
        """The walk over the pages; the arguments are checked now."""
        span = read_span(self._operation, arguments, "list" if self._holds else "stream")
        first = self.get_page(self.first_request(span), {})
        return Walk(first, span.limit, span.prefetch)

    def first_request(self, span: Span) -> Request:
        """The request of the first page."""
        root, path = self._target._site.root, self._target._address()
        return build_request(self._operation, root, path, span.filters, span.query)

    def turn_to(self, url: str, visited: dict[str, int]) -> Flow[Page[Any]]:
        """The page at a URL that a page gave.

        Raises PagingError for one that leads to another origin; nothing is sent then.
        """
        site = self._target._site
        url = rebased(url, site.root, site)
        return self.get_page(Request("GET", url, self._operation.headers), visited)

    def get_page(self, request: Request, visited: dict[str, int]) -> Flow[Page[Any]]:
        """One page: send its request, find the records and the links.

        What is raised says at which page, so that a walk can go on from there.
        """
        read = functools.partial(self._read, visited, request)
        try:
            return (yield from exchange(self._target._site.client, request, self._operation, read))
        except RestmapError as error:
            error.page_url = request.url
            raise

    def _read(self, visited: dict[str, int], request: Request, response: Response) -> Page[Any]:
        """The page that an answer holds."""
        site, path = self._target._site, self._target._address()
        content = read_page(self._operation, request, response)
        items = cast("list[Any]", content.items)
        if self._holds:
            share_values(items)
        return Page(
            items=load_records(self._target._resource, site, path, items),
            url=request.url,
            next_page_url=_link(content.next_url, request, site),
            previous_page_url=_link(content.previous_url, request, site),
            response=response,
            client=site.client,
            turn=self.turn_to,
            visited=visited,
        )


def read_page(operation: Operation, request: Request, response: Response) -> PageContent:
    """What the page type finds in an answer; its items are a list of ours."""
    page_type = operation.page_type
    assert page_type is not None, "a list has a page type: the declaration was checked"
    body = read_json(response, request)
    try:
        content = page_type.read(body, response, request.url)
        links: tuple[Any, ...] = (content.next_url, content.previous_url)
        for link in links:
            if not isinstance(link, str | None):
                raise TypeError(f"the link to another page is {link!r}, expected text")
        return attrs.evolve(content, items=list(content.items))
    except (LookupError, TypeError, ValueError, ArithmeticError, AttributeError) as error:
        kind = type(page_type).__name__
        raise unreadable(response, request, f"it is no page of {kind}: {error!r}") from error


def _link(link: str | None, request: Request, site: SiteProtocol) -> str | None:
    """A page's link as it can be asked for.

    One that leads elsewhere is no fault of the records here: following it says what is wrong.
    """
    try:
        return rebased(link, request.url, site) if link else None
    except PagingError:
        return link
