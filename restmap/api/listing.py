"""The path of a list, from a call to its records: one page after another.

As in `call.py`, the functions here make flows.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import attrs

from ..declare.pages import PageContent
from ..decode.drift import is_noticed
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
    from ..data.tables import TableBuilder
    from ..decode.source import RecordProtocol, SiteProtocol
    from ..plan.operation import Operation
    from ..send.exchange import ClientProtocol
    from .verbs import Target


def list_all(target: Target, operation: Operation, arguments: Mapping[str, Any]) -> Flow[Any]:
    """Every record of a list, up to its limit."""
    checked = read_list_arguments(operation, arguments, "list")
    walk = Walk(_listing(target, operation, checked, load_to_hold).first_page(), checked.limit)
    records: list[Any] = []
    while (step := walk.step()) is not None:
        records += walk.take((yield from step))
    return records


@attrs.frozen(eq=False, repr=False)
class ListCall:
    """A call of a list that a stream makes, as often as it is iterated."""

    target: Target
    operation: Operation
    arguments: Mapping[str, Any]

    @property
    def client(self) -> ClientProtocol:
        """The client that sends the requests."""
        return self.target._site.client

    def walk(self) -> Walk[Any]:
        """A walk over the records; raises ParameterError for a wrong argument."""
        return self._walk(load_page)

    def walk_items(self, page_url: str | None = None, records_before: int = 0) -> Walk[Any]:
        """A walk over the JSON of the records, as decoded.

        page_url: the page to begin with; None for the first. records_before: the number of records
        before that page, which count towards the limit.
        Raises PagingError for a URL on another origin.
        """
        return self._walk(keep_items, page_url, records_before)

    @property
    def first_request(self) -> Request:
        """The request of the first page, without credentials."""
        requests = self._listing(keep_items).requests
        return requests.at(requests.first_address)

    @property
    def limit(self) -> int | None:
        """The maximum number of records."""
        return self._checked().limit

    def shown_arguments(self) -> Iterator[tuple[str, str]]:
        """The arguments that were given, each as text; sensitive values are masked."""
        from ..sensitive import folded, is_sensitive
        from ..short_repr import MASKED, short_repr

        marked = frozenset(map(folded, self.operation.sensitive))
        for name, value in self.arguments.items():
            sent = self.operation.arguments.get(name)
            names = (name, sent.wire_name) if sent is not None else (name,)
            is_masked = any(is_sensitive(each, marked) for each in names)
            yield name, MASKED if is_masked else short_repr(value)

    def with_filters(self, **filters: Any) -> ListCall:
        """The same call with other filters beside its own."""
        return attrs.evolve(self, arguments={**self.arguments, **filters})

    def table_builder(self) -> TableBuilder:
        """What makes record batches of the items."""
        from ..data.tables import TableBuilder

        plan = self.target._resource._plan
        known = zip(plan.path_names, self.target._address(), strict=False)
        return TableBuilder(plan, dict(known))

    def _walk(self, load: Load, page_url: str | None = None, records_before: int = 0) -> Walk[Any]:
        arguments, listing = self._checked(), self._listing(load)
        first = listing.turn_to(page_url, Trail()) if page_url else listing.first_page()
        left = None if arguments.limit is None else max(0, arguments.limit - records_before)
        return Walk(first, left, arguments.prefetch)

    def _listing(self, load: Load) -> Listing:
        return _listing(self.target, self.operation, self._checked(), load)

    def _checked(self) -> ListArguments:
        return read_list_arguments(self.operation, self.arguments, "stream")

    def __reduce__(self) -> Any:
        # An operation has functions that cannot be pickled; the declaration has it.
        return _call_of, (self.target, self.operation.name, dict(self.arguments))


def _call_of(target: Target, operation: str, arguments: Mapping[str, Any]) -> ListCall:
    """A call from its pickle."""
    found = target._find_operation(operation)
    assert found is not None, "a list that was called is declared"
    return ListCall(target, found, arguments)


Load: TypeAlias = Callable[["Target", list[Any]], list[Any]]
"""From the items of a page, which it may change, to what the page has."""


def load_page(target: Target, items: list[Any]) -> list[Any]:
    """The records of a page's items."""
    return load_records(target._resource, target._site, target._address(), items)


def load_to_hold(target: Target, items: list[Any]) -> list[Any]:
    """The records of a page's items where all records are held in memory at once."""
    share_values(items)
    return load_page(target, items)


def keep_items(target: Target, items: list[Any]) -> list[Any]:
    """The items as decoded, for tables and files.

    Records are loaded all the same where drift is noticed, or where an item is not an object:
    that reports the one and raises ResponseError for the other.
    """
    if is_noticed(target._site.client.drift) or not {*map(type, items)} <= {dict}:
        load_page(target, [*items])
    return items


def first_page(target: Target, operation: Operation, arguments: Mapping[str, Any]) -> Flow[Any]:
    """The first page of a list."""
    checked = read_list_arguments(operation, arguments, "page")
    return _listing(target, operation, checked, load_page).first_page()


def _listing(target: Target, operation: Operation, arguments: ListArguments, load: Load) -> Listing:
    root, path = target._site.root, target._address()
    requests = build_page_requests(operation, root, path, arguments.filters, arguments.query)
    return Listing(target, operation, requests, load)


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
    return Listing(target, operation, requests, load_page).first_page()


class Listing:
    """One call of a list, which requests and reads each of its pages.

    target: the collection. requests: of its pages. load: makes what a page has of its items.
    """

    __slots__ = ("_load", "_operation", "_target", "requests")

    def __init__(
        self, target: Target, operation: Operation, requests: PageRequests, load: Load
    ) -> None:
        self._target = target
        self._operation = operation
        self.requests = requests
        self._load = load

    def first_page(self) -> Flow[Page[Any]]:
        """The first page."""
        return self._get_page(self.requests.first_address, Trail())

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
        request = self.requests.at(address)
        read = functools.partial(self._read, address, trail, request)
        try:
            return (yield from exchange(self._target._site.client, request, self._operation, read))
        except RestmapError as error:
            error.page_url = address
            raise

    def _read(self, address: str, trail: Trail, request: Request, response: Response) -> Page[Any]:
        """The page that a response holds."""
        site = self._target._site
        resource = self._target._resource
        content = read_page(self._operation, resource, address, request, response)
        items = cast("list[Any]", content.items)
        trail.arrive(address, self._content_hash(items, response))
        return Page(
            items=self._load(self._target, items),
            url=address,
            next_page_url=_link(content.next_url, address, site),
            previous_page_url=_link(content.previous_url, address, site),
            response=response,
            client=site.client,
            turn=self.turn_to,
            trail=trail,
            total=content.total,
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
    operation: Operation,
    resource: type[RecordProtocol],
    address: str,
    request: Request,
    response: Response,
) -> PageContent:
    """The records and links that the page type finds in a response; the items are a new list.

    resource: of the records. address: of the page.
    """
    page_type = operation.page_type
    assert page_type is not None, "a list has a page type: the declaration was checked"
    body = read_json(response, request, resource)
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
