"""Filters of lists mean what they say; one that is not understood is refused."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, ClassVar, Literal

import pytest

from restmap import (
    UNSET,
    BadRequestError,
    BearerAuth,
    Client,
    ConfigurationError,
    NoKey,
    NumberPage,
    Paging,
    Resource,
    camel_case,
    collection,
    param,
)
from restmap.sandbox import RecordContext, Rules, Sandbox, at_least, at_most, equal_to, select_all

START = datetime(2027, 1, 1, tzinfo=UTC)


class Ticket(
    Resource,
    uri="/tickets/{id}",
    page=NumberPage("tickets", page_size="per"),
    parameter_names=camel_case,
    field_names=camel_case,
):
    id: int
    subject: str
    state: Literal["open", "closed"]
    priority: int
    price: Decimal
    weight: str
    tags: list[str]
    owner: str | None
    url: str
    date_created: datetime
    seen_at: datetime | None

    class List(Paging):
        subject: str = UNSET
        state: list[str] = UNSET
        tags: str = UNSET
        owner: str = UNSET
        url: str = UNSET
        date_created: date = UNSET
        date_created_before: datetime = UNSET
        date_created_after: datetime = UNSET
        created_before: str = UNSET
        after_date_created: date = UNSET
        seen_at: datetime = UNSET
        seen_at_gt: datetime = param(name="seenAt[gt]", default=UNSET)
        priority_min: int = UNSET
        max_priority: int = UNSET
        priority_lt: int = UNSET
        price_gte: Decimal = UNSET
        weight_to: float = UNSET
        subject_prefix: str = UNSET
        subject_contains: str = UNSET
        owner_not: str = UNSET
        mood: str = UNSET
        from_time: datetime = UNSET
        until_time: datetime = UNSET
        belongs_to: str = UNSET
        include_deleted: bool = UNSET
        start: datetime = UNSET
        holder: str = UNSET
        sort_order: Literal["ASC", "DESC"] = UNSET
        trace: str = param(name="X-Trace", location="header", default=UNSET)


class DeskRules(Rules):
    filter_names: ClassVar[dict[str, str]] = {"start": "date_created_after", "holder": "owner"}

    def compute_fields(self, context: RecordContext) -> dict[str, Any]:
        return {"url": f"/tickets/{context.path[-1]}", "owner": context.credentials.account}


class Desk(Client, host="api.desk.example"):
    tickets = collection(Ticket)


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    sandbox = Sandbox(Desk, rules=DeskRules(), account="Ann", start=START)
    for number in range(5):
        sandbox.add(
            Ticket,
            subject=f"ticket {number}",
            state="open" if number < 3 else "closed",
            priority=number,
            price=Decimal(number) / 2,
            weight=f"{number * 7}",
            tags=["all", f"tag {number}"],
            owner="Bob" if number == 4 else "Ann",
            seen_at=START + timedelta(hours=number) if number else None,
        )
        sandbox.clock.advance(timedelta(days=1))
    yield sandbox
    sandbox.stop()


@pytest.fixture
def desk(sandbox: Sandbox) -> Iterator[Desk]:
    with Desk(auth=BearerAuth(sandbox.token), transport=sandbox) as desk:
        yield desk


THIRD = START + timedelta(days=2)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, "01234"),
        ({"subject": "ticket 3"}, "3"),
        ({"subject": "ticket"}, ""),
        ({"state": ["open"]}, "012"),
        ({"state": ["open", "closed"]}, "01234"),
        ({"state": ["closed"], "tags": "tag 4"}, "4"),
        ({"tags": "all"}, "01234"),
        ({"owner": "Ann"}, "0123"),  # what the rules compute is filtered as well
        ({"owner_not": "Ann"}, "4"),
        ({"url": "/tickets/2"}, "1"),
        ({"date_created": date(2027, 1, 3)}, "2"),
        ({"date_created_before": THIRD}, "012"),
        ({"date_created_after": THIRD}, "234"),
        ({"date_created_after": THIRD, "date_created_before": THIRD}, "2"),
        ({"date_created_after": THIRD + timedelta(seconds=1)}, "34"),
        ({"created_before": "2027-01-02"}, "01"),
        ({"created_before": "2027-01-01T23:59:59Z"}, "0"),
        ({"after_date_created": date(2027, 1, 4)}, "34"),
        ({"seen_at": START + timedelta(hours=2)}, "2"),
        ({"seen_at_gt": START + timedelta(hours=2)}, "34"),
        ({"priority_min": 3}, "34"),
        ({"max_priority": 1}, "01"),
        ({"priority_lt": 1}, "0"),
        ({"price_gte": Decimal("1.5")}, "34"),
        ({"weight_to": 14}, "012"),  # as numbers, though they are text
        ({"subject_prefix": "ticket"}, "01234"),
        ({"subject_prefix": "icket"}, ""),
        ({"subject_contains": "t 3"}, "3"),
        ({"start": THIRD}, "234"),  # what the rules say that it means
        ({"holder": "Bob", "start": THIRD}, "4"),
        ({"trace": "a header selects nothing", "priority_min": 4}, "4"),
    ],
)
def test_what_a_filter_selects(desk: Desk, filters: Any, found: str) -> None:
    assert "".join(str(each.priority) for each in desk.tickets.list(**filters)) == found
    assert (
        "".join(str(each.priority) for each in desk.tickets.list(**filters, page_size=1)) == found
    )


@pytest.mark.parametrize("size", [1, 2, 3, 50])
def test_a_list_in_the_opposite_order(desk: Desk, size: int) -> None:
    listed = desk.tickets.list(sort_order="DESC", priority_min=1, page_size=size)
    assert [each.priority for each in listed] == [4, 3, 2, 1]
    listed = desk.tickets.list(sort_order="ASC", priority_min=1, page_size=size)
    assert [each.priority for each in listed] == [1, 2, 3, 4]


def test_a_filter_that_is_not_understood_is_refused(sandbox: Sandbox, desk: Desk) -> None:
    with pytest.raises(BadRequestError) as caught:
        desk.tickets.list(mood="sunny")
    assert str(caught.value).splitlines()[0] == (
        "status 400: The sandbox does not know what the parameter mood selects. "
        "Say it by sandbox.filters(Ticket, mood=…)."
    )


def test_a_test_says_what_a_filter_selects(sandbox: Sandbox, desk: Desk) -> None:
    sandbox.filters(
        Ticket,
        mood=lambda ticket, mood: (ticket["priority"] > 2) is (mood == "sunny"),
        from_time=at_least("dateCreated"),
        until_time=at_most("dateCreated"),
        belongs_to=equal_to("owner"),
        include_deleted=select_all,
    )

    def found(**filters: Any) -> str:
        return "".join(str(each.priority) for each in desk.tickets.list(**filters))

    assert (found(mood="sunny"), found(mood="grey")) == ("34", "012")
    assert (found(from_time=THIRD), found(until_time=THIRD)) == ("234", "012")
    assert (found(belongs_to="Bob"), found(include_deleted=False)) == ("4", "01234")
    sandbox.reset()
    with pytest.raises(BadRequestError):
        desk.tickets.list(belongs_to="Bob")


def test_a_filter_of_a_resource_that_is_not_served(sandbox: Sandbox) -> None:
    class Other(Resource, uri="/others"):
        class Key(NoKey): ...

    with pytest.raises(ConfigurationError, match=r"^Other is not served here\."):
        sandbox.filters(Other, mood=select_all)
