"""Pages of a list, and the walk over them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Generic, TypeVar, cast
from urllib.parse import urljoin, urlsplit

from ..errors import PagingError, compose
from ..messages import Response, shown_url
from ..transports.urls import percent_encoded

if TYPE_CHECKING:
    from ..send.flow import Flow, Runner
    from .source import RecordProtocol, SiteProtocol

R = TypeVar("R")

# A walk ends after this number of pages in a row that have the records of earlier pages. One such
# page is no loop: a record that is added meanwhile moves those after it to the next page.
_MAX_REPEATED_PAGES = 3


class Trail:
    """The pages of one walk so far, which share it to detect a loop."""

    def __init__(self) -> None:
        self._order: dict[str, int] = {}  # of each URL
        self._first_urls: dict[int, str] = {}  # by the content of the page
        self._repeated = 0

    def arrive(self, url: str, content: int | None) -> None:
        """A page was read. content: a hash of its records; None for a page without any."""
        if content is None:
            return
        is_repeated = self._first_urls.setdefault(content, url) != url
        self._repeated = self._repeated + 1 if is_repeated else 0

    def go_on(self, url: str, next_url: str) -> None:
        """The page after the one at a URL is requested. Raises PagingError in a loop."""
        order = self._order.setdefault(url, len(self._order))
        if self._order.setdefault(next_url, order + 1) <= order:
            raise _loop(
                "the link to the next page leads to a page seen before.",
                "The pages of the API form a loop; the records received so far are complete.",
                next_url,
            )
        if self._repeated >= _MAX_REPEATED_PAGES:
            raise _loop(
                f"the last {self._repeated} pages had the records of pages before them.",
                "The API has no end of pages, or does not know the parameter that names a page. "
                "Correct the page type of the list, or give a limit.",
                next_url,
            )


def _loop(problem: str, remedy: str, url: str) -> PagingError:
    return PagingError(compose(problem, remedy, shown_url(url)), url=url)


def _shown(url: str | None) -> str:
    return repr(url and shown_url(url))


class Page(Generic[R]):
    """One page of a list.

    items: its records. url: the URL it was requested from. next_page_url, previous_page_url:
    absolute, or None where there is no such page; `get_page(url)` of the collection goes on from a
    stored one. response: the response it was read from. total: the number of records on all pages;
    None where the response or the page type does not have it. `next(page)` is its next record,
    beginning with the first.
    """

    def __init__(
        self,
        *,
        items: list[R],
        url: str,
        next_page_url: str | None,
        previous_page_url: str | None,
        response: Response,
        client: Runner,
        turn: Callable[[str, Trail], Flow[Page[R]]],
        trail: Trail,
        total: int | None = None,
    ) -> None:
        self.items = items
        self.url = url
        self.next_page_url = next_page_url
        self.previous_page_url = previous_page_url
        self.response = response
        self.total = total
        self._client = client
        self._turn = turn
        self._trail = trail
        self._kept: Iterator[R] | None = None

    def __repr__(self) -> str:
        """What is on it, and whether there is a page after it."""
        kind = f"{type(self.items[0]).__name__} " if self.items else ""
        count = f"{len(self.items)} {kind}record{'' if len(self.items) == 1 else 's'}"
        of_all = f" of {self.total}" if self.total is not None else ""
        return (
            f"<Page: {count}{of_all}, url={_shown(self.url)}, "
            f"next_page_url={_shown(self.next_page_url)}>"
        )

    def _repr_html_(self) -> str:
        """What a notebook shows: its first records, as a table. Nothing is requested."""
        from .previews import page_html

        items = cast("list[RecordProtocol]", self.items)
        return page_html(items, self.total, self.next_page_url is not None)

    def __iter__(self) -> Iterator[R]:
        return iter(self.items)

    def __next__(self) -> R:
        self._kept = self._kept or iter(self)
        return next(self._kept)

    def __len__(self) -> int:
        return len(self.items)

    def next_page(self) -> Page[R] | None:
        """Request the page after this one; None after the last."""
        return self._client._run(self._following()) if self.next_page_url else None

    async def next_page_async(self) -> Page[R] | None:
        """Request the page after this one; None after the last."""
        return await self._client._run_async(self._following()) if self.next_page_url else None

    def previous_page(self) -> Page[R] | None:
        """Request the page before this one; None before the first."""
        return self._client._run(self._preceding()) if self.previous_page_url else None

    async def previous_page_async(self) -> Page[R] | None:
        """Request the page before this one; None before the first."""
        return await self._client._run_async(self._preceding()) if self.previous_page_url else None

    def _following(self) -> Flow[Page[R]]:
        # A generator, so that the error comes when the flow is run: a stream that requests pages
        # ahead has records to yield before it fails.
        assert self.next_page_url is not None
        self._trail.go_on(self.url, self.next_page_url)
        return (yield from self._turn(self.next_page_url, self._trail))

    def _preceding(self) -> Flow[Page[R]]:
        assert self.previous_page_url is not None
        return (yield from self._turn(self.previous_page_url, Trail()))


class Walk(Generic[R]):
    """The records of a list, page after page, up to a limit.

    A walk does no I/O: `step()` gives the flow of the next page, `take()` takes the page.
    """

    def __init__(self, first: Flow[Page[R]], limit: int | None, prefetch: bool = False) -> None:
        self.prefetch = prefetch
        self._next: Flow[Page[R]] | None = first
        self._left = limit
        self._page: Page[R] | None = None

    @property
    def page(self) -> Page[R] | None:
        """The page that was taken last; None before the first."""
        return self._page

    @property
    def is_over(self) -> bool:
        """Whether the page that was taken last is the last one."""
        return self._left == 0 or (self._page is not None and self._page.next_page_url is None)

    def step(self) -> Flow[Page[R]] | None:
        """The flow of the next page; None after the last page, or when the limit is reached."""
        if self.is_over:
            return None
        return self._next if self._page is None else self._page._following()

    def take(self, page: Page[R]) -> list[R]:
        """The records of a page, up to the limit."""
        self._page = page
        # Moved out of the page, so that its records can be freed while the next page is read.
        items, page.items = page.items, []
        if self._left is None:
            return items
        items = items[: self._left]
        self._left -= len(items)
        return items


def rebase(link: str, page_url: str, site: SiteProtocol) -> str:
    """Move a link of a page to the origin that requests go to; the absolute URL.

    page_url: the URL of the page, which a relative link is resolved against. A link to the API's
    own origin is moved to the configured one.
    Raises PagingError for a link to any other origin, before anything is sent.
    """
    try:
        path = urlsplit(site.origin).path.rstrip("/")
        target = percent_encoded(link.strip())
        if target[:1] == "/" != target[1:2] and not target.startswith(f"{path}/"):
            target = path + target  # the configured origin has a path, which the API does not know
        absolute = urljoin(page_url, target)
        moved = site._move(absolute)
        if moved is not None:
            return moved
        problem = f"the link leads to another origin: {shown_url(absolute)}."
    except ValueError as error:
        problem = f"the link {shown_url(link)!r} is not a URL: {error}."
    remedy = f"Requests go to {site.origin} only; nothing was sent."
    raise PagingError(compose(problem, remedy, shown_url(page_url)), url=link)
