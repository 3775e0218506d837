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
    """The value is a number of some type, and not below a minimum.

    kind: what `isinstance` takes: `int`, `int | float | None`; True and False are no numbers.
    remedy: the message's advice. Raises ConfigurationError.
    """

    def check(instance: object, attribute: attrs.Attribute[Any], value: Any) -> None:
        is_number = isinstance(value, kind) and not isinstance(value, bool)
        if not is_number or not (value is None or value >= minimum):
            raise unfit_setting(attribute.name, value, remedy, type(instance).__name__)

    return check
