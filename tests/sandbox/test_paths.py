"""Paths: several values in one segment reach the operation that they were sent to."""

from __future__ import annotations

import pytest
from hypothesis import example, given, strategies as st

from restmap import BearerAuth, Client, Params, Request, Resource, action, collection
from restmap.sandbox import Sandbox


class Range(Resource, uri="/ranges/{first}:{last}"):
    first: str
    last: str

    class Fetch(Params): ...

    class Create(Params):
        first: str
        last: str

    class Swap(Params, uri=":swap"): ...

    swap = action(Swap)


class Ranges(Client, host="api.ranges.example"):
    ranges = collection(Range)


# Lone surrogates cannot be sent, and `.` and `..` are refused.
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(
    lambda text: text not in (".", "..")
)


@given(texts, texts)
@example("a:b", "c:swap")
@example("a", "b:swap")
@example("%3A", ":")
def test_two_values_of_one_segment_come_back(first: str, last: str) -> None:
    server = Sandbox(Ranges)
    ranges = Ranges(auth=BearerAuth(server.token), transport=server).ranges
    ranges.create(first=first, last=last)

    fetched, swapped = ranges(first, last).fetch(), ranges(first, last).swap()
    assert (fetched.first, fetched.last) == (swapped.first, swapped.last) == (first, last)


@pytest.mark.parametrize("segment", ["a-b:c", "a%2Db:c", "%61-b:%63"])
def test_a_path_may_encode_what_needs_no_encoding(segment: str) -> None:
    server = Sandbox(Ranges)
    client = Ranges(auth=BearerAuth(server.token), transport=server)
    client.ranges.create(first="a-b", last="c")

    headers = {"Authorization": f"Bearer {server.token}"}
    url = f"https://api.ranges.example/ranges/{segment}"
    assert server.send(Request("GET", url, headers, None)).json()["first"] == "a-b"
