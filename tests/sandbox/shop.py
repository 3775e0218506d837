"""An API of no vendor: JSON bodies, numbers as keys, pages of its own, and rules of its own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, Literal

import attrs

from restmap import (
    UNSET,
    BearerAuth,
    Client,
    Domain,
    NoKey,
    PageContent,
    PageType,
    Paging,
    Params,
    Request,
    Resource,
    Response,
    Version,
    action,
    camel_case,
    collection,
    collections,
    comma_separated,
    deferred,
    domain,
    field,
    param,
    prefixed_map,
    version,
)
from restmap.sandbox import Credentials, RecordContext, Refusal, Rules, json_response


class CountedPage(PageType):
    """{"found": 7, "more": "https://…", "list": [...]}"""

    page_size = "per"
    page_number = "page"
    first = 1
    max_page_size = 3
    default_page_size = 2

    def read(self, body: Any, response: Response, url: str) -> PageContent:
        return PageContent(body["list"], body["more"])

    def write(self, content: PageContent, key: str, url: str) -> Any:
        return {"found": content.total, "more": content.next_url, "list": content.items}


class ShopResource(
    Resource, page=CountedPage, body="json", parameter_names=camel_case, field_names=camel_case
): ...


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


@attrs.frozen
class Size:
    width: int
    unit: str


class Review(ShopResource, uri="/things/{thing_id}/reviews/{review_id}"):
    thing_id: int
    review_id: int
    text: str

    class Create(Params):
        text: str

    class List(Paging): ...

    class Fetch(Params): ...


class Settings(ShopResource, uri="/things/{thing_id}/settings"):
    thing_id: int
    colour: Colour = field(initial=Colour.BLUE)
    updated_at: datetime

    class Key(NoKey): ...

    class Fetch(Params): ...

    class Update(Params, method="PATCH"):
        colour: Colour = UNSET


class Thing(ShopResource, uri="/things/{id}"):
    id: int
    name: str = field(unique=True)
    nick_name: str | None
    price: Decimal
    rating: float
    tags: list[str]
    size: Size
    colour: Colour
    kind: Literal["plain", "rare"]
    made_on: date
    available: bool
    notes: dict[str, str]
    extra: Any
    url: str
    created_at: datetime

    class Create(Params):
        name: str
        price: Decimal = UNSET
        nick_name: str = UNSET
        tags: list[str] = UNSET
        size: Size = UNSET
        colour: Colour = UNSET
        available: bool = UNSET
        count: int = UNSET
        reviews: list[dict[str, Any]] = UNSET
        trace: str = param(name="X-Trace", default=UNSET, location="header")

    class Update(Params, method="PUT"):
        name: str = UNSET
        nick_name: str = UNSET
        price: Decimal = UNSET

    class List(Paging):
        colour: Colour = UNSET
        available: bool = UNSET
        labels: list[str] = param(comma_separated(), default=UNSET)
        meta: dict[str, Any] = param(prefixed_map("meta"), default=UNSET)

    class Fetch(Params): ...

    class Delete(Params): ...

    class Polish(Params, uri="/polish"):
        hard: bool = UNSET

    class Weigh(Params, uri="/weight", method="GET"): ...

    class Drop(Params, uri="/drop"): ...

    class Judge(Params, uri="/judge"):
        verdict: dict[str, Any] = param(location="body")

    polish = action(Polish)
    weigh = action(Weigh, returns=int)
    drop = action(Drop, returns=None)
    judge = action(Judge, returns=Review)
    reviews = collection(Review)
    settings = collection(Settings)


class Pair(ShopResource, uri="/pairs/{left}:{right}.json"):
    """Two keys in one segment, with a suffix; the first is the caller's to choose."""

    left: str
    right: str

    class Key(Params):
        left: str
        right: str

    class Create(Params):
        left: str
        right: str

    class Fetch(Params): ...


class Report(ShopResource, uri="/reports/{id}"):
    """Nothing creates one."""

    id: str = field(prefix="R-")
    title: str

    class Fetch(Params): ...

    class List(Paging, page=CountedPage): ...


class Slot(ShopResource, uri="/halls/{hall}/{floor}/slots/{slot_id}"):
    """Its collections have keys of their own, which no resource has."""

    hall: str
    floor: int
    slot_id: int
    text: str

    class Create(Params):
        text: str

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...


class Main(Version, prefix="/api/main"):
    things = collection(Thing)
    pairs = collection(Pair)
    reports = collection(Report)
    slots = collections(Slot)


class ShopRules(Rules):
    updated_fields = ("updated_at",)

    def create_credentials(self) -> Credentials:
        return Credentials("nobody", "open sesame")

    def accepts(self, request: Request, credentials: Credentials) -> bool:
        return request.headers.get("Authorization") == f"Bearer {credentials.token}"

    def compute_fields(self, context: RecordContext) -> Mapping[str, Any]:
        return {"url": f"{context.url}#own"}

    def write_error(self, refusal: Refusal) -> Response:
        return json_response(refusal.status, {"error": refusal.message})


class Shop(Domain, host="shop.example"):
    sandbox_rules = deferred(f"{__name__}:ShopRules")
    main = version(Main)


class ShopClient(Client, title="Shop"):
    shop = domain(Shop)

    def __init__(self, **settings: Any) -> None:
        super().__init__(auth=BearerAuth("open sesame"), **settings)
