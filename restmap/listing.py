"""The way of a list, from a call to its records: one page after the other.

As in `call.py`, what is made here are flows.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from .build.paging import Span, read_span
from .build.request import build_request
from .declare.pages import PageContent
from .errors import PagingError, RestmapError
from .flow import Flow
from .frozen import evolve
from .messages import Request, Response
from .read.answer import read_json, unreadable
from .read.pages import Page, Walk, rebased
from .read.records import load_records
from .read.sharing import sharing_values
from .send.exchange import exchange

if TYPE_CHECKING:
    from .plan.operation import Operation
    from .site import Site
    from .verbs import Target


def list_all(target: Target, operation: Operation, arguments: Mapping[str, Any]) -> Flow[Any]:
    """Every record of a list, up to its limit."""
    walk = start_walk(target, operation, arguments)
    records: list[Any] = []
    while (step := walk.step()) is not None:
        records += sharing_values(walk.take((yield from step)))
    return records


def start_walk(target: Target, operation: Operation, arguments: Mapping[str, Any]) -> Walk[Any]:
    """The walk over a list's pages; its arguments are checked now."""
    span = read_span(operation, arguments)
    first = first_request(target, operation, span)
    return Walk(get_page(target, operation, first, {}), span.limit, span.prefetch)


def first_page(target: Target, operation: Operation, arguments: Mapping[str, Any]) -> Flow[Any]:
    """The page that a list begins with."""
    span = read_span(operation, arguments, one_page=True)
    return get_page(target, operation, first_request(target, operation, span), {})


def first_request(target: Target, operation: Operation, span: Span) -> Request:
    """The request of a list's first page."""
    return build_request(operation, target._site.root, target._address(), span.filters, span.query)


def turn_to(
    target: Target, operation: Operation, url: str, visited: dict[str, int]
) -> Flow[Page[Any]]:
    """The page at a URL that a page gave.

    Raises PagingError for one that leads to another origin; nothing is sent then.
    """
    url = rebased(url, target._site.root, target._site)
    return get_page(target, operation, Request("GET", url, operation.headers), visited)


def get_page(
    target: Target, operation: Operation, request: Request, visited: dict[str, int]
) -> Flow[Page[Any]]:
    """One page of a list: send its request, find the records and the links.

    What is raised says at which page, so that a walk can go on from there.
    """
    read = functools.partial(made_page, target, operation, visited, request)
    try:
        return (yield from exchange(target._site.client, request, operation, read))
    except RestmapError as error:
        error.page_url = request.url
        raise


def made_page(
    target: Target,
    operation: Operation,
    visited: dict[str, int],
    request: Request,
    response: Response,
) -> Page[Any]:
    """The page that an answer holds."""
    site, path = target._site, target._address()
    content = read_page(operation, request, response)
    return Page(
        items=load_records(target._resource, site, path, cast("list[Any]", content.items)),
        url=request.url,
        next_page_url=_link(content.next_url, request, site),
        previous_page_url=_link(content.previous_url, request, site),
        response=response,
        client=site.client,
        turn=functools.partial(turn_to, target, operation),
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
        return evolve(content, items=list(content.items))
    except (LookupError, TypeError, ValueError, ArithmeticError, AttributeError) as error:
        kind = type(page_type).__name__
        raise unreadable(response, request, f"it is no page of {kind}: {error!r}") from error


def _link(link: str | None, request: Request, site: Site) -> str | None:
    """A page's link as it can be asked for.

    One that leads elsewhere is no fault of the records here: following it says what is wrong.
    """
    try:
        return rebased(link, request.url, site) if link else None
    except PagingError:
        return link
