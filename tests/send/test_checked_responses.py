"""A client that looks at responses whose status code does not say that a request failed."""

from __future__ import annotations

import asyncio
import pickle

import pytest

from restmap import (
    ApiError,
    Client,
    ConfigurationError,
    HandlerTransport,
    NotFoundError,
    Observer,
    Params,
    RateLimitError,
    Resource,
    Response,
    RestmapError,
    collection,
)

from ..support import json_response
from .desk import COLOURS, AsyncHandler, Clock


class Channel(Resource, uri="/channels/{id}"):
    id: str

    class Fetch(Params): ...


class Chat(Client, host="chat.example"):
    channels = collection(Channel)

    def check_response(self, response: Response) -> None:
        if response.status == 418:
            raise ConfigurationError("a teapot")
        body = response.json()
        if body.get("ok", True):
            return
        if body["error"] == "ratelimited":
            raise RateLimitError("slow down", retry_after=body.get("wait"))
        raise ApiError(body["error"], code=body.get("code"))


class Errors(Observer):
    def __init__(self) -> None:
        self.seen: list[RestmapError] = []

    def on_error(self, call: object, error: RestmapError) -> None:
        self.seen.append(error)


class Channels:
    """The channels of a chat in one colour, whose server is a list of responses."""

    def __init__(self, colour: str, *responses: Response) -> None:
        self.colour = colour
        remaining = iter(responses)
        make = HandlerTransport if colour == "blocking" else AsyncHandler
        self.clock, self.errors = Clock(), Errors()
        self.client = Chat(
            transport=make(lambda request: next(remaining)),
            observers=[self.errors],
            **self.clock.settings,
        )

    def fetch(self) -> Channel:
        if self.colour == "blocking":
            return self.client.channels("C1").fetch()

        async def fetch() -> Channel:
            return await self.client.channels("C1").fetch_async()

        return asyncio.run(fetch())


FOUND = json_response({"id": "C1"})


@pytest.mark.parametrize("colour", COLOURS)
def test_the_error_of_a_response_with_status_200(colour: str) -> None:
    body = {"ok": False, "error": "channel_not_found", "code": 7}
    channels = Channels(colour, json_response(body, X_Request_Id="r1"))

    with pytest.raises(ApiError) as caught:
        channels.fetch()

    error = caught.value
    assert type(error) is ApiError
    assert str(error) == (
        "status 200: channel_not_found\n"
        "  code 7, request id r1\n"
        "  in GET https://chat.example/channels/C1"
    )
    assert (error.status, error.data, error.headers["X-Request-Id"]) == (200, body, "r1")
    assert channels.errors.seen == [error]
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


@pytest.mark.parametrize("colour", COLOURS)
def test_a_response_without_fault(colour: str) -> None:
    assert Channels(colour, FOUND).fetch().id == "C1"


@pytest.mark.parametrize("colour", COLOURS)
def test_an_error_of_a_class_that_is_retried(colour: str) -> None:
    slow = json_response({"ok": False, "error": "ratelimited", "wait": 3})
    channels = Channels(colour, slow, FOUND)

    assert channels.fetch().id == "C1"
    assert channels.clock.pauses == [3]


@pytest.mark.parametrize("colour", COLOURS)
def test_the_retry_after_of_its_response(colour: str) -> None:
    slow = json_response({"ok": False, "error": "ratelimited"}, Retry_After="5")
    channels = Channels(colour, slow, FOUND)

    assert channels.fetch().id == "C1"
    assert channels.clock.pauses == [5]


@pytest.mark.parametrize("colour", COLOURS)
def test_a_response_with_an_error_status_is_looked_at_first(colour: str) -> None:
    body = {"ok": False, "error": "gone"}
    with pytest.raises(ApiError, match=r"^status 404: gone\n") as caught:
        Channels(colour, json_response(body, 404)).fetch()
    assert type(caught.value) is ApiError

    with pytest.raises(NotFoundError, match=r"^status 404: the response has no error message\n"):
        Channels(colour, json_response({}, 404)).fetch()


@pytest.mark.parametrize("colour", COLOURS)
def test_any_other_error_is_raised_as_it_is(colour: str) -> None:
    with pytest.raises(ConfigurationError, match=r"^a teapot$"):
        Channels(colour, json_response({}, 418)).fetch()
