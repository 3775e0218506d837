"""What the tests share: an API of three lines, and a server that is a list of responses."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from restmap import (
    Client,
    Domain,
    HandlerTransport,
    Request,
    Resource,
    Response,
    Version,
    collection,
    domain,
    version,
)

ROOT = "https://api.desk.example/v1"


class V1(Version, prefix="/v1"): ...


class Desk(Domain, host="api.desk.example"):
    v1 = version(V1)


class DeskClient(Client, title="Vendor"):
    desk = domain(Desk)


class Served:
    """A client whose server is a function or a list of responses, and the requests it sent.

    Each request is sent once: these tests are not about retries.
    """

    def __init__(
        self, *responses: Response | Callable[[Request], Response], **settings: Any
    ) -> None:
        self._responses = list(responses)
        self.transport = HandlerTransport(self._respond)
        self.client = DeskClient(transport=self.transport, **{"retries": 1, **settings})

    def _respond(self, request: Request) -> Response:
        if not self._responses:
            raise AssertionError(f"one request too many: {request}")
        response = self._responses[0]
        if isinstance(response, Response):
            return self._responses.pop(0)  # type: ignore[return-value]
        return response(request)

    def mount(self, resource: type[Resource]) -> Any:
        """The resource's collection under the version."""
        return collection(resource).under(self.client.desk.v1)

    @property
    def requests(self) -> list[Request]:
        return self.transport.requests

    @property
    def request(self) -> Request:
        """The one request that was sent."""
        (request,) = self.transport.requests
        return request

    @property
    def urls(self) -> list[str]:
        return [each.url for each in self.transport.requests]


def json_response(body: Any = None, status: int = 200, **headers: str) -> Response:
    """A response with a JSON body."""
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return Response(status, named, json.dumps(body if body is not None else {}).encode())


def meta_page(
    items: Sequence[Any], next_url: Any = None, previous_url: Any = None, key: str = "items"
) -> Response:
    """A page in the form of Twilio's `meta` pages."""
    meta = {"key": key, "next_page_url": next_url, "previous_page_url": previous_url}
    return json_response({"meta": meta, key: items})


def message_without_place(caught: pytest.ExceptionInfo[Exception]) -> str:
    """The message of an error that was raised, without the place at its end."""
    return str(caught.value).partition("\n  in ")[0]


def form(request: Request) -> list[tuple[str, str]]:
    """The decoded pairs of a form body, in order."""
    return parse_qsl((request.body or b"").decode(), keep_blank_values=True, strict_parsing=True)


def query(request: Request) -> list[tuple[str, str]]:
    """The decoded pairs of a URL's query, in order."""
    return parse_qsl(urlsplit(request.url).query, keep_blank_values=True)


def fields_of(resource: type[Resource]) -> dict[str, Any]:
    """The fields of a resource, including those of its bases."""
    return {
        name: each
        for cls in reversed(resource.__mro__)
        for name, each in vars(cls).items()
        if hasattr(each, "wire_name")
    }


def parameters_of(verb: Callable[..., Any]) -> dict[str, inspect.Parameter]:
    """The parameters in the signature of a verb."""
    return dict(inspect.signature(verb).parameters)


class AsyncServed(Served):
    """The awaited form: its transport is asynchronous, and records the same requests."""

    def __init__(
        self, *responses: Response | Callable[[Request], Response], **settings: Any
    ) -> None:
        super().__init__(*responses, **settings)
        recorded = self.transport

        class AsyncTransport:
            async def send(self, request: Request) -> Response:
                return recorded.send(request)

        self.client = DeskClient(transport=AsyncTransport(), **{"retries": 1, **settings})


def json_refusal(value: float) -> str:
    """What Python says of a number that JSON has not; from 3.13 on with the number."""
    try:
        json.dumps(value, allow_nan=False)
    except ValueError as error:
        return str(error)
    raise AssertionError(f"{value} is JSON")
