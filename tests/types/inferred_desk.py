"""The types that checkers infer for every kind of resource, and for another vendor's API."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator, Iterator, Sequence
from concurrent.futures import Executor
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import assert_type

import restmap
from docs.examples.github_issues import (
    Comment,
    GitHub,
    Issue,
    IssueComment,
    Label,
    LabelOfIssue,
    Repository,
    State,
    User,
)
from restmap import (
    Client,
    Collection,
    Download,
    Exported,
    File,
    NotFoundError,
    Page,
    Partition,
    Period,
    PreconditionFailedError,
    RateLimit,
    Response,
    RetryPolicy,
    Stream,
    collection,
)

from .desk import (
    V1,
    Account,
    Address,
    Agent,
    Configuration,
    Desk,
    DeskClient,
    Event,
    OneHost,
    Permission,
    Person,
    Photo,
    Priority,
    Rate,
    Reply,
    Shift,
    Ticket,
    Tickets,
    TicketTotals,
    Upload,
)
from .late import Late


def parameters(v1: V1, ada: Person) -> None:
    assert_type(v1.tickets.create(from_="+1555", reporter=ada), Ticket)
    ticket = v1.tickets.create(
        from_="+1555",
        reporter=ada,
        watchers=[ada],
        price=None,
        tags=["a", "b"],
        if_match="7",
        dry_run=True,
    )
    assert_type(ticket, Ticket)
    assert_type(ticket.update(priority="low"), Ticket)
    assert_type(v1.tickets.list(priority="high", limit=3), list[Ticket])
    assert_type(v1.tickets.stream(priority="high"), Stream[Ticket])
    assert_type(ticket.replies.create(text="Hello"), Reply)
    assert_type(ticket.replies.list(date_created_after=datetime(2026, 1, 1)), list[Reply])


def tickets_of(day: Period) -> Stream[Ticket]:
    return DeskClient().desk.v1.tickets.stream(priority="high", limit=day.date.day)


def tickets_with(numbers: Sequence[int]) -> Stream[Ticket]:
    return DeskClient().desk.v1.tickets.stream(priority="high", limit=len(numbers))


def partitions(executor: Executor) -> None:
    by_day = restmap.partition(tickets_of, restmap.days(date(2026, 1, 1), date(2026, 2, 1)))
    assert_type(by_day, list[Partition[Ticket]])
    assert_type(by_day[0].stream(), Stream[Ticket])
    by_number = restmap.partition(tickets_with, range(1000), size=100)
    assert_type(by_number, list[Partition[Ticket]])
    named = restmap.partition(lambda pair: tickets_of(pair[1]), [("a", Period(*MOMENTS))], name=str)
    assert_type(named, list[Partition[Ticket]])
    assert_type(restmap.export(by_day, "tickets/", executor=executor), Exported)


MOMENTS = (datetime(2026, 1, 1), datetime(2026, 1, 2))


def fields(ticket: Ticket) -> None:
    assert_type(ticket.priority, Priority)
    assert_type(ticket.price, Decimal | None)
    assert_type(ticket.reporter, Person)
    assert_type(ticket.reporter.address, Address)
    assert_type(ticket.reporter.address.zip, str | None)
    assert_type(ticket.watchers, list[Person])
    assert_type(ticket.words, dict[str, int])
    assert_type(ticket.due, date)
    assert_type(ticket.date_created, datetime)


def actions(ticket: Ticket, agent: Agent, ada: Person) -> None:
    assert_type(ticket.close(reason="solved"), Ticket)
    assert_type(ticket.ring(), bool)
    assert_type(ticket.ring(times=3), bool)
    assert_type(ticket.count_words(), dict[str, int])
    assert_type(ticket.watch(watchers=[ada]), list[Person])
    assert_type(agent.take(ticket="TK1"), Ticket)


async def actions_async(ticket: Ticket, agent: Agent) -> None:
    assert_type(await ticket.close_async(reason="solved"), Ticket)
    assert_type(await ticket.ring_async(times=3), bool)
    assert_type(await ticket.count_words_async(), dict[str, int])
    assert_type(await agent.take_async(ticket="TK1"), Ticket)


def only_some_verbs(v1: V1) -> None:
    assert_type(v1.agents(7).fetch(), Agent)
    assert_type(v1.agents(date(2026, 1, 1)), Agent)
    assert_type(v1.events.list(), list[Event])
    assert_type(v1.events("EV1"), Event)
    assert_type(v1.uploads.create(content={"a": [1]}), Upload)
    assert_type(v1.uploads("UP1"), Upload)
    photo = v1.photos.create(image=File(Path("a.png")), previews=[File(b"", name="a.gif")])
    assert_type(photo, Photo)
    pieces_of_it: Iterator[bytes] = iter([b"a"])
    for thumbnail in (Path("a.png"), b"", io.BytesIO(), pieces_of_it, File(b"")):
        assert_type(v1.photos.create(image=File(b""), thumbnail=thumbnail), Photo)
    assert_type(v1.photos.create(image=File(b""), raw=Path("a.png")), Photo)
    assert_type(photo.replace(image=File(io.BytesIO(), media_type="image/png")), Photo)
    assert_type(File(iter([b"a"])), File)
    download = photo.original(width=100)
    assert_type(download, Download)
    assert_type(photo.export(), Download)
    assert_type(download.save("a.png", progress=lambda done, total: print(done, total)), Path)
    assert_type(download.response, Response)
    with download as pieces:
        assert_type(pieces, Iterator[bytes])
    assert_type(DeskClient().request("PUT", "/photos/1", content=Path("a.png")), Response)


async def awaited_downloads(photo: Photo) -> None:
    assert_type(await photo.original().save_async(Path("a.png"), max_bytes=1), Path)
    async with photo.original() as pieces:
        assert_type(pieces, AsyncIterator[bytes])
        assert_type(await photo.replace_async(image=File(pieces)), Photo)


def keys(v1: V1) -> None:
    assert_type(v1.rates(origin="EUR", target="CHF"), Rate)
    assert_type(v1.rates(origin="EUR", target="CHF").fetch(on=date(2026, 1, 1)), Rate)
    assert_type(v1.configuration(), Configuration)
    assert_type(v1.configuration().fetch(), Configuration)
    assert_type(v1.configuration().update(colour="red"), Configuration)
    assert_type(v1.account, Account)
    assert_type(v1.account.fetch().balance, Decimal)


def mounts(client: DeskClient, v1: V1, ticket: Ticket) -> None:
    """Deferred classes and mounts outside a class body have the same types as others."""
    assert_type(v1.late.create(minutes=5), Late)
    assert_type(v1.late.list(limit=1), list[Late])
    assert_type(v1.late("LA1").fetch(), Late)
    assert_type(v1.late("LA1").delete(), bool)
    assert_type(collection(Ticket).under(client.desk.v1).list(priority="low"), list[Ticket])
    assert_type(collection(Reply).under(ticket).create(text="Hello"), Reply)
    assert_type(collection(Rate).under(v1)(origin="EUR", target="CHF"), Rate)
    assert_type(client.options(timeout=1).greeting(), str)


def collections_of_every_kind(client: DeskClient, v1: V1) -> None:
    assert_type(v1.agents, Collection[Agent])
    assert_type(v1.tickets, Tickets)
    assert_type(v1.tickets("TK1"), Ticket)
    assert_type(v1.tickets.totals().fetch(), TicketTotals)
    assert_type(v1.permissions("RO1"), Collection[Permission])
    assert_type(v1.permissions("RO1").list(), list[Permission])
    assert_type(v1.shifts("nights", year=2030).list(), list[Shift])
    assert_type(v1.shifts("nights", 2030)(number=7).fetch(), Shift)
    names_in_annotations(v1.tickets, collection(Reply).under(v1.tickets("TK1")))


def names_in_annotations(tickets: Collection[Ticket], replies: Collection[Reply]) -> None:
    assert_type(tickets.list(priority="low"), list[Ticket])
    assert_type(replies.create(text="Hello"), Reply)


def github(github: GitHub) -> None:
    repository = github.api.v3.repos(owner="octocat", repo="hello-world")
    assert_type(repository, Repository)
    assert_type(repository.fetch().owner, User)
    assert_type(repository.labels.create(name="bug", color="d73a4a"), Label)
    assert_type(repository.labels("bug").update(new_name="defect"), Label)
    issue = repository.issues.create(title="It leaks", labels=["bug"])
    assert_type(issue, Issue)
    assert_type(issue.state, State)
    assert_type(issue.user, User | None)
    assert_type(issue.labels, list[LabelOfIssue])
    assert_type(issue.comment_count, int)
    assert_type(issue.update(body=None, state="closed", state_reason="completed"), Issue)
    assert_type(issue.lock(lock_reason="spam"), bool)
    assert_type(issue.unlock(), bool)
    assert_type(issue.add_labels(labels=["bug"]), list[LabelOfIssue])
    assert_type(issue.comments.create(body="Hello"), IssueComment)
    assert_type(repository.comments(7).update(body="Hello"), Comment)
    assert_type(repository.comments(7).delete(), bool)
    assert_type(repository.issues.list(state="all", labels=["bug"], limit=5), list[Issue])
    assert_type(repository.issues.page(sort="updated"), Page[Issue])


async def github_async(repository: Repository) -> None:
    assert_type(await repository.fetch_async(), Repository)
    assert_type(await repository.issues(7).update_async(title="It drips"), Issue)
    async for issue in repository.issues.stream(creator="octocat"):
        assert_type(issue, Issue)


def one_host(client: OneHost) -> None:
    assert_type(client.tickets, Tickets)
    assert_type(client.tickets("TK1").fetch(), Ticket)
    assert_type(client.tickets.list(priority="high"), list[Ticket])
    assert_type(client.tickets.totals().fetch(), TicketTotals)
    assert_type(client.permissions("RO1").list(), list[Permission])
    assert_type(client.account.fetch(), Account)
    assert_type(client.v1, V1)
    assert_type(client.v1.agents(7).fetch(), Agent)
    assert_type(client.desk, Desk)
    assert_type(collection(Reply).under(client.tickets("TK1")).list(), list[Reply])
    assert_type(collection(Ticket).under(client).list(), list[Ticket])
    assert_type(client.options(retries=1).team, str)
    assert_type(OneHost("t", team="blue", base_url="http://127.0.0.1:1", retries=2), OneHost)


def undeclared(client: OneHost) -> None:
    response = client.request("GET", "/a", query={"at": date(2026, 1, 1)}, headers={"X-A": "b"})
    assert_type(response, Response)
    assert_type(response.text, str)
    assert_type(client.request("POST", "/a", json=None), Response)
    assert_type(client.request("POST", "/a", form={"a": [1]}), Response)
    assert_type(client.request("PUT", "/a", content=b"a"), Response)
    assert_type(client.options(extra_query={"a": 1}, extra_body={"b": [2]}), OneHost)


def errors() -> None:
    error = NotFoundError("no such ticket", code=7, details=[1], retry_after=2.5)
    assert_type(error.status, int)
    assert_type(error.code, int | str | None)
    assert_type(error.retry_after, float | None)
    assert_type(error.message, str)
    assert_type(PreconditionFailedError().status, int)


def bulk(v1: V1) -> None:
    def fetch(key: int) -> Agent:
        return v1.agents(key).fetch()

    assert_type(restmap.map(fetch, range(5)), list[Agent])
    assert_type(restmap.map(lambda key: v1.events(key), ["a"], at_a_time=2), list[Event])
    OneHost("t", pace=RateLimit(100, per=60), retries=RetryPolicy(budget=None))


class Payments(Client, host="api.pay.example", idempotency_header="Idempotency-Key"):
    tickets = collection(Ticket)


def next_of(client: OneHost) -> None:
    assert_type(next(client.tickets.stream()), Ticket)
    assert_type(next(client.tickets.page()), Ticket)
    assert_type({client.tickets("TK1")}, set[Ticket])


async def next_of_async(client: OneHost) -> None:
    assert_type(await anext(client.tickets.stream()), Ticket)


def keys_of_calls(client: Payments) -> None:
    assert_type(client.options(idempotency_key="order-42").tickets("TK1").fetch(), Ticket)


async def bulk_async(v1: V1) -> None:
    async def fetch(key: int) -> Agent:
        return await v1.agents(key).fetch_async()

    assert_type(await restmap.map_async(fetch, range(5)), list[Agent])


async def one_host_async(client: OneHost) -> None:
    assert_type(await client.request_async("GET", "/a"), Response)
    assert_type(await client.tickets("TK1").fetch_async(), Ticket)
    async for ticket in client.tickets:
        assert_type(ticket, Ticket)
