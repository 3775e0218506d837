"""Conditions: which of the records of a list are shown, `--where "status=failed"`."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

import attrs

from ..api.resource import Resource
from ..declare.annotations import plain_type
from ..errors import shown_value
from .arguments import value_of_text
from .misuse import misuse
from .output import plain_value, unknown_field
from .table import cell_text

_COMPARE: Mapping[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


@attrs.frozen
class Condition:
    """A comparison of one field. wanted: the value, of the type of the field where it fits."""

    field: str
    sign: str
    text: str
    wanted: Any

    def holds(self, record: Resource) -> bool:
        """Whether a record fulfils it. A field that the record lacks is empty."""
        value = getattr(record, self.field, None)
        if self.sign == "=":
            return self._is_equal(value)
        if self.sign == "!=":
            return not self._is_equal(value)
        if self.sign == "~":
            return self.text.lower() in cell_text(plain_value(value)).lower()
        return value is not None and self._compare(value)

    def _is_equal(self, value: Any) -> bool:
        return _comparable(value) == self.wanted or cell_text(plain_value(value)) == self.text

    def _compare(self, value: Any) -> bool:
        compare = _COMPARE[self.sign]
        pairs: list[Callable[[Any], Any]] = [_comparable, float, str]
        for convert in pairs:
            try:
                return compare(convert(value), convert(self.wanted))
            except (TypeError, ValueError):
                continue
        return False


def _comparable(value: Any) -> Any:
    """A date-time with a time zone: one without is in UTC, like everywhere in restmap."""
    if isinstance(value, datetime) and value.tzinfo is None:
        return value.replace(tzinfo=UTC)
    return value


def read_condition(text: str, resource: type[Resource]) -> Condition:
    """The condition that a text is, on the records of a resource.

    Raises ParameterError for text that is none, and for a field that is not declared.
    """
    found = re.fullmatch(r"(?s)\s*(\w+)\s*(!=|<=|>=|=|<|>|~)\s*(.*)", text)
    if found is None:
        raise misuse(
            f"{shown_value(text)} is not a condition.",
            "Write FIELD=VALUE; the signs are = != < <= > >= and ~ for text that contains another.",
        )
    name, sign, value = found[1], found[2], found[3].strip()
    fields = resource._plan.fields
    if name not in fields:
        raise unknown_field(name, fields)
    wanted = value_of_text(plain_type(fields[name].kind)[0], value)
    return Condition(name, sign, value, _comparable(wanted))
