"""Pages and streams: the first `limit` records in order, with no needless request."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, strategies as st

from resources.twilio.pages import MetaPage
from restmap import Paging, ParameterError, Resource, Response, pascal_case
from tests.support import ROOT, Served, meta_page, query

TICKETS = f"{ROOT}/Tickets"


class Ticket(
    Resource, uri="/Tickets/{sid}", body="form", parameter_names=pascal_case, page=MetaPage
):
    sid: str

    class List(Paging):
        state: str


def pages_of(*sizes: int) -> list[Response]:
    """Pages of these sizes, with numbered records; each but the last links to the next."""
    pages, number = [], 0
    for index, size in enumerate(sizes):
        records = [{"sid": f"T{number + each}"} for each in range(size)]
        last = index == len(sizes) - 1
        pages.append(meta_page(records, None if last else f"{TICKETS}?Page={index + 1}&State=open"))
        number += size
    return pages


def sids(records: Any) -> list[str]:
    return [each.sid for each in records]


WALKS = [
    # sizes of the pages, limit, requests, records
    ([0], None, 1, 0),
    ([3], None, 1, 3),
    ([2, 2, 1], None, 3, 5),
    ([2, 2, 1], 0, 0, 0),
    ([2, 2, 1], 1, 1, 1),
    ([2, 2, 1], 2, 1, 2),
    ([2, 2, 1], 3, 2, 3),
    ([2, 2, 1], 5, 3, 5),
    ([2, 2, 1], 99, 3, 5),
    ([2, 0, 0, 1], None, 4, 3),
    ([0, 0, 2], 1, 3, 1),
    ([2, 0, 2], 2, 1, 2),
    ([5], 3, 1, 3),
]


@pytest.mark.parametrize(("sizes", "limit", "requests", "records"), WALKS)
@pytest.mark.parametrize("verb", ["list", "stream"])
def test_a_walk_takes_what_it_needs(verb, sizes, limit, requests, records):
    served = Served(*pages_of(*sizes))
    found = sids(getattr(served.mount(Ticket), verb)(limit=limit, state="open"))
    assert found == [f"T{each}" for each in range(records)]
    assert len(served.requests) == requests


@given(
    sizes=st.lists(st.integers(0, 4), min_size=1, max_size=6),
    limit=st.none() | st.integers(0, 20),
    page_size=st.none() | st.integers(1, 2000),
    verb=st.sampled_from(["list", "stream"]),
)
def test_any_split_in_pages_gives_the_first_records_in_order(sizes, limit, page_size, verb):
    served = Served(*pages_of(*sizes))
    walk = getattr(served.mount(Ticket), verb)(limit=limit, page_size=page_size, state="open")
    total = sum(sizes)
    wanted = total if limit is None else min(limit, total)
    assert sids(walk) == [f"T{each}" for each in range(wanted)]
    enough = [n for n in range(len(sizes) + 1) if limit is not None and sum(sizes[:n]) >= limit]
    assert len(served.requests) == min([*enough, len(sizes)])


@given(limit=st.integers(1, 10_000), page_size=st.none() | st.integers(1, 10_000))
def test_the_page_size_asked_for(limit, page_size):
    served = Served(*pages_of(0))
    served.mount(Ticket).list(limit=limit, page_size=page_size, state="open")
    asked = dict(query(served.request))["PageSize"]
    assert asked == str(min(page_size or limit, 1000))


def test_a_stream_asks_for_a_page_when_the_last_is_used_up():
    served = Served(*pages_of(2, 1))
    records = iter(served.mount(Ticket).stream(state="open"))
    assert served.requests == []
    asked = []
    for _ in range(3):
        next(records)
        asked.append(len(served.requests))
    assert asked == [1, 1, 2]


def test_a_stream_is_walked_twice_and_asks_anew():
    served = Served(*pages_of(2, 1), *pages_of(1))
    stream = served.mount(Ticket).stream(state="open")
    assert sids(stream) == ["T0", "T1", "T2"]
    assert sids(stream) == ["T0"]
    assert served.urls[0] == served.urls[2]


def test_two_walks_of_one_stream_do_not_disturb_each_other():
    served = Served(*pages_of(1), *pages_of(1))
    stream = served.mount(Ticket).stream(state="open")
    assert [(one.sid, other.sid) for one, other in zip(stream, stream, strict=True)] == [
        ("T0", "T0")
    ]


def test_filters_and_page_size_are_asked_for_once_and_the_links_carry_them_on():
    served = Served(*pages_of(1, 1))
    served.mount(Ticket).list(state="open", page_size=1)
    assert served.urls == [f"{TICKETS}?State=open&PageSize=1", f"{TICKETS}?Page=1&State=open"]


def test_every_page_is_asked_for_with_the_same_headers():
    served = Served(*pages_of(1, 1), headers={"X-Team": "a"})
    served.mount(Ticket).list(state="open")
    first, second = (each.headers for each in served.requests)
    assert first == second
    assert first["Accept"] == "application/json"


# -- single pages ---------------------------------------------------------------------------


def test_a_page_has_its_items_and_links():
    served = Served(meta_page([{"sid": "a"}, {"sid": "b"}], f"{TICKETS}?Page=1", f"{TICKETS}?p"))
    page = served.mount(Ticket).page(state="open")
    assert sids(page.items) == sids(page) == sids(page) == ["a", "b"]
    assert len(page) == 2
    assert page.url == f"{TICKETS}?State=open"
    assert page.next_page_url == f"{TICKETS}?Page=1"
    assert page.previous_page_url == f"{TICKETS}?p"
    assert page.response.status == 200
    assert "next_page_url" in repr(page)


def test_pages_are_turned_by_hand():
    one = meta_page([{"sid": "a"}], f"{TICKETS}?Page=1")
    two = meta_page([{"sid": "b"}], None, f"{TICKETS}?Page=0")
    served = Served(one, two, one, two)
    first = served.mount(Ticket).page(state="open")
    assert first.previous_page() is None
    second = first.next_page()
    assert sids(second) == ["b"]
    assert second.next_page() is None
    back = second.previous_page()
    assert sids(back) == ["a"]
    assert sids(back.next_page()) == ["b"]
    assert served.urls == [
        f"{TICKETS}?State=open",
        f"{TICKETS}?Page=1",
        f"{TICKETS}?Page=0",
        f"{TICKETS}?Page=1",
    ]


def test_a_page_can_be_left_twice():
    served = Served(*pages_of(1, 1), *pages_of(1, 1)[1:])
    first = served.mount(Ticket).page(state="open")
    assert sids(first.next_page()) == sids(first.next_page())


def test_a_stored_link_is_gone_on_from():
    served = Served(meta_page([{"sid": "a"}]))
    page = served.mount(Ticket).get_page(f"{TICKETS}?Page=7&PageToken=x%2Fy")
    assert sids(page) == ["a"]
    assert served.request.url == f"{TICKETS}?Page=7&PageToken=x%2Fy"


@pytest.mark.parametrize("url", [None, "", 5])
def test_only_the_url_of_a_page_is_gone_on_from(url: Any):
    served = Served()
    with pytest.raises(ParameterError) as caught:
        served.mount(Ticket).get_page(url)
    assert str(caught.value) == (
        f"get_page() takes the URL of a page, found {url!r}.\n"
        "  Give page.next_page_url; after the last page it is None.\n"
        "  in Ticket.List"
    )
    assert served.requests == []


@pytest.mark.parametrize("verb", ["list", "page"])
def test_only_a_stream_asks_ahead(verb: str):
    served = Served()
    with pytest.raises(ParameterError) as caught:
        getattr(served.mount(Ticket), verb)(state="open", prefetch=1)
    assert str(caught.value) == (
        f"{verb}() does not take 'prefetch': only a stream requests pages ahead.\n"
        "  Write stream(prefetch=1).\n"
        "  in Ticket.List"
    )
    assert served.requests == []


def test_a_declared_limit_and_page_size_are_those_of_every_list():
    class Short(Resource, uri="/Tickets/{sid}", page=MetaPage):
        sid: str

        class List(Paging):
            limit: int | None = 3
            page_size: int | None = 2

    served = Served(*pages_of(2, 2), *pages_of(5))
    assert sids(served.mount(Short).list()) == ["T0", "T1", "T2"]
    assert query(served.requests[0]) == [("PageSize", "2")]
    assert len(served.mount(Short).list(limit=None, page_size=50)) == 5


def test_an_empty_link_is_no_link():
    served = Served(meta_page([{"sid": "a"}], "", ""))
    page = served.mount(Ticket).page(state="open")
    assert (page.next_page_url, page.previous_page_url) == (None, None)
    assert (page.next_page(), page.previous_page()) == (None, None)
