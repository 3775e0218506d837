"""Partitions: a range of work in parts, each a call that any process or machine can make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import Enum
from typing import Any, Generic, TypeVar, overload
from uuid import UUID

import attrs

from ..api.streams import Stream
from ..errors import configuration_error
from .periods import Period, find_overlap, overlap_error

I = TypeVar("I")  # noqa: E741 (an item)
R = TypeVar("R")


@attrs.frozen
class Partition(Generic[R]):
    """A part of a range of work: a function that gives a stream, and what it is called with.

    It can be pickled, with the function by its name. The client is created by the function where it
    is called, so a pickle has no credentials but those that are in `item`.
    name: by which an export knows the partition when it goes on.
    """

    name: str
    stream_of: Callable[[Any], Stream[R]]
    item: Any = attrs.field(repr=False)  # which may have a secret

    def stream(self) -> Stream[R]:
        """The stream of this part. Raises ConfigurationError where the function gives none."""
        stream = self.stream_of(self.item)
        if isinstance(stream, Stream):  # pyright: ignore[reportUnnecessaryIsInstance]
            return stream
        raise configuration_error(
            f"{_name_of(self.stream_of)} returned {type(stream).__name__} for the partition "
            f"{self.name!r}, and not a stream.",
            "Return what `.stream(…)` of a collection returns.",
            "partition",
        )


@overload
def partition(
    stream_of: Callable[[I], Stream[R]],
    items: Iterable[I],
    *,
    name: Callable[[I], str] | None = None,
) -> list[Partition[R]]: ...
@overload
def partition(
    stream_of: Callable[[list[I]], Stream[R]], items: Iterable[I], *, size: int
) -> list[Partition[R]]: ...
def partition(
    stream_of: Callable[[Any], Stream[R]],
    items: Iterable[Any],
    *,
    name: Callable[[Any], str] | None = None,
    size: int | None = None,
) -> list[Partition[R]]:
    """Split a range of work into parts: a call for each day, account or key.

        def calls_of(day: restmap.Period) -> Stream[Call]:
            return Client().calls.stream(start_time_after=day.begin, start_time_before=day.last)

        october = restmap.days(date(2026, 10, 1), date(2026, 11, 1))
        restmap.export(restmap.partition(calls_of, october), "calls/", executor=executor)

    stream_of: a function of one item that gives a stream, always the same one for an item. Write it
        with `def` at the top of a module if other processes are to call it.
    items: what it is called with, such as the periods of `days()`, or keys.
    name: a function from an item to the name by which an export knows it; needed where items are
        not text, numbers, dates or periods. Names are written beside the files of an export, so
        keep secrets out of them.
    size: calls the function with lists of so many items each, in place of single ones.
    Raises ConfigurationError where there are no items, two of the same name, or periods that
    overlap.
    """
    if not callable(stream_of):
        raise configuration_error(
            f"partition() was given {stream_of!r}, which is not a function.",
            "Give a function of one item that returns a stream, and then the items.",
            "partition",
        )
    given = list(items)
    if not given:
        raise configuration_error("there is nothing to partition.", "Give items.", "partition")
    names = [_checked_name(item, name) for item in given]
    _refuse_duplicates(names)
    if all(isinstance(each, Period) for each in given) and (overlap := find_overlap(given)):
        raise overlap_error(*overlap)
    if size is None:
        pairs = zip(names, given, strict=True)
        return [Partition(named, stream_of, item) for named, item in pairs]
    if size < 1:
        raise configuration_error(f"size= cannot be {size}.", "Write 1 or more.", "partition")
    slices = [slice(at, at + size) for at in range(0, len(given), size)]
    return [Partition(_range_name(names[each]), stream_of, given[each]) for each in slices]


def _checked_name(item: Any, name: Callable[[Any], str] | None) -> str:
    """The name of an item. Not every object's text is one: it may be another in each process."""
    if name is not None:
        return name(item)
    if isinstance(item, Enum):
        return item.name
    if isinstance(item, str | int | date | UUID | Period):
        return str(item)
    raise configuration_error(
        f"a partition cannot be named after {_article(type(item).__name__)}.",
        "Give keys, dates or periods as items, or a name for each: "
        "partition(…, name=lambda item: item.sid).",
        "partition",
    )


def _article(noun: str) -> str:
    return f"an {noun}" if noun[:1].lower() in "aeiou" else f"a {noun}"


def _range_name(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{names[0]} to {names[-1]}"


def _refuse_duplicates(names: Sequence[str]) -> None:
    twice = next((each for each, count in Counter(names).items() if count > 1), None)
    if twice is not None:
        raise configuration_error(
            f"{twice!r} is there twice, so that its records would be exported twice.",
            "Give each item once.",
            "partition",
        )


def _name_of(function: object) -> str:
    return str(getattr(function, "__qualname__", None) or repr(function))
