"""Lifecycles: the values that a field of a record has one after the other, as time passes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any, TypeAlias

import attrs

from ..errors import configuration_error
from .bodies import field_value
from .records import Record, Records
from .rows import Due
from .stored_record import microseconds_of, moment_of

Condition: TypeAlias = Callable[[Mapping[str, Any]], bool]
"""Whether a record is meant; the record is by wire names."""


@attrs.frozen
class Lifecycle:
    """What a field becomes. The arguments are those of `Behaviour.lifecycle`."""

    field: str
    steps: tuple[tuple[Any, float], ...]
    when: Condition | None = None

    def after(self, value: Any) -> tuple[Any, float] | None:
        """The value that follows another, and after how many seconds; None if none follows."""
        for (current, begins), (following, ends) in zip(self.steps, self.steps[1:], strict=False):
            if current == value:
                return following, ends - begins
        return None


def check_steps(steps: Sequence[tuple[Any, float]]) -> tuple[tuple[Any, float], ...]:
    """The steps of a lifecycle. Raises ConfigurationError for what cannot be."""
    values, times = [value for value, _ in steps], [seconds for _, seconds in steps]
    if len(values) < 2 or any(value in values[:index] for index, value in enumerate(values)):
        raise configuration_error(
            f"the steps {steps!r} are not at least two different values.", _REMEDY
        )
    if times != sorted(times) or times[0] < 0:
        raise configuration_error(f"the seconds of the steps {steps!r} do not increase.", _REMEDY)
    return tuple(steps)


_REMEDY = (
    "Write each value with the seconds after which a record has it: "
    '[("queued", 0), ("sent", 1), ("delivered", 3)].'
)


def plan_next(records: Records, record: Record, lifecycles: Sequence[Lifecycle]) -> None:
    """Plan what a field becomes after the value that it has.

    lifecycles: those of the field; the first whose condition holds is followed.
    """
    field = lifecycles[0].field
    value = field_value(record.node, field, record.row.body)
    position = record.row.position
    records.store.unschedule(position, field)
    for each in lifecycles:
        if each.when is not None and not each.when(records.show(record)):
            continue
        step = each.after(value)
        if step is not None:
            at = microseconds_of(records.moment + timedelta(seconds=step[1]))
            records.store.schedule(Due(position, field, step[0], at))
        return


def let_time_pass(records: Records) -> None:
    """Make the changes that are due at the time of the records, each as of its own time."""
    until = microseconds_of(records.moment)
    while (due := records.store.take_due(until)) is not None:
        record = records.at(due.position)
        if record is not None and due.field in record.node.plan.fields:
            then = attrs.evolve(records, moment=moment_of(due.at))
            then.change(record, {due.field: due.value})
