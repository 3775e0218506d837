"""Edges and regions: the host that requests go to, and links that name another one."""

from __future__ import annotations

from typing import Any

import pytest

from resources.twilio import Client
from restmap import ConfigurationError, HandlerTransport, PagingError, Request, Response
from tests.support import json_response

# Each would send requests, and credentials with them, to another host, or to none.
NO_LABELS = [
    "evil.example/", "evil.example?", "evil.example#", "a@evil.example", "a:b@evil.example",
    "evil.example\\", "du blin", "dublin\n", "dublin\r\n", "\tdublin", "dublin.", ".dublin",
    "dublin.ie1", "x/..", "évil", "\u017ft", "-dublin", "dublin-", "a%2f", "a:80", "[::1]", "*",
    "a" * 64,
]  # fmt: skip
LABELS = ["dublin", "ie1", "US1", "x", "stage-us1", "a" * 63]


@pytest.mark.parametrize("argument", ["edge", "region"])
@pytest.mark.parametrize("value", NO_LABELS)
def test_what_is_not_one_part_of_a_host_name_is_refused(argument: str, value: str):
    settings: Any = {argument: value}
    with pytest.raises(ConfigurationError) as caught:
        Client("AC1", "hunter2", **settings)
    example = "dublin" if argument == "edge" else "ie1"
    assert str(caught.value) == (
        f"the {argument} cannot be {value!r}: it is one part of a host name.\n"
        f"  Write letters, digits and hyphens, as in Client({argument}={example!r}), "
        f"or correct TWILIO_{argument.upper()} in the environment."
    )


@pytest.mark.parametrize("argument", ["edge", "region"])
@pytest.mark.parametrize("value", NO_LABELS)
def test_the_environment_is_checked_alike(
    argument: str, value: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv(f"TWILIO_{argument.upper()}", value)
    with pytest.raises(ConfigurationError, match=f"the {argument} cannot be"):
        Client("AC1", "hunter2")


@pytest.mark.parametrize("value", LABELS)
def test_labels_of_host_names_are_taken(value: str):
    client = Client("AC1", "hunter2", edge=value, region=value)
    assert (client.edge, client.region) == (value, value)
    assert client.origin("api.twilio.com") == f"https://api.{value}.{value}.twilio.com"


def test_an_edge_is_not_changed_after_the_check():
    client: Any = Client("AC1", "hunter2")
    with pytest.raises(AttributeError):
        client.edge = "evil.example/"


# -- links ----------------------------------------------------------------------------------

PATH = "/v1/Services/MG1/PhoneNumbers"
HERE = f"https://messaging.dublin.ie1.twilio.com{PATH}?Page=1"


def numbers_after(link: str, **settings: Any) -> list[Request]:
    """The requests of a list whose first page links to another one."""
    page = {"meta": {"key": "phone_numbers", "next_page_url": link}, "phone_numbers": []}
    last = {"meta": {"key": "phone_numbers"}, "phone_numbers": []}
    responses = iter([json_response(page), json_response(last)])

    def respond(request: Request) -> Response:
        return next(responses)

    transport = HandlerTransport(respond)
    client = Client("AC1", "hunter2", transport=transport, **settings)
    client.messaging.v1.services("MG1").phone_numbers.list()
    return transport.requests


@pytest.mark.parametrize(
    "host",
    [
        "messaging.twilio.com",
        "messaging.dublin.ie1.twilio.com",
        "messaging.ie1.twilio.com",
        "messaging.us1.twilio.com",
        "messaging.ashburn.us1.twilio.com",
        "Messaging.IE1.Twilio.com:443",
    ],
)
def test_a_link_to_another_edge_or_region_is_moved_to_the_host_of_the_client(host: str):
    requests = numbers_after(f"https://{host}{PATH}?Page=1", edge="dublin", region="ie1")
    assert requests[1].url == HERE
    moved = numbers_after(f"https://{host}{PATH}?Page=1", base_url="http://127.0.0.1:8080")
    assert moved[1].url == f"http://127.0.0.1:8080{PATH}?Page=1"


@pytest.mark.parametrize(
    "origin",
    [
        "http://messaging.us1.twilio.com",
        "https://messaging.us1.twilio.com:8443",
        "https://me@messaging.us1.twilio.com",
        "https://verify.us1.twilio.com",
        "https://messaging.a.b.c.twilio.com",
        "https://messaging..twilio.com",
        "https://messaging.-a.twilio.com",
        "https://messagingtwilio.com",
        "https://messaging.evil.example",
        "https://messaging.twilio.com.evil.example",
        "https://messaging.us1.twilio.com.evil.example",
        "https://messaging.us1.twilio.com@evil.example",
        "https://evil.example/messaging.us1.twilio.com",
    ],
)
def test_a_link_to_any_other_host_is_refused(origin: str):
    with pytest.raises(PagingError, match="the link leads to another origin"):
        numbers_after(f"{origin}{PATH}?Page=1", edge="dublin", region="ie1")


def test_a_url_of_ones_own_is_moved_alike():
    transport = HandlerTransport(lambda request: json_response({}))
    client = Client("AC1", "hunter2", transport=transport, edge="dublin", region="ie1")
    client.request("GET", "https://messaging.us1.twilio.com/v1/Services")
    assert transport.requests[0].url == "https://messaging.dublin.ie1.twilio.com/v1/Services"
