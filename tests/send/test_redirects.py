"""Redirects: which are followed, where to, and what goes along."""

from __future__ import annotations

import pytest

from restmap import BasicAuth, HeaderAuth, Request, Response, ResponseError, RestmapError

from ..support import ROOT
from .desk import COLOURS, GOOD, TICKET, UNSAFE, Desk

GETS = ("fetch", "list", "page", "stream")


def to(location: str, status: int = 302) -> Response:
    return Response(status, {"Location": location})


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("verb", GETS)
def test_what_only_reads_is_followed(verb: str, status: int, colour: str) -> None:
    desk = Desk(colour, to(f"{ROOT}/Moved", status), GOOD[verb])
    desk.do(verb)
    first, second = desk.requests
    assert (second.method, second.url) == ("GET", f"{ROOT}/Moved")
    assert second.headers == first.headers


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("verb", [*UNSAFE, "replace", "delete"])
def test_what_changes_something_is_not(verb: str, status: int, colour: str) -> None:
    desk = Desk(colour, to(f"{ROOT}/Moved?token=s3cret", status))
    with pytest.raises(ResponseError) as caught:
        desk.do(verb)
    (request,) = desk.requests
    assert str(caught.value) == (
        f"a redirect of a {request.method} request is not followed.\n"
        f"  The response has status {status}. "
        "If you trust the URL of its Location header, request it directly.\n"
        f"  in {request.method} {request.url}"
    )
    assert caught.value.status == status


@pytest.mark.parametrize(
    ("location", "followed"),
    [
        ("/v1/Tickets/T2", f"{ROOT}/Tickets/T2"),
        ("T2", f"{ROOT}/Tickets/T2"),
        ("../Queues/Q1?a=b", f"{ROOT}/Queues/Q1?a=b"),
        ("?again=1", f"{ROOT}/Tickets/T1?again=1"),
        ("/caf\xc3\xa9", "https://api.desk.example/caf%C3%A9"),  # bytes as they came
        ("//api.desk.example/v2", "https://api.desk.example/v2"),
        ("https://API.desk.example:443/v2", "https://API.desk.example:443/v2"),
    ],
)
def test_a_relative_location_begins_at_the_request(location: str, followed: str) -> None:
    desk = Desk("blocking", to(location), TICKET, auth=BasicAuth("user", "s3cret"))
    desk.do("fetch")
    assert desk.requests[1].url == followed
    assert "Authorization" in desk.requests[1].headers


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize(
    "location",
    [
        "https://elsewhere.example/v1/Tickets/T1",
        "https://api.desk.example:8443/v1/Tickets/T1",
        "https://api.desk.example:0/v1/Tickets/T1",
        "https://api.desk.example.evil.example/v1/Tickets/T1",
        "https://api.desk.example@evil.example/v1/Tickets/T1",
        "//elsewhere.example/v1",
    ],
)
@pytest.mark.parametrize("auth", [BasicAuth("user", "s3cret"), HeaderAuth("X-Desk-Key", "s3cret")])
def test_another_origin_gets_no_credentials(auth: HeaderAuth, location: str, colour: str) -> None:
    headers = {"X-Tenant": "s3cret", "Cookie": "s3cret"}
    desk = Desk(colour, to(location), TICKET, auth=auth, headers=headers, user_agent="app/1")
    desk.do("fetch")
    first, second = desk.requests
    assert {"X-Tenant", "Cookie"} < set(first.headers)
    assert sorted(second.headers) == ["Accept", "User-Agent"]


def test_what_was_dropped_does_not_come_back_on_the_way_back() -> None:
    there, back = to("https://elsewhere.example/v1"), to(f"{ROOT}/Tickets/T1")
    desk = Desk("blocking", there, back, TICKET, auth=BasicAuth("user", "s3cret"))
    desk.do("fetch")
    assert desk.requests[2].url == f"{ROOT}/Tickets/T1"
    assert "Authorization" not in desk.requests[2].headers


def test_plain_http_on_loopback_may_lead_to_https() -> None:
    base_url = "http://127.0.0.1:8080"
    responses = to("https://127.0.0.1/v1/Tickets/T1"), TICKET
    desk = Desk("blocking", *responses, base_url=base_url, auth=BasicAuth("user", "s3cret"))
    desk.do("fetch")
    assert "Authorization" not in desk.requests[1].headers


