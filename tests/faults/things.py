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
)

from ..support import DeskClient
from .server import Behaviour, answer

T = TypeVar("T")

COLOURS = ("blocking", "awaited")


class Thing(Resource, uri="/Things/{sid}", page=LinkPage("items", next_link="next")):
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


def good_answer(verb: str) -> Behaviour:
    """What each call is answered with when all is well."""
    return answer(200, A_PAGE if verb == "list" else A_THING)


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


class Walk:
    """The records of a list by number, page after page, going on after each error it meets."""

    def __init__(
        self, colour: str, url: str, prefetch: int = 0, *, most_errors: int = 100, **settings: Any
    ) -> None:
        self.seen: list[int] = []
        self.errors: list[RestmapError] = []
        self._client = client_of(url, **settings)
        self._things = numbered_of(self._client)
        self._prefetch = prefetch
        self._most_errors = most_errors
        if colour == "blocking":
            with self._client:
                self._walk()
        else:
            asyncio.run(self._walk_async())

    def _walk(self) -> None:
        try:
            for thing in self._things.stream(prefetch=self._prefetch):
                self.seen.append(thing.number)
            return
        except RestmapError as error:
            self._note(error)
        page = None
        while True:
            try:
                if page is None:
                    page = self._things.get_page(self.errors[-1].page_url)
                self.seen += [thing.number for thing in page]
                while (page := page.next_page()) is not None:
                    self.seen += [thing.number for thing in page]
                return
            except RestmapError as error:
                self._note(error)
                page = None

    async def _walk_async(self) -> None:
        async with self._client:
            try:
                async for thing in self._things.stream(prefetch=self._prefetch):
                    self.seen.append(thing.number)
                return
            except RestmapError as error:
                self._note(error)
            while True:
                try:
                    page = await self._things.get_page_async(self.errors[-1].page_url)
                    while page is not None:
                        self.seen += [thing.number for thing in page]
                        page = await page.next_page_async()
                    return
                except RestmapError as error:
                    self._note(error)

    def _note(self, error: RestmapError) -> None:
        self.errors.append(error)
        if error.page_url is None or len(self.errors) > self._most_errors:
            raise error


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
