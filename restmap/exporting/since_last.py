"""Incremental exports: which records are new since the export before, by a field."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from ..data.json_cells import json_of
from ..declare.annotations import plain_type
from ..declare.place import known_names
from ..declare.readers import reader_for
from ..errors import ParameterError, compose

if TYPE_CHECKING:
    from ..api.listing import ListCall

Item = Mapping[str, Any]


class SinceLast:
    """The newest value of a field so far, and the records that have it.

    Several records may have the newest value, and more of them may come: these are told apart by
    their keys. state: of the checkpoint, with the wire value and the keys.
    """

    def __init__(self, call: ListCall, field: str, state: Mapping[str, Any] | None) -> None:
        plan = call.target._resource._plan
        declared = plan.fields.get(field)
        if declared is None or plain_type(declared.kind)[0] not in _ORDERED:
            raise ParameterError(
                compose(
                    f"since_last={field!r} is not a field with an order, such as a date-time.",
                    known_names(field, _ordered_fields(plan.fields), "Fields"),
                    plan.name,
                )
            )
        own = declared.spec.own_reader
        self._read = own or reader_for(declared.kind, plan.options.field_names).read
        self._key = declared.wire_name
        self._keys = plan.key_wire_names
        self._wire: Any = state["value"] if state else None
        self._value = self._read(self._wire) if state else None
        self._known: set[str] = set(state["keys"]) if state else set()

    @property
    def state(self) -> dict[str, Any] | None:
        """What the checkpoint keeps; None before the first record with a value."""
        if self._value is None:
            return None
        return {"value": self._wire, "keys": sorted(self._known)}

    @property
    def begin(self) -> Any:
        """A value that is before every new record, to ask the API for; None for any.

        Whether an API counts the value itself in is not known, so it is the next one below.
        """
        if isinstance(self._value, datetime):
            return self._value - timedelta(seconds=1)
        return self._value - timedelta(days=1) if isinstance(self._value, date) else None

    def add(self, items: Sequence[Item]) -> None:
        """Take note of records that are written."""
        for item in items:
            value = self._value_of(item)
            if value is None or (self._value is not None and value < self._value):
                continue
            if self._value is None or value > self._value:
                self._value, self._wire, self._known = value, item[self._key], set()
            self._known.add(self._key_of(item))

    def is_new(self, item: Item) -> bool:
        """Whether a record is new; one without a value is so in the first export alone."""
        if self._value is None:
            return True
        value = self._value_of(item)
        if value is None or value < self._value:
            return False
        return bool(value > self._value or self._key_of(item) not in self._known)

    def _value_of(self, item: Item) -> Any:
        try:
            return self._read(item.get(self._key))
        except Exception:  # a user's own reader may raise anything
            return None

    def _key_of(self, item: Item) -> str:
        try:
            key = [item[name] for name in self._keys] or item
        except KeyError:
            key = item
        return hashlib.sha256(json_of(key).encode()).hexdigest()[:32]


_ORDERED = (datetime, date, int)


def _ordered_fields(fields: Mapping[str, Any]) -> list[str]:
    return [name for name, each in fields.items() if plain_type(each.kind)[0] in _ORDERED]
