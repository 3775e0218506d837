"""Frozen classes, as every step of a request uses them."""

from __future__ import annotations

import copy
import inspect
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from restmap.frozen import Frozen, evolve, made


class Point(Frozen):
    x: int
    y: int = 0
    notes: dict[str, str] = made(factory=dict[str, str])


class Positive(Frozen):
    number: int

    def _check(self) -> None:
        if self.number < 1:
            raise ValueError(f"{self.number} is not positive")


POINT = Point(1, 2, {"a": "b"})


def test_fields_are_given_in_order_or_by_name() -> None:
    assert Point(notes={"a": "b"}, y=2, x=1) == POINT
    assert (POINT.x, POINT.y, POINT.notes) == (1, 2, {"a": "b"})
    assert str(inspect.signature(Positive)) == "(number: 'int')"
    assert list(inspect.signature(Point).parameters) == ["x", "y", "notes"]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Point(), "Point() lacks the argument 'x'"),  # type: ignore[call-arg]
        (lambda: Point(1, 2, {}, 4), "Point() takes 3 arguments, 4 were given"),  # type: ignore[call-arg]
        (lambda: Point(1, z=2), "Point() has no argument 'z'"),  # type: ignore[call-arg]
        (
            lambda: Point(1, x=2),  # type: ignore[misc]
            "Point() was given 'x' twice",
        ),
    ],
)
def test_wrong_arguments_are_refused(make: Callable[[], Any], message: str) -> None:
    with pytest.raises(TypeError) as raised:
        make()

    assert str(raised.value) == message


def test_a_made_default_is_another_one_for_each_object() -> None:
    assert Point(1).notes == {}
    assert Point(1).notes is not Point(1).notes


def test_a_check_sees_every_way_to_make_one() -> None:
    assert Positive(1).number == 1
    with pytest.raises(ValueError, match=r"^-1 is not positive$"):
        Positive(-1)
    with pytest.raises(ValueError, match=r"^0 is not positive$"):
        evolve(Positive(1), number=0)


def test_nothing_is_changed() -> None:
    with pytest.raises(AttributeError, match=r"^'x' of a Point cannot be changed$"):
        POINT.x = 2  # type: ignore[misc]
    with pytest.raises(AttributeError, match=r"^'new' of a Point cannot be changed$"):
        POINT.new = 2  # type: ignore[attr-defined]
    with pytest.raises(AttributeError, match=r"^'x' of a Point cannot be changed$"):
        del POINT.x


@pytest.mark.parametrize(
    "again",
    [copy.copy, copy.deepcopy, lambda point: pickle.loads(pickle.dumps(point)), evolve],
)
def test_copies_are_equal(again: Callable[[Point], Point]) -> None:
    copied = again(POINT)

    assert copied == POINT
    assert copied is not POINT


@pytest.mark.parametrize("other", [Point(1, 3), Positive(1), (1, 2, {"a": "b"}), None])
def test_others_are_not_equal(other: object) -> None:
    assert other != POINT


def test_the_hash_is_that_of_the_fields() -> None:
    assert hash(Positive(1)) == hash(Positive(1)) != hash(Positive(2))
    assert {Positive(1): "one"}[Positive(1)] == "one"


def test_it_shows_its_fields() -> None:
    assert repr(POINT) == "Point(x=1, y=2, notes={'a': 'b'})"
