"""An API with one resource of each kind, for the tests of types."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Unpack

import attrs

from restmap import (
    UNSET,
    AnyFile,
    ArrayPage,
    BearerAuth,
    Client,
    ClientSettings,
    Collection,
    Domain,
    Download,
    File,
    NoKey,
    Paging,
    Params,
    Resource,
    Returns,
    Version,
    action,
    camel_case,
    collection,
    collections,
    comma_separated,
    deferred,
    domain,
    field,
    handle,
    param,
    version,
)

if TYPE_CHECKING:
    from .late import Late
else:
    Late = deferred(f"{__package__}.late:Late")

Priority = Literal["low", "high"]


@attrs.frozen
class Address:
    city: str
    zip: str | None = None


@attrs.frozen
class Person:
    name: str
    address: Address


class DeskResource(Resource, page=ArrayPage("items"), body="json", parameter_names=camel_case):
    """Fields and verbs that all resources share."""

    date_created: datetime

    class Fetch(Params): ...


class Reply(DeskResource, uri="/Tickets/{ticket_sid}/Replies/{sid}"):
    """Can be listed and created."""

    sid: str
    ticket_sid: str

    class Create(Params):
        text: str

    class List(Paging):
        date_created_after: datetime = param(name="DateCreated>", default=UNSET)


class Ticket(DeskResource, uri="/Tickets/{sid}"):
    """Has actions, parameters in every location, and nested models."""

    sid: str
    priority: Priority
    price: Decimal | None
    reporter: Person
    watchers: list[Person]
    words: dict[str, int]
    due: date = field(name="due_on")

    class Create(Params):
        from_: str = param(name="From")
        reporter: Person
        watchers: list[Person] = UNSET
        price: Decimal | None = UNSET
        tags: list[str] = param(comma_separated(), default=UNSET)
        if_match: str = param(name="If-Match", location="header", default=UNSET)
        dry_run: bool = param(location="query", default=False)

    class Update(Params, method="PUT"):
        priority: Priority = UNSET

    class List(Paging):
        priority: Priority = UNSET

    class Close(Params, uri="/Close"):
        reason: str

    class Ring(Params, method="PUT", uri="/Bell"):
        times: int = 1

    class Count(Params, method="GET", uri="/Words"): ...

    class Watch(Params, uri="/Watchers"):
        watchers: list[Person] = param(location="body")

    close = action(Close)
    close_async = close.awaited()
    ring = action(Ring, returns=None)
    ring_async = ring.awaited()
    count_words = action(Count, returns=dict[str, int])
    count_words_async = count_words.awaited()
    watch = action(Watch, returns=list[Person])

    replies = collection(Reply)


class Agent(DeskResource, uri="/Agents/{id}"):
    """Can only be fetched, by the verb of its base; has an action that returns another resource."""

    id: int

    class Take(Params, uri="/Take"):
        ticket: str

    take = action(Take, returns=Ticket)
    take_async = take.awaited()


class Event(Resource, uri="/Events/{sid}", page=ArrayPage("events")):
    """Can only be listed."""

    sid: str

    class List(Paging): ...


class Upload(Resource, uri="/Uploads/{sid}"):
    """Can only be created, from one JSON body."""

    sid: str

    class Create(Params, body="json"):
        content: dict[str, Any] = param(location="body")


class Photo(Resource, uri="/Photos/{sid}"):
    """Is uploaded, in a form or as it is."""

    sid: str

    class Create(Params, body="multipart"):
        image: File
        previews: list[File] = UNSET
        thumbnail: AnyFile = UNSET
        raw: File | Path | None = UNSET

    class Replace(Params, method="PUT"):
        image: File = param(location="body")

    class Original(Params, method="GET", uri="/Original"):
        width: int = UNSET

    class Export(Params, Returns[Download]): ...

    original = action(Original, returns=Download)
    export = action(Export)
    replace = action(Replace)
    replace_async = replace.awaited()


class Rate(Resource, uri="/Rates/{origin}/{target}"):
    """Has two keys."""

    origin: str
    target: str
    factor: float

    class Key(Resource.Key):
        origin: str
        target: str

    class Fetch(Params):
        on: date = UNSET


class Configuration(Resource, uri="/Configuration"):
    """Is the only item of its kind, without a key."""

    colour: str

    class Key(NoKey): ...

    class Fetch(Params): ...

    class Update(Params):
        colour: str


class TicketTotals(Resource, uri="/Tickets/Totals"):
    """Belongs to all tickets, not to one of them."""

    open: int

    class Key(NoKey): ...

    class Fetch(Params): ...


class Tickets(Collection[Ticket]):
    totals = collection(TicketTotals)


class Permission(Resource, uri="/Permissions/{role_sid}", page=ArrayPage("permissions")):
    """Has one list for each role."""

    role_sid: str

    class Key(NoKey): ...

    class List(Paging): ...


class Shift(Resource, uri="/Rotas/{rota}/{year}/Shifts/{number}", page=ArrayPage("shifts")):
    """Has one list for each rota and year, with items."""

    rota: str
    year: int
    number: int

    class Key(Resource.Key):
        number: int

    class List(Paging): ...

    class Fetch(Params): ...


class Account(Resource, uri="/Accounts/{sid}"):
    """The account of the client is mounted as a handle."""

    sid: str
    balance: Decimal

    class Fetch(Params): ...


class V1(Version, prefix="/v1"):
    tickets = collection(Ticket, Tickets)
    permissions = collections(Permission)
    shifts = collections(Shift)
    agents = collection(Agent)
    events = collection(Event)
    uploads = collection(Upload)
    photos = collection(Photo)
    rates = collection(Rate)
    configuration = collection(Configuration)
    accounts = collection(Account)
    account = handle(Account, lambda at: "AC1")
    late = collection(Late)


class Desk(Domain, host="api.desk.example"):
    v1 = version(V1)


class DeskClient(Client, title="Vendor"):
    desk = domain(Desk)

    def greeting(self) -> str:
        return "Good morning"


class OneHost(Client, host="api.desk.example", prefix="/v1"):
    """An API of one host, with credentials and settings of its own."""

    tickets = collection(Ticket, Tickets)
    permissions = collections(Permission)
    account = handle(Account, lambda at: "AC1")
    v1 = version(V1)
    desk = domain(Desk)

    def __init__(self, token: str, *, team: str = "", **settings: Unpack[ClientSettings]) -> None:
        super().__init__(auth=BearerAuth(token), **settings)
        self.team = team
