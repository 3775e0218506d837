"""Mistakes that a user's editor must flag, one a line.

Both checkers are told to complain of an ignored line on which nothing is wrong, so a mistake that
they stop refusing fails `make types`. The kind in brackets is mypy's.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import restmap
from docs.examples.github_issues import Issue, Repository
from resources.twilio import Client
from resources.twilio.content.v1.content import TwilioText, Types
from resources.twilio.proxy.v1.interaction import Interaction
from resources.twilio.proxy.v1.participant import Participant
from resources.twilio.proxy.v1.service import Service
from resources.twilio.proxy.v1.session import Session
from restmap import (
    Client as AnyClient,
    Collection,
    File,
    NotFoundError,
    Page,
    Params,
    RateLimit,
    Resource,
    Response,
    Stream,
    action,
    collection,
    domain,
    param,
    version,
)

from .desk import V1, Address, Agent, Desk, DeskClient, OneHost, Person, Ticket
from .models import Bank, Card, Comment, Order, Tag
from .shapes import V2, Release


def parameters_of_create(service: Service, session: Session) -> None:
    service.sessions.create(uniq_name="a")  # type: ignore[call-arg]
    service.sessions.create(mode="voice")  # type: ignore[arg-type]
    service.sessions.create("a")  # type: ignore[call-arg]
    service.sessions.create(ttl="soon")  # type: ignore[arg-type]
    service.sessions.create(date_expiry="tomorrow")  # type: ignore[arg-type]
    service.sessions.create(participants="x")  # type: ignore[arg-type]
    service.sessions.create(participants=[1])  # type: ignore[list-item]
    service.sessions.create(unique_name=None)  # type: ignore[arg-type]
    session.participants.create()  # type: ignore[call-arg]


def parts_of_bodies(client: Client) -> None:
    contents = client.content.v1.contents
    contents.create(languag="en")  # type: ignore[call-arg]
    contents.create(types=TwilioText(body="Hello"))  # type: ignore[arg-type]
    contents.create(content_create_request="en")  # type: ignore[arg-type]
    Types(twilio_tex=TwilioText(body="Hello"))  # type: ignore[call-arg]
    TwilioText(body=5)  # type: ignore[arg-type]


def parameters_of_lists(service: Service) -> None:
    service.sessions.list(limit="20")  # type: ignore[arg-type]
    service.sessions.list(20)  # type: ignore[call-arg]
    service.sessions.list(status="open")  # type: ignore[call-arg]
    service.sessions.stream(page_size=2.5)  # type: ignore[arg-type]
    service.sessions.stream(prefetch="yes")  # type: ignore[arg-type]
    service.sessions.page(page_token=7)  # type: ignore[arg-type]
    service.sessions.get_page(None)  # type: ignore[call-overload]


def verbs_that_are_not_declared(
    service: Service, participant: Participant, interaction: Interaction
) -> None:
    participant.update()  # type: ignore[call-overload]
    interaction.update(data="a")  # type: ignore[call-overload]
    service.sessions("KC1").interactions.create()  # type: ignore[arg-type]
    service.sessions("KC1").cancel()  # type: ignore[attr-defined]
    service.sessions.fetch()  # type: ignore[attr-defined]
    service.sessions.delete()  # type: ignore[attr-defined]
    service.participants  # type: ignore[attr-defined]


def parameters_of_other_verbs(session: Session) -> None:
    session.update(ttl="soon")  # type: ignore[arg-type]
    session.update(status="shut")  # type: ignore[arg-type]
    session.update(mode="voice-only")  # type: ignore[call-arg]
    session.fetch(page_size=1)  # type: ignore[call-arg]
    session.delete(force=True)  # type: ignore[call-arg]


def fields(session: Session) -> None:
    session.colour  # type: ignore[attr-defined]
    session.ttl.upper()  # type: ignore[attr-defined]
    session.date_expiry.year  # type: ignore[union-attr]


def keys(service: Service, v1: V1) -> None:
    service.sessions()  # type: ignore[call-arg]
    service.sessions("KC1", "KC2")  # type: ignore[call-arg]
    service.sessions(1.5)  # type: ignore[arg-type]
    v1.rates("EUR", "CHF")  # type: ignore[call-arg]
    v1.rates(origin="EUR")  # type: ignore[call-arg]
    v1.rates(origin="EUR", target=7)  # type: ignore[arg-type]
    v1.configuration("red")  # type: ignore[call-arg]
    v1.configuration.fetch()  # type: ignore[attr-defined]
    v1.account("AC1")  # type: ignore[operator]


def only_some_verbs(v1: V1) -> None:
    v1.events.create()  # type: ignore[arg-type]
    v1.events("EV1").fetch()  # type: ignore[call-overload]
    v1.uploads.list()  # type: ignore[arg-type]
    v1.uploads.create(content="text")  # type: ignore[arg-type]
    v1.photos.create()  # type: ignore[call-arg]
    v1.photos.create(image="a.png")  # type: ignore[arg-type]
    v1.photos.create(image=File(b""), thumbnail="a.png")  # type: ignore[arg-type]
    v1.photos.create(image=File(b""), raw=b"")  # type: ignore[arg-type]
    File("a.png")  # type: ignore[arg-type]
    v1.photos("PH1").original(width="wide")  # type: ignore[arg-type]
    v1.photos("PH1").original().save()  # type: ignore[call-arg]
    v1.photos("PH1").original().save("a.png", progres=print)  # type: ignore[call-arg]
    v1.photos("PH1").original().save("a.png", progress=str.upper)  # type: ignore[arg-type]
    v1.photos("PH1").original().read()  # type: ignore[attr-defined]
    v1.agents.list()  # type: ignore[arg-type]
    v1.agents.create()  # type: ignore[arg-type]
    v1.agents(7).delete()  # type: ignore[call-overload]
    v1.late.create(minutes="five")  # type: ignore[arg-type]
    v1.late("LA1").update()  # type: ignore[call-overload]
    v1.tickets.totals.fetch()  # type: ignore[attr-defined]
    v1.tickets("TK1").totals()  # type: ignore[attr-defined]
    v1.permissions.list()  # type: ignore[attr-defined]
    v1.permissions("RO1").create()  # type: ignore[arg-type]
    for _ in v1.uploads:  # type: ignore[misc]
        pass


def actions(ticket: Ticket, agent: Agent, ada: Person) -> None:
    ticket.close()  # type: ignore[call-arg]
    ticket.close(reason=1)  # type: ignore[arg-type]
    ticket.close(cause="solved")  # type: ignore[call-arg]
    ticket.ring(times="3")  # type: ignore[arg-type]
    ticket.ring().sid  # type: ignore[attr-defined]
    ticket.count_words()["one"].upper()  # type: ignore[attr-defined]
    ticket.watch(watchers=ada)  # type: ignore[arg-type]
    agent.take(ticket="TK1").take()  # type: ignore[attr-defined]


def parameters_of_every_kind(v1: V1, ada: Person) -> None:
    v1.tickets.create(reporter=ada)  # type: ignore[call-arg]
    v1.tickets.create(from_="+1555", reporter="Ada")  # type: ignore[arg-type]
    v1.tickets.create(from_="+1555", reporter=ada, price=1.5)  # type: ignore[arg-type]
    v1.tickets.create(from_="+1555", reporter=ada, if_match=7)  # type: ignore[arg-type]
    v1.tickets.create(from_="+1555", reporter=ada, tags="a,b")  # type: ignore[arg-type]
    v1.tickets.create(from_="+1555", reporter=ada, watchers=[Address("A")])  # type: ignore[list-item]
    v1.tickets.list(priority="middle")  # type: ignore[arg-type]
    v1.tickets("TK1").reporter.adress  # type: ignore[attr-defined]
    v1.tickets("TK1").replies.create()  # type: ignore[call-arg]


def another_vendor(repository: Repository, issue: Issue) -> None:
    repository.issues.create(body="a")  # type: ignore[call-arg]
    repository.issues.list(state="shut")  # type: ignore[arg-type]
    issue.lock(lock_reason="boring")  # type: ignore[arg-type]
    issue.delete()  # type: ignore[call-overload]
    issue.update(title=None)  # type: ignore[arg-type]
    issue.comments.create()  # type: ignore[call-arg]


async def awaited(client: Client, session: Session, ticket: Ticket) -> None:
    sessions = client.proxy.v1.services("KS1").sessions
    await sessions.create_async(uniq_name="a")  # type: ignore[call-arg]
    await sessions.list_async(limit="20")  # type: ignore[arg-type]
    await session.update_async(ttl="soon")  # type: ignore[arg-type]
    await session.participants.create_async()  # type: ignore[call-arg]
    await sessions.create(unique_name="a")  # type: ignore[misc]
    await ticket.close_async()  # type: ignore[call-arg]
    await ticket.watch_async(watchers=[])  # type: ignore[attr-defined]
    await client.proxy.v1.services("KS1").sessions("KC1").interactions.create_async()  # type: ignore[arg-type]
    async for each in sessions.stream(limit="5"):  # type: ignore[arg-type]
        each.colour  # type: ignore[attr-defined]
    sessions.create_async(unique_name="a").sid  # type: ignore[attr-defined]


def settings(client: Client) -> None:
    client.options(timeout="2")  # type: ignore[arg-type]
    client.options(pool_size=2)  # type: ignore[call-arg]
    client.options(headers={"X-Trace": 1})  # type: ignore[dict-item]
    client.proxy.v2  # type: ignore[attr-defined]
    client.desk  # type: ignore[attr-defined]


def settings_of_ones_own_client(client: OneHost) -> None:
    OneHost("t", base_ur="http://127.0.0.1:8080")  # type: ignore[call-arg]
    OneHost("t", retries="2")  # type: ignore[arg-type]
    OneHost("t", teem="blue")  # type: ignore[call-arg]
    OneHost()  # type: ignore[call-arg]
    OneHost("t", auth=None)  # type: ignore[call-arg]
    DeskClient(base_ur="http://127.0.0.1:8080")  # type: ignore[call-arg]
    Client("AC1", "t", base_ur="http://127.0.0.1:8080")  # type: ignore[call-arg]
    client.tickets.list(priority="middle")  # type: ignore[arg-type]
    client.tickets("TK1").totals()  # type: ignore[attr-defined]
    client.tikets  # type: ignore[attr-defined]


def requests_of_ones_own(client: OneHost) -> None:
    client.request("GET")  # type: ignore[call-arg]
    client.request("GET", "/a", {"a": 1})  # type: ignore[call-arg]
    client.request("GET", "/a", params={"a": 1})  # type: ignore[call-arg]
    client.request("GET", "/a", content=7)  # type: ignore[arg-type]
    client.request("GET", "/a", headers={"X-A": 1})  # type: ignore[dict-item]
    client.options(extra_query="a=1")  # type: ignore[arg-type]


def errors() -> None:
    NotFoundError("no such ticket", stats=404)  # type: ignore[call-arg]
    NotFoundError("no such ticket", code=[7])  # type: ignore[arg-type]
    NotFoundError(404)  # type: ignore[arg-type]


def bulk(v1: V1) -> None:
    restmap.map(lambda key: v1.agents(key), ["a"], at_a_tim=2)  # type: ignore[call-arg]
    restmap.map(v1.agents(7), [1])  # type: ignore[arg-type]
    OneHost("t", pace=100)  # type: ignore[arg-type]
    RateLimit("100")  # type: ignore[arg-type]


def class_keywords_of_clients() -> None:
    class Misspelt(AnyClient, hots="api.desk.example"): ...  # type: ignore[arg-type]

    class Rule(AnyClient, host="api.desk.example", body="json"): ...  # type: ignore[arg-type]

    class Kind(AnyClient, host=7): ...  # type: ignore[arg-type]

    print(Misspelt, Rule, Kind)


def results(service: Service) -> None:
    a_page: Page[Session] = service.sessions.page().next_page()  # type: ignore[assignment]
    text: str = service.sessions.create()  # type: ignore[assignment]
    response: Response = service.sessions.create().response  # type: ignore[assignment]
    participants: list[Participant] = service.sessions.list()  # type: ignore[assignment]
    tickets: Collection[Ticket] = service.sessions  # type: ignore[assignment]
    print(tickets, a_page, text, response, participants)


def declarations() -> Any:
    """restmap refuses these when the class is written; an editor flags them before that."""
    wrong_location: str = param(location="cookie")  # type: ignore[arg-type]
    collection("Ticket")  # type: ignore[call-overload]
    action(Ticket.Close, returns=3)  # type: ignore[call-overload]
    version(Desk("a"))  # type: ignore[arg-type]
    domain(Ticket)  # type: ignore[type-var]
    return wrong_location, Params, Resource


def models(orders: Collection[Order], order: Order) -> None:
    Tag("a")  # type: ignore[call-arg]
    Tag()  # type: ignore[call-arg]
    Tag(nam="a")  # type: ignore[call-arg]
    Tag(name=5)  # type: ignore[arg-type]
    Tag(name="a").name = "b"  # type: ignore[misc]
    Tag(name="a").size  # type: ignore[attr-defined]
    Card(type="bank", number="4")  # type: ignore[arg-type]
    Comment(text="a", replies=[Tag(name="a")])  # type: ignore[list-item]
    orders.create()  # type: ignore[call-arg]
    orders.create(source=Tag(name="a"))  # type: ignore[arg-type]
    orders.create(source=Bank(iban="D"), tags=Tag(name="a"))  # type: ignore[arg-type]
    order.source.number  # type: ignore[union-attr]
    order.comments[0].repplies  # type: ignore[attr-defined]
    order.owner.update()  # type: ignore[call-overload]
    order.discuss(comment="a")  # type: ignore[arg-type]


def lists_by_post(v2: V2, url: str) -> None:
    v2.issues.list()  # type: ignore[call-arg]
    v2.issues.list(query=1)  # type: ignore[arg-type]
    v2.issues.get_page(url, queri="x")  # type: ignore[call-overload]


def actions_of_a_collection(v2: V2) -> None:
    v2.issues.bulk(titles=["a", 1])  # type: ignore[list-item]
    v2.issues.bulk()  # type: ignore[call-arg]
    v2.issues.import_(uri="x")  # type: ignore[call-arg]
    v2.issues("1").clear()  # type: ignore[attr-defined]
    v2.issues.bulk(titles=[]).title  # type: ignore[attr-defined]


def results_of_actions(release: Release) -> None:
    release.delete(forced=True)  # type: ignore[call-arg]
    release.delete().undone  # type: ignore[attr-defined]
    release.issues().title  # type: ignore[attr-defined]
    release.words(count=1)  # type: ignore[call-arg]


def own_paths(v2: V2) -> None:
    v2.issues("1").move()  # type: ignore[call-arg]
    v2.issues("1").move(board="b")  # type: ignore[arg-type]


def envelopes_and_styles(v2: V2) -> None:
    v2.invoices.create(invoice={"total": 1})  # type: ignore[call-arg]
    v2.invoices.create(total="1.50")  # type: ignore[arg-type]
    v2.invoices(1).count().invoice  # type: ignore[attr-defined]
    v2.invoices(1).draft(note=1)  # type: ignore[arg-type]
    v2.invoices.list(during={"first": "2026-01-01"})  # type: ignore[arg-type]
    v2.invoices.list(states="open|closed")  # type: ignore[arg-type]
    v2.invoices.list(filter={"state": 1})  # type: ignore[dict-item]
    param(style="pipes")  # type: ignore[arg-type]
    param(explode="yes")  # type: ignore[arg-type]


def sessions_of(name: str) -> Stream[Session]:
    return Client().proxy.v1.services(name).sessions.stream()


def partitions(client: Client) -> None:
    restmap.partition(sessions_of, [1, 2])  # type: ignore[arg-type]
    restmap.partition(sessions_of, ["a"], size=2)  # type: ignore[arg-type]
    restmap.partition(client.proxy.v1.services.list, [1])  # type: ignore[arg-type]
    restmap.partition(["a"], sessions_of)  # type: ignore[call-overload]
    restmap.days("2026-01-01", date(2026, 1, 2))  # type: ignore[arg-type]
    restmap.export([*restmap.partition(sessions_of, ["a"]), "b"], "c/")  # type: ignore[arg-type]
