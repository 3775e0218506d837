"""Validators of settings, for `attrs.field(validator=…)`. They raise ConfigurationError."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from .errors import unfit_setting

if TYPE_CHECKING:
    import attrs

    Validator: TypeAlias = Callable[[Any, attrs.Attribute[Any], Any], None]


def number(kind: Any, minimum: float, remedy: str, *, maximum: float = math.inf) -> Validator:
    """A validator for a number of a type, from a minimum to a maximum.

    kind: the type, such as `int` or `int | float | None`; True and False are not numbers.
    remedy: what the message says to write instead.
    """

    def fits(value: Any) -> bool:
        is_number = isinstance(value, kind) and not isinstance(value, bool)
        return is_number and (value is None or minimum <= value <= maximum)

    return setting(fits, remedy)


def instance(kind: Any, remedy: str) -> Validator:
    """A validator for an instance of a type, such as `str | None`."""
    return setting(lambda value: isinstance(value, kind), remedy)


def setting(fits: Callable[[Any], bool], remedy: str) -> Validator:
    """A validator for what a function accepts. remedy: what to write instead."""

    def check(owner: object, attribute: attrs.Attribute[Any], value: Any) -> None:
        if not fits(value):
            raise unfit_setting(attribute.name, value, remedy, type(owner).__name__)

    return check
