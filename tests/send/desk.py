"""A help desk's API in either colour: what the tests of sending share.

desk = Desk("awaited", failed(503), TICKET)
desk.do("fetch")
assert len(desk.requests) == 2
"""

from __future__ import annotations

import asyncio
import copy
import inspect
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from restmap import (
    UNSET,
    HandlerTransport,
    LinkPage,
    Paging,
    Params,
    Request,
    Resource,
    Response,
    Stream,
    TransportError,
    action,
    collection,
    param,
    pascal_case,
)

from ..support import DeskClient, json_response

COLOURS = ("blocking", "awaited")

PAGE = LinkPage("items", next_link="next", page_size="PageSize", max_page_size=100)


class Ticket(Resource, uri="/Tickets/{sid}", body="form", parameter_names=pascal_case, page=PAGE):
    sid: str
    subject: str

    class Create(Params):
        subject: str = UNSET
        pin: str = param(default=UNSET, sensitive=True)
        auth_token: str = UNSET

    class Update(Params):
        subject: str = UNSET

    class Replace(Params, method="PUT"):
        subject: str = UNSET

    class Amend(Params, method="PATCH"):
        subject: str = UNSET

    class Attachment(Params, method="GET", uri="/Attachment", redirects=False): ...

    class List(Paging):
        queue: str = UNSET

    class Fetch(Params):
        pin: str = param(default=UNSET, sensitive=True)

    class Delete(Params): ...

    replace = action(Replace)
    replace_async = replace.awaited()
    amend = action(Amend)
    amend_async = amend.awaited()
    attachment = action(Attachment)
    attachment_async = attachment.awaited()


# Each verb on a collection: the blocking call; its twin has the same name with `_async`.
CALLS: dict[str, Callable[[Any, str], Any]] = {
    "create": lambda tickets, twin: getattr(tickets, "create" + twin)(subject="Printer"),
    "list": lambda tickets, twin: getattr(tickets, "list" + twin)(),
    "page": lambda tickets, twin: getattr(tickets, "page" + twin)(),
    "stream": lambda tickets, twin: tickets.stream(),
    "fetch": lambda tickets, twin: getattr(tickets("T1"), "fetch" + twin)(),
    "update": lambda tickets, twin: getattr(tickets("T1"), "update" + twin)(subject="Scanner"),
    "replace": lambda tickets, twin: getattr(tickets("T1"), "replace" + twin)(subject="Scanner"),
    "amend": lambda tickets, twin: getattr(tickets("T1"), "amend" + twin)(subject="Scanner"),
    "delete": lambda tickets, twin: getattr(tickets("T1"), "delete" + twin)(),
    "attachment": lambda tickets, twin: getattr(tickets("T1"), "attachment" + twin)(),
}

TICKET = json_response({"sid": "T1", "subject": "Printer"})
EMPTY_PAGE = json_response({"items": [], "next": None})
# The response to each verb when all is well.
GOOD = dict.fromkeys(CALLS, TICKET) | dict.fromkeys(("list", "page", "stream"), EMPTY_PAGE)
GOOD["delete"] = Response(204)

IDEMPOTENT = ("list", "page", "stream", "fetch", "attachment", "replace", "delete")
UNSAFE = ("create", "update", "amend")

Responder = Response | Callable[[Request], Response]


class AsyncHandler:
    """HandlerTransport's twin; its handler may be a coroutine function."""

    def __init__(self, handler: Callable[[Request], Any]) -> None:
        self._handler = handler
        self.requests: list[Request] = []

    async def send(self, request: Request) -> Response:
        self.requests.append(request)
        came = self._handler(request)
        return await came if inspect.isawaitable(came) else came


class Desk:
    """A client of the desk in one colour, whose server is a list of responses.

    Responses are used up one by one; the last is repeated if it is a function.
    """

    def __init__(self, colour: str, *responses: Responder, **settings: Any) -> None:
        self.colour = colour
        self._responses = list(responses)
        make = HandlerTransport if colour == "blocking" else AsyncHandler
        self.transport: Any = make(self._respond)
        self.clock = Clock()
        self.client = DeskClient(transport=self.transport, **{**self.clock.settings, **settings})
        self.tickets: Any = collection(Ticket).under(self.client.desk.v1)

    def _respond(self, request: Request) -> Response:
        if not self._responses:
            raise AssertionError(f"one request too many: {request}")
        response = self._responses[0]
        if isinstance(response, Response) or len(self._responses) > 1:
            self._responses.pop(0)
        return response if isinstance(response, Response) else response(request)

    def do(self, verb: str) -> Any:
        return perform(self.colour, self.tickets, verb)

    def options(self, **settings: Any) -> Desk:
        """The same desk, through `client.options()`."""
        other = copy.copy(self)
        other.client = self.client.options(**settings)
        other.tickets = collection(Ticket).under(other.client.desk.v1)
        return other

    @property
    def requests(self) -> list[Request]:
        return self.transport.requests


def perform(colour: str, tickets: Any, verb: str) -> Any:
    """One call by its name, in a colour; a stream is walked to its end."""
    if colour == "blocking":
        result = CALLS[verb](tickets, "")
        return list(result) if isinstance(result, Stream) else result
    return asyncio.run(perform_async(tickets, verb))


async def perform_async(tickets: Any, verb: str) -> Any:
    result = CALLS[verb](tickets, "_async")
    return [each async for each in result] if isinstance(result, Stream) else await result


EPOCH = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Clock:
    """A clock that goes on only when something sleeps on it, or when told."""

    def __init__(self) -> None:
        self.seconds = 1000.0
        self.pauses: list[float] = []

    def __call__(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        return EPOCH + timedelta(seconds=self.seconds - 1000.0)

    def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.seconds += seconds

    async def sleep_async(self, seconds: float) -> None:
        self.sleep(seconds)

    @property
    def settings(self) -> dict[str, Any]:
        return {
            "clock": self,
            "now": self.now,
            "sleep": self.sleep,
            "sleep_async": self.sleep_async,
        }

    def taking(self, seconds: float, came: Responder) -> Callable[[Request], Response]:
        """A response that takes so long."""

        def handler(request: Request) -> Response:
            self.seconds += seconds
            return came if isinstance(came, Response) else came(request)

        return handler


def failed(status: int, **headers: str) -> Response:
    return json_response({"code": 20000 + status, "message": "As told"}, status, **headers)


def broken(*, maybe_sent: bool = True, transient: bool = True) -> Callable[[Request], Response]:
    """A request that gets no response."""

    def handler(request: Request) -> Response:
        text = f"no response.\n  As told.\n  in {request.method}"
        raise TransportError(text, maybe_sent=maybe_sent, transient=transient)

    return handler
