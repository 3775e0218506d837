"""What is called in the tests of faults: a resource, and its calls in either colour."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any, TypeVar

from restmap import (
    BasicAuth,
    LinkPage,
    Paging,
    Params,
    Resource,
    RestmapError,
    Timeout,
    collection,
    pascal_case,
)

from ..support import DeskClient
from .server import Behaviour, responds

T = TypeVar("T")

COLOURS = ("blocking", "awaited")


class Thing(
    Resource,
    uri="/Things/{sid}",
    body="form",
    parameter_names=pascal_case,
    page=LinkPage("items", next_link="next"),
):
    sid: str
    ok: bool

    class Create(Params):
        name: str

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...


CALLS: dict[str, Callable[[Any, str, int], Any]] = {
    "create": lambda things, twin, number: getattr(things, "create" + twin)(name=f"thing-{number}"),
    "fetch": lambda things, twin, _: getattr(things("T1"), "fetch" + twin)(),
    "list": lambda things, twin, _: getattr(things, "list" + twin)(),
    "delete": lambda things, twin, _: getattr(things("T1"), "delete" + twin)(),
}
"""By verb: the call on a collection, in a colour's spelling, as the one of a number."""

A_THING = {"ok": True}
A_PAGE = {"items": [A_THING], "next": None}


def good_response(verb: str) -> Behaviour:
    """The response to each call when all is well."""
    return responds(200, A_PAGE if verb == "list" else A_THING)


async def _no_pause(_: float) -> None: ...


def client_of(url: str, **settings: Any) -> DeskClient:
    """A client that does not pause between attempts, and waits long enough for a busy machine."""
    usual: dict[str, Any] = {
        "auth": BasicAuth("user", "s3cret"),
        "headers": {"X-Tenant": "blue"},
        "timeout": Timeout(connect=10, read=10, total=30),
        "sleep": lambda _: None,
        "sleep_async": _no_pause,
    }
    return DeskClient(base_url=url, **{**usual, **settings})


def things_of(client: DeskClient) -> Any:
    return collection(Thing).under(client.desk.v1)


def perform(colour: str, url: str, *verbs: str, **settings: Any) -> list[Any]:
    """What came of each call, one after the other on one client: a result, or an error."""
    results: list[Any] = []
    if colour == "blocking":
        with client_of(url, **settings) as client:
            for number, verb in enumerate(verbs):
                try:
                    results.append(CALLS[verb](things_of(client), "", number))
                except RestmapError as error:
                    results.append(error)
        return results

    async def scenario() -> None:
        async with client_of(url, **settings) as client:
            for number, verb in enumerate(verbs):
                try:
                    results.append(await CALLS[verb](things_of(client), "_async", number))
                except RestmapError as error:
                    results.append(error)

    asyncio.run(scenario())
    return results


def is_good(verb: str, result: Any) -> bool:
    match verb:
        case "delete":
            return result is True
        case "list":
            return [each.ok for each in result] == [True]
        case _:
            return result.ok is True


def walked(things: Any, prefetch: int, note: Callable[[RestmapError], str]) -> list[int]:
    """The records of a list by number, page after page, going on after each error it meets.

    note: is told of an error, and says where to go on.
    """
    seen: list[int] = []
    try:
        for thing in things.stream(prefetch=prefetch):
            seen.append(thing.number)
        return seen
    except RestmapError as error:
        page_url = note(error)
    while True:
        try:
            page = things.get_page(page_url)
            while page is not None:
                seen += [thing.number for thing in page]
                page = page.next_page()
            return seen
        except RestmapError as error:
            page_url = note(error)


async def walked_async(
    things: Any, prefetch: int, note: Callable[[RestmapError], str]
) -> list[int]:
    """The awaited form of `walked`."""
    seen: list[int] = []
    try:
        async for thing in things.stream(prefetch=prefetch):
            seen.append(thing.number)
        return seen
    except RestmapError as error:
        page_url = note(error)
    while True:
        try:
            page = await things.get_page_async(page_url)
            while page is not None:
                seen += [thing.number for thing in page]
                page = await page.next_page_async()
            return seen
        except RestmapError as error:
            page_url = note(error)


class Walk:
    """A walk on a client of its own: the records it has seen, the errors it has met."""

    def __init__(
        self, colour: str, url: str, prefetch: int = 0, *, max_errors: int = 100, **settings: Any
    ) -> None:
        self.seen: list[int] = []
        self.errors: list[RestmapError] = []
        self._client = client_of(url, **settings)
        self._prefetch = prefetch
        self._max_errors = max_errors
        if colour == "blocking":
            with self._client as client:
                self.seen = walked(numbered_of(client), prefetch, self._note)
        else:
            asyncio.run(self._walk_async())

    async def _walk_async(self) -> None:
        async with self._client as client:
            self.seen = await walked_async(numbered_of(client), self._prefetch, self._note)

    def _note(self, error: RestmapError) -> str:
        self.errors.append(error)
        if error.page_url is None or len(self.errors) > self._max_errors:
            raise error
        return error.page_url


class Numbered(Resource, uri="/Numbered/{number}", page=LinkPage("items", next_link="next")):
    number: int

    class List(Paging): ...


def numbered_of(client: DeskClient) -> Any:
    return collection(Numbered).under(client.desk.v1)


PER_PAGE = 2


def page_body(number: int, last: int) -> bytes:
    """A page of numbered records; the first has the number 0."""
    first = number * PER_PAGE
    following = f"/v1/Numbered?Page={number + 1}" if number < last else None
    items = [{"number": each} for each in range(first, first + PER_PAGE)]
    return json.dumps({"items": items, "next": following}).encode()


def page_asked_for(target: str) -> int:
    return int(target.rpartition("=")[2]) if "Page=" in target else 0
