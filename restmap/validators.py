"""Validators of settings, for `attrs.field(validator=…)`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from .errors import unfit_setting

if TYPE_CHECKING:
    import attrs


def number(
    kind: Any, minimum: float, remedy: str
) -> Callable[[Any, attrs.Attribute[Any], Any], None]:
    """A validator for a number of a type, not below a minimum.

    kind: the type, such as `int` or `int | float | None`; True and False are not numbers.
    remedy: what the message says to write instead. The validator raises ConfigurationError.
    """

    def check(instance: object, attribute: attrs.Attribute[Any], value: Any) -> None:
        is_number = isinstance(value, kind) and not isinstance(value, bool)
        if not is_number or not (value is None or value >= minimum):
            raise unfit_setting(attribute.name, value, remedy, type(instance).__name__)

    return check
