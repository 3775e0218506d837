"""Declarations with models, whose types `inferred_models.py` and `refused.py` check."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from restmap import (
    UNSET,
    Model,
    Params,
    Resource,
    Returns,
    action,
    camel_case,
    deferred,
    field,
    param,
)

if TYPE_CHECKING:
    from .late import Late
else:
    Late = deferred(".late:Late", __package__)


class Tag(Model):
    name: str
    colour: str | None = None


class Card(Model):
    type: Literal["card"] = "card"
    number: str


class Bank(Model):
    type: Literal["bank"] = "bank"
    iban: str = field(name="IBAN")


class Comment(Model):
    text: str
    written: datetime = UNSET
    replies: list[Comment] = field(factory=list)


class User(Resource, uri="/users/{login}", body="json"):
    login: str

    class Fetch(Params): ...


class Watch(Model):
    user: User
    others: list[User] = field(factory=list)


class Order(Resource, uri="/orders/{id}", body="json", parameter_names=camel_case):
    id: int
    tags: list[Tag]
    by_name: dict[str, Tag]
    source: Card | Bank | None = field(tagged_by="type")
    total: Decimal
    comments: list[Comment] = field(default=None)
    owner: User
    watchers: list[User]
    watches: list[Watch]
    previous: Order | None
    late: Late

    class Create(Params):
        source: Card | Bank = param(tagged_by="type")
        tags: list[Tag] = UNSET
        comment: Comment | None = UNSET

    class Fetch(Params): ...

    class Discuss(Params):
        comment: Comment

    discuss = action(Discuss, returns=Comment)

    class Postpone(Params): ...

    postpone = action(Postpone, returns=Late)

    class Split(Params, Returns[Late | None]): ...

    split = action(Split)
