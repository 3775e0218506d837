"""Random models go through encode, the sandbox and decode, and come back as they were."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Literal, get_args
from uuid import UUID

import attrs
from hypothesis import given, strategies as st

from restmap import (
    UNSET,
    BearerAuth,
    Client,
    Model,
    Params,
    Resource,
    camel_case,
    collection,
    field,
    pascal_case,
)
from restmap.sandbox import Sandbox


@attrs.frozen
class Typed:
    """A type, and a strategy for its values."""

    kind: Any
    values: st.SearchStrategy[Any]


SCALARS = [
    Typed(str, st.text(st.characters(exclude_categories=["Cs"]), max_size=5)),
    Typed(int, st.integers(-(2**53), 2**53)),
    Typed(float, st.floats(allow_nan=False, allow_infinity=False)),
    Typed(bool, st.booleans()),
    Typed(Decimal, st.decimals(-(10**12), 10**12, places=6)),
    Typed(date, st.dates()),
    Typed(
        datetime,
        st.datetimes(timezones=st.just(UTC)).map(lambda moment: moment.replace(microsecond=0)),
    ),
    Typed(UUID, st.uuids()),
    Typed(Literal["a", "b"], st.sampled_from(["a", "b"])),
]


def composed(inner: st.SearchStrategy[Typed]) -> st.SearchStrategy[Typed]:
    return st.one_of(
        inner.map(lambda each: Typed(list[each.kind], st.lists(each.values, max_size=3))),
        inner.map(
            lambda each: Typed(
                dict[str, each.kind], st.dictionaries(st.sampled_from("abc"), each.values)
            )
        ),
        inner.map(lambda each: Typed(each.kind | None, st.none() | each.values)),
        st.dictionaries(NAMES, inner, min_size=1, max_size=3).map(model_of),
    )


NAMES = st.sampled_from(["street_name", "zip2", "from_", "cl", "items", "converter", "self_"])


def model_of(members: dict[str, Typed]) -> Typed:
    """A model with these members, each given or left out."""
    kinds = {name: each.kind for name, each in members.items()}
    namespace: dict[str, Any] = {
        "__module__": __name__,
        "__qualname__": "Random",
        "__annotations__": kinds,
        **dict.fromkeys(kinds, field(default=UNSET)),
    }
    made: Any = type(Model)("Random", (Model,), namespace)
    values = st.fixed_dictionaries({}, optional={n: each.values for n, each in members.items()})
    return Typed(made, values.map(lambda given: made(**given)))


TYPES = st.recursive(st.sampled_from(SCALARS), composed, max_leaves=6)


def client_of(kind: Any, naming: Any) -> Any:
    class Thing(
        Resource, uri="/things/{key}", body="json", parameter_names=naming, field_names=naming
    ):
        key: str
        value: kind

        class Create(Params):
            value: kind = UNSET

        class Fetch(Params): ...

    class Shop(Client, host="shop.example"):
        things = collection(Thing)

    sandbox = Sandbox(Shop)
    return Shop(transport=sandbox, auth=BearerAuth(sandbox.token), drift="error")


def is_nullable(kind: Any) -> bool:
    return type(None) in get_args(kind)


@given(st.data(), TYPES, st.sampled_from([camel_case, pascal_case]))
def test_what_is_created_comes_back(data: Any, typed: Typed, naming: Any) -> None:
    value = data.draw(typed.values)
    client = client_of(typed.kind, naming)
    created = client.things.create(value=value)
    assert created.value == value
    assert client.things(created.key).fetch().value == value
    assert client.things.create(value=created.value).value == value
