"""The types that checkers infer for models, in fields, in parameters and by themselves."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any, Literal, assert_type

import attrs

from restmap import Collection, evolve

from .late import Late
from .models import Bank, Card, Comment, Order, Tag, User


def fields(order: Order) -> None:
    assert_type(order.tags, list[Tag])
    assert_type(order.by_name["a"].colour, str | None)
    assert_type(order.source, Card | Bank | None)
    if isinstance(order.source, Bank):
        assert_type(order.source.iban, str)
    assert_type(order.total, Decimal)
    assert_type(order.comments[0].replies[0].written, datetime)
    assert_type(order.owner.fetch(), User)
    assert_type(order.watchers, list[User])
    assert_type(order.watches[0].user.fetch(), User)
    assert_type(order.watches[0].others, list[User])
    assert_type(order.postpone(), Late)
    assert_type(order.split(), Late | None)
    assert_type(order.previous, Order | None)
    assert_type(order.late, Late)


def models() -> None:
    card = Card(number="4")
    assert_type(card.type, Literal["card"])
    assert_type(evolve(card, number="5"), Card)
    assert_type(attrs.asdict(card), dict[str, Any])
    assert_type({Tag(name="a")}, set[Tag])


async def parameters(orders: Collection[Order]) -> None:
    source = Bank(iban="DE1")
    assert_type(orders.create(source=source), Order)
    assert_type(await orders.create_async(source=Card(number="4"), tags=[Tag(name="a")]), Order)
    order = orders.create(source=source, comment=None)
    assert_type(order.discuss(comment=Comment(text="a")), Comment)