@pytest.mark.parametrize(
    ("location", "why"),
    [
        ("http://api.desk.example/v1/Tickets/T1", "it leads away from https"),
        ("http://127.0.0.1/v1/Tickets/T1", "it leads away from https"),
        ("file:///etc/passwd", "it leads away from https"),
        ("javascript:alert(1)", "it leads away from https"),
    ],
)
def test_where_no_redirect_may_lead(location: str, why: str) -> None:
    desk = Desk("blocking", to(location))
    with pytest.raises(ResponseError) as caught:
        desk.do("fetch")
    assert str(caught.value).startswith(f"a redirect is not followed: {why}.\n")
    assert len(desk.requests) == 1


@pytest.mark.parametrize("location", ["file:///etc/passwd", "mailto:desk@example.com"])
def test_a_redirect_leads_to_a_server(location: str) -> None:
    desk = Desk("blocking", to(location), base_url="http://127.0.0.1:8080")
    with pytest.raises(
        ResponseError, match=r"^a redirect is not followed: its Location is not an http URL\.\n"
    ):
        desk.do("fetch")
    assert len(desk.requests) == 1


@pytest.mark.parametrize("location", ["https://[half", "https://host:port/", "https://a:99999999/"])
def test_a_location_that_is_no_url(location: str) -> None:
    desk = Desk("blocking", to(location))
    with pytest.raises(ResponseError, match=r"^a redirect is not followed: "):
        desk.do("fetch")
    assert len(desk.requests) == 1


@pytest.mark.parametrize("colour", COLOURS)
def test_a_loop_ends(colour: str) -> None:
    desk = Desk(colour, lambda request: to(request.url))
    with pytest.raises(ResponseError) as caught:
        desk.do("fetch")
    assert str(caught.value) == (
        "more than 5 redirects are not followed.\n"
        "  The response has status 302. If you trust the URL of its Location header, request it "
        "directly.\n"
        f"  in GET {ROOT}/Tickets/T1"
    )
    assert len(desk.requests) == 1 + 5


def test_five_are_followed() -> None:
    desk = Desk("blocking", *[to(f"/hop/{n}") for n in range(5)], TICKET)
    assert desk.do("fetch").sid == "T1"


@pytest.mark.parametrize("status", [300, 305, 306, 399])
def test_other_response_of_that_range_lead_nowhere(status: int) -> None:
    desk = Desk("blocking", to("https://elsewhere.example", status))
    with pytest.raises(
        ResponseError, match=f"^the response with status code {status} cannot be read"
    ):
        desk.do("fetch")
    assert len(desk.requests) == 1


def test_a_redirect_to_nowhere_is_a_response_that_cannot_be_read() -> None:
    desk = Desk("blocking", Response(302))
    with pytest.raises(ResponseError, match=r"^the response with status code 302 cannot be read"):
        desk.do("fetch")


@pytest.mark.parametrize("colour", COLOURS)
def test_an_operation_may_want_the_redirect_itself(colour: str) -> None:
    desk = Desk(colour, to("https://files.example/signed?key=s3cret"))
    handle = desk.do("attachment")
    assert handle.response.status == 302
    assert handle.response.headers["Location"] == "https://files.example/signed?key=s3cret"
    assert len(desk.requests) == 1


@pytest.mark.parametrize("colour", COLOURS)
def test_what_a_redirect_leads_to_may_fail_and_is_repeated_from_the_start(colour: str) -> None:
    responses = to("/v1/Moved"), Response(503), to("/v1/Moved"), TICKET
    desk = Desk(colour, *responses)
    assert desk.do("fetch").sid == "T1"
    assert [each.url.removeprefix(ROOT) for each in desk.requests] == [
        "/Tickets/T1",
        "/Moved",
        "/Tickets/T1",
        "/Moved",
    ]


def test_the_deadline_of_a_call_holds_over_redirects() -> None:
    desk = Desk("blocking")
    slow = desk.clock.taking(50.0, to("/v1/Moved"))
    desk._responses += [slow, slow, desk.clock.taking(1.0, TICKET)]
    desk.do("fetch")
    assert [each.timeout.total for each in desk.requests] == [120.0, 70.0, 20.0]


def test_no_query_is_in_the_message_of_a_refused_redirect() -> None:
    seen: list[Request] = []
    desk = Desk("blocking", lambda request: seen.append(request) or to("http://x.example/?k=s3c"))
    with pytest.raises(RestmapError) as caught:
        list(desk.tickets.stream(queue="s3cret"))
    assert "s3cret" in seen[0].url
    assert "s3c" not in str(caught.value)
