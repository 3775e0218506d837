"""Links between pages: allowed origins, and loops."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any

import pytest

from resources.twilio.pages import MetaPage
from restmap import (
    BasicAuth,
    LinkPage,
    NumberPage,
    OffsetPage,
    Paging,
    PagingError,
    Request,
    Resource,
    Response,
)
from tests.support import ROOT, Served, json_response, meta_page

TICKETS = f"{ROOT}/Tickets"


class Ticket(Resource, uri="/Tickets/{sid}", page=MetaPage):
    sid: str

    class List(Paging): ...


def circling(*links: str) -> Callable[[Request], Response]:
    """A server whose n-th page has the n-th link, starting again after the last."""
    number = iter(range(10_000))

    def respond(request: Request) -> Response:
        at = next(number)
        assert at < 20, "the circle was not noticed"
        return meta_page([{"sid": f"T{at}"}], links[at % len(links)])

    return respond


CIRCLES = [
    # the links of the pages in turn, the records before the loop is detected
    ([TICKETS], 1),
    ([f"{TICKETS}?Page=1"], 2),
    ([f"{TICKETS}?Page=1", TICKETS], 2),
    ([f"{TICKETS}?Page=1", f"{TICKETS}?Page=2"], 3),
    ([f"{TICKETS}?Page=1", f"{TICKETS}?Page=2", TICKETS], 3),
    (["?Page=1", "/v1/Tickets"], 2),
]


@pytest.mark.parametrize(("links", "records"), CIRCLES)
def test_a_stream_in_a_circle_is_an_error_after_what_came(links, records):
    served = Served(circling(*links))
    seen = []
    with pytest.raises(PagingError) as caught:  # noqa: PT012
        for each in served.mount(Ticket).stream():
            seen.append(each.sid)
    assert seen == [f"T{each}" for each in range(records)]
    assert len(served.requests) == records
    assert str(caught.value).startswith(
        "the link to the next page leads to a page seen before.\n"
        "  The pages of the API form a loop; the records received so far are complete.\n"
        f"  in {TICKETS}"
    )
    assert caught.value.url in served.urls


@pytest.mark.parametrize(("links", "records"), CIRCLES)
def test_a_list_in_a_circle_is_an_error(links, records):
    served = Served(circling(*links))
    with pytest.raises(PagingError):
        served.mount(Ticket).list()
    assert len(served.requests) == records


@pytest.mark.parametrize(("links", "records"), CIRCLES)
def test_pages_turned_by_hand_in_a_circle_are_an_error(links, records):
    served = Served(circling(*links))
    page = served.mount(Ticket).page()
    for _ in range(records - 1):
        page = page.next_page()
    with pytest.raises(PagingError):
        page.next_page()
    assert len(served.requests) == records


def test_a_limit_ends_a_walk_before_the_circle_is_reached():
    served = Served(circling(f"{TICKETS}?Page=1", TICKETS))
    assert len(served.mount(Ticket).list(limit=2)) == 2


def test_a_circle_is_no_circle_the_second_time_a_stream_is_walked():
    served = Served(
        meta_page([{"sid": "a"}], "?Page=1"), meta_page([]),
        meta_page([{"sid": "a"}], "?Page=1"), meta_page([]),
    )  # fmt: skip
    stream = served.mount(Ticket).stream()
    assert len([*stream]) == len([*stream]) == 1


# -- pages that come again -------------------------------------------------------------------


class Item(Resource, uri="/Items/{id}", page=OffsetPage("items")):
    id: int

    class List(Paging): ...


class NumberedItem(Item, page=NumberPage("items")): ...


class CountedItem(Item, page=NumberPage("items", pages="pages")): ...


class LinkedItem(Item, page=LinkPage("items", next_link="next")): ...


def serving(*pages: list[int], **others: Any) -> Callable[[Request], Response]:
    """A server whose n-th page has the n-th records, whatever was requested; the last for ever.

    others: more values of each page; "{}" stands for its number.
    """
    number = iter(range(1000))

    def respond(request: Request) -> Response:
        at = next(number)
        assert at < 20, "the loop was not noticed"
        more = {name: value.format(at) for name, value in others.items()}
        items = [{"id": each} for each in pages[min(at, len(pages) - 1)]]
        return json_response({"items": items, **more})

    return respond


LOOPS: dict[str, tuple[type[Resource], list[list[int]], dict[str, str], int]] = {
    # the list, the records of its pages, what else they have, the requests before it is noticed
    "an offset that is ignored": (Item, [[1, 2]], {}, 4),
    "a number that is ignored": (NumberedItem, [[1, 2]], {}, 4),
    "values that change": (Item, [[1, 2]], {"time": "{}"}, 4),
    "a number of pages that is not true": (CountedItem, [[1, 2]], {"pages": "1000000"}, 4),
    "the last page for ever": (NumberedItem, [[1, 2], [3, 4], [5]], {}, 6),
    "the first page after the last": (Item, [[1, 2], [3, 4], [5, 6]] * 3, {}, 6),
    "links to the same records": (LinkedItem, [[1]], {"next": "?n={}"}, 4),
    "pages that came again before": (Item, [[1], [1], [2], [2], [3], [3]], {}, 8),
}


@pytest.mark.parametrize("loop", LOOPS)
@pytest.mark.parametrize("verb", ["list", "stream"])
def test_a_list_whose_pages_come_again_for_ever_ends_in_an_error(verb: str, loop: str):
    resource, pages, others, requests = LOOPS[loop]
    served = Served(serving(*pages, **others))
    with pytest.raises(PagingError) as caught:
        list(getattr(served.mount(resource), verb)())
    assert str(caught.value).startswith(
        "the last 3 pages had the records of pages before them.\n"
        "  The API has no end of pages, or does not know the parameter that names a page. "
        "Correct the page type of the list, or give a limit.\n"
        f"  in {ROOT}/Items"
    )
    assert len(served.requests) == requests


def test_records_without_their_key_are_compared_as_received():
    class Reading(Resource, uri="/Readings/{number}", page=OffsetPage("items")):
        number: int  # which no record has
        id: int

        class List(Paging): ...

    served = Served(serving([1, 2]))
    with pytest.raises(PagingError):
        served.mount(Reading).list()
    assert len(served.requests) == 4
    changing = Served(serving([1, 2], [1, 2], [1, 2], [1, 2], [1, 2], [], time="{}"))
    assert len(changing.mount(Reading).list()) == 10


def test_pages_turned_by_hand_that_come_again_are_an_error():
    page = Served(serving([1, 2])).mount(Item).page()
    for _ in range(3):
        page = page.next_page()
    with pytest.raises(PagingError):
        page.next_page()


def test_a_page_that_is_requested_twice_does_not_come_again():
    page = Served(serving([1], [2], [2], [2], [2], [2], [])).mount(Item).page()
    for _ in range(5):
        assert [each.id for each in page.next_page()] == [2]


def test_a_limit_ends_a_list_whose_pages_come_again():
    served = Served(serving([1, 2]))
    assert [each.id for each in served.mount(Item).list(limit=3)] == [1, 2, 1]


def test_records_that_moved_to_the_next_page_are_no_loop():
    # A record was added at the beginning after the first page, and then another one.
    served = Served(serving([1], [1], [1], [2], []))
    assert [each.id for each in served.mount(Item).list(page_size=1)] == [1, 1, 1, 2]


# -- where a link may lead ------------------------------------------------------------------

LOCAL = "http://127.0.0.1:8080"
FOLLOWED: list[tuple[dict[str, Any], str, str]] = [
    ({}, f"{TICKETS}?Page=1", f"{TICKETS}?Page=1"),
    ({}, "?Page=1", f"{TICKETS}?Page=1"),
    ({}, "/v1/Tickets?Page=1", f"{TICKETS}?Page=1"),
    ({}, "Tickets?Page=1", f"{TICKETS}?Page=1"),
    ({}, "//api.desk.example/v1/Tickets?Page=1", f"{TICKETS}?Page=1"),
    ({}, "https://API.desk.example:443/v1/T?a", "https://API.desk.example:443/v1/T?a"),
    ({"base_url": LOCAL}, f"{TICKETS}?Page=1", f"{LOCAL}/v1/Tickets?Page=1"),
    ({"base_url": LOCAL}, f"{LOCAL}/v1/Tickets?Page=1", f"{LOCAL}/v1/Tickets?Page=1"),
    ({"base_url": LOCAL}, "?Page=1", f"{LOCAL}/v1/Tickets?Page=1"),
    ({"base_url": f"{LOCAL}/"}, f"{TICKETS}?Page=1", f"{LOCAL}/v1/Tickets?Page=1"),
    ({"base_url": f"{LOCAL}/mock"}, f"{TICKETS}?Page=1", f"{LOCAL}/mock/v1/Tickets?Page=1"),
    ({"base_url": f"{LOCAL}/mock"}, "?Page=1", f"{LOCAL}/mock/v1/Tickets?Page=1"),
    ({"base_url": f"{LOCAL}/mock"}, "/v1/Tickets?Page=1", f"{LOCAL}/mock/v1/Tickets?Page=1"),
    ({"base_url": f"{LOCAL}/mock"}, "/mock/v1/Tickets?Page=1", f"{LOCAL}/mock/v1/Tickets?Page=1"),
]


@pytest.mark.parametrize(("settings", "link", "url"), FOLLOWED)
def test_a_link_is_followed_on_the_configured_origin(settings, link, url):
    served = Served(meta_page([], link, link), meta_page([{"sid": "a"}]), **settings)
    page = served.mount(Ticket).page()
    assert (page.next_page_url, page.previous_page_url) == (url, url)
    assert [each.sid for each in page.next_page()] == ["a"]
    assert served.urls[1] == url


REFUSED = [
    ("https://evil.example/v1/Tickets", "the link leads to another origin: "
     "https://evil.example/v1/Tickets."),
    ("//evil.example/v1/Tickets", "the link leads to another origin: "
     "https://evil.example/v1/Tickets."),
    ("http://api.desk.example/v1/Tickets", "the link leads to another origin: "
     "http://api.desk.example/v1/Tickets."),
    ("https://api.desk.example:8443/", "the link leads to another origin: "
     "https://api.desk.example:8443/."),
    ("https://api.desk.example.evil.example/", "the link leads to another origin: "
     "https://api.desk.example.evil.example/."),
    ("https://api.desk.example@evil.example/", "the link leads to another origin: "
     "https://evil.example/."),
    ("https://u:p@api.desk.example/?q=secret", "the link leads to another origin: "
     "https://api.desk.example/."),
    ("file:///etc/passwd", "the link leads to another origin: file:///etc/passwd."),
    ("https://[::1/", "the link 'https://[::1/' is not a URL: Invalid IPv6 URL."),
    ("https://[::1/?token=secret", "the link 'https://[::1/' is not a URL: Invalid IPv6 URL."),
    ("https://u:secret@[::1/v1#secret",
     "the link 'https://[::1/v1' is not a URL: Invalid IPv6 URL."),
    ("https://api.desk.example:x/",
     "the link 'https://api.desk.example:x/' is not a URL: "
     "Port could not be cast to integer value as 'x'."),
]  # fmt: skip


@pytest.mark.parametrize(("link", "found"), REFUSED)
def test_a_target_url_on_another_origin_is_refused_before_anything_is_sent(link, found):
    served = Served(auth=BasicAuth("user", "secret"))
    with pytest.raises(PagingError) as caught:
        served.mount(Ticket).get_page(link)
    assert str(caught.value).startswith(
        f"{found}\n  Requests go to https://api.desk.example only; nothing was sent.\n  in {ROOT}"
    )
    assert caught.value.url == link
    assert served.requests == []
    assert pickle.loads(pickle.dumps(caught.value)).url == link


@pytest.mark.parametrize(("link", "found"), REFUSED)
def test_a_next_link_to_another_origin_is_refused(link, found):
    served = Served(meta_page([{"sid": "a"}], link), auth=BasicAuth("user", "secret"))
    with pytest.raises(PagingError) as caught:
        served.mount(Ticket).list()
    assert str(caught.value).startswith(f"{found}\n")
    assert len(served.requests) == 1


@pytest.mark.parametrize("base_url", [LOCAL, "https://sandbox.example"])
def test_another_origin_is_refused_with_a_base_url_too(base_url):
    served = Served(base_url=base_url)
    with pytest.raises(PagingError, match=f"Requests go to {base_url} only; nothing was sent"):
        served.mount(Ticket).get_page("https://evil.example/v1/Tickets")
    assert served.requests == []


def test_the_records_before_a_bad_link_are_not_lost():
    served = Served(*[meta_page([{"sid": "a"}], "https://evil.example/")] * 2)
    tickets = served.mount(Ticket)
    assert next(iter(tickets.stream())).sid == "a"
    assert [each.sid for each in tickets.list(limit=1)] == ["a"]
