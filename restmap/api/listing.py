"""The path of a list, from a call to its records: one page after another.

As in `call.py`, the functions here make flows.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

import attrs

from ..declare.members import reads_decimals
from ..declare.pages import PageContent
from ..decode.json_body import read_json, unreadable
from ..decode.pages import Page, Trail, Walk, rebase
from ..decode.records import load_records
from ..decode.sharing import share_values
from ..encode.pages import PageRequests, build_page_requests, resume_page_requests
from ..encode.paging import ListArguments, read_list_arguments
from ..errors import PagingError, ParameterError, RestmapError, compose, shown_value
from ..messages import Request, Response
from ..send.exchange import exchange
from ..send.flow import Flow

if TYPE_CHECKING:
    from ..decode.source import SiteProtocol
    from ..plan.operation import Operation
    from .verbs import Target


def list_all(target: Target, operation: Operation, arguments: Mapping[str, Any]) -> Flow[Any]:
    """Every record of a list, up to its limit."""
    walk = _walk(target, operation, read_list_arguments(operation, arguments, "list"), True)
    records: list[Any] = []
    while (step := walk.step()) is not None:
        records += walk.take((yield from step))
    return records


def start_walk(target: Target, operation: Operation, arguments: Mapping[str, Any]) -> Walk[Any]:
    """The walk over a list's pages; the arguments are checked here, not at the first page."""
    return _walk(target, operation, read_list_arguments(operation, arguments, "stream"), False)


def _walk(
    target: Target, operation: Operation, arguments: ListArguments, holds_all: bool
) -> Walk[Any]:
    first = _listing(target, operation, arguments, holds_all).first_page()
    return Walk(first, arguments.limit, arguments.prefetch)


def first_page(target: Target, operation: Operation, arguments: Mapping[str, Any]) -> Flow[Any]:
    """The first page of a list."""
    checked = read_list_arguments(operation, arguments, "page")
    return _listing(target, operation, checked, False).first_page()


def _listing(
    target: Target, operation: Operation, arguments: ListArguments, holds_all: bool
) -> Listing:
    root, path = target._site.root, target._address()
    requests = build_page_requests(operation, root, path, arguments.filters, arguments.query)
    return Listing(target, operation, requests, holds_all)


def page_at(
    target: Target, operation: Operation, url: str, filters: Mapping[str, Any]
) -> Flow[Page[Any]]:
    """The page at a stored URL. Raises ParameterError for a value that is not a URL."""
    if not isinstance(url, str) or not url:  # pyright: ignore[reportUnnecessaryIsInstance]
        problem = f"get_page() takes the URL of a page, found {shown_value(url)}."
        remedy = "Give page.next_page_url; after the last page it is None."
        raise ParameterError(compose(problem, remedy, operation.label))
    site = target._site
    address = rebase(url, site.root, site)
    requests = resume_page_requests(operation, address, filters)
    return Listing(target, operation, requests, False).first_page()


class Listing:
    """One call of a list, which requests and reads each of its pages.

    target: the collection. holds_all: whether all records are held in memory at once; values that
    repeat in them are then shared.
    """

    __slots__ = ("_holds_all", "_operation", "_requests", "_target")

    def __init__(
        self, target: Target, operation: Operation, requests: PageRequests, holds_all: bool
    ) -> None:
        self._target = target
        self._operation = operation
        self._requests = requests
        self._holds_all = holds_all

    def first_page(self) -> Flow[Page[Any]]:
        """The first page."""
        return self._get_page(self._requests.first_address, Trail())

    def turn_to(self, link: str, trail: Trail) -> Flow[Page[Any]]:
        """The page at a link of another page.

        Raises PagingError for a link to another origin, before anything is sent.
        """
        site = self._target._site
        return self._get_page(rebase(link, site.root, site), trail)

    def _get_page(self, address: str, trail: Trail) -> Flow[Page[Any]]:
        """One page: send its request, find the records and the links.

        An error that is raised has the URL of the page, so that a program can go on from there.
        """
        request = self._requests.at(address)
        read = functools.partial(self._read, address, trail, request)
        try:
            return (yield from exchange(self._target._site.client, request, self._operation, read))
        except RestmapError as error:
            error.page_url = address
            raise

    def _read(self, address: str, trail: Trail, request: Request, response: Response) -> Page[Any]:
        """The page that a response holds."""
        site, path = self._target._site, self._target._address()
        exact = reads_decimals(self._target._resource)
        content = read_page(self._operation, address, request, response, exact=exact)
        items = cast("list[Any]", content.items)
        trail.arrive(address, self._content_hash(items, response))
        if self._holds_all:
            share_values(items)
        return Page(
            items=load_records(self._target._resource, site, path, items),
            url=address,
            next_page_url=_link(content.next_url, address, site),
            previous_page_url=_link(content.previous_url, address, site),
            response=response,
            client=site.client,
            turn=self.turn_to,
            trail=trail,
        )

    def _content_hash(self, items: list[Any], response: Response) -> int | None:
        """A hash of the records of a page, to know one that comes again; None for no records.

        It is made of the number of records and of the keys of the first and the last. Where they
        have no keys, it is that of the response body.
        """
        if not items:
            return None
        names = self._target._resource._plan.key_wire_names
        try:
            ends = [items[at][name] for at in (0, -1) for name in names]
            return hash((len(items), *ends)) if names else hash(response.body)
        except (KeyError, TypeError):
            return hash(response.body)


def read_page(
    operation: Operation, address: str, request: Request, response: Response, *, exact: bool
) -> PageContent:
    """The records and links that the page type finds in a response; the items are a new list.

    address: of the page. exact: whether numbers keep the digits they are written with.
    """
    page_type = operation.page_type
    assert page_type is not None, "a list has a page type: the declaration was checked"
    body = read_json(response, request, exact=exact)
    try:
        content = page_type.read(body, response, address)
        links: tuple[Any, ...] = (content.next_url, content.previous_url)
        for link in links:
            if not isinstance(link, str | None):
                raise TypeError(f"the link to another page is {link!r}, expected text")
        return attrs.evolve(content, items=list(content.items))
    except (LookupError, TypeError, ValueError, ArithmeticError, AttributeError) as error:
        kind = type(page_type).__name__
        raise unreadable(response, request, f"it is not a page of {kind}: {error!r}") from error


def _link(link: str | None, address: str, site: SiteProtocol) -> str | None:
    """The URL of a link on the configured origin.

    A link to another origin stays as received: the records of this page are good, and following
    the link raises the error.
    """
    try:
        return rebase(link, address, site) if link else None
    except PagingError:
        return link
