"""Checks and conversions of a client's settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..errors import configuration_error, shown_value, unfit_setting
from ..messages import Timeout
from ..transports.request_check import HEADER_REMEDY, is_header
from .retry import RetryPolicy


def as_timeout(given: float | Timeout) -> Timeout:
    """A Timeout from a number of seconds, to connect and to read."""
    return given if isinstance(given, Timeout) else Timeout(given, given)


def as_policy(given: int | RetryPolicy) -> RetryPolicy:
    """A RetryPolicy from a number of attempts."""
    return given if isinstance(given, RetryPolicy) else RetryPolicy(given)


def check_kind(name: str, given: object, kind: type, *, optional: bool = False) -> None:
    """Raise ConfigurationError for a setting that is not an instance of a class.

    optional: whether None is one as well.
    """
    if not (isinstance(given, kind) or (optional and given is None)):
        raise unfit_setting(name, given, f"Give an instance of {kind.__name__}.", "Client")


def check_callable(name: str, given: object, example: str, place: str = "Client") -> None:
    """Raise ConfigurationError for a setting that is not a function, such as the example."""
    if not callable(given):
        raise unfit_setting(name, given, f"Give a function: {example}.", place)


def checked_drift(given: Any) -> Any:
    """What a client does about drift. Raises ConfigurationError for any other value."""
    if given not in ("ignore", "warn", "error"):
        remedy = "Write 'ignore', 'warn' or 'error'."
        raise configuration_error(f"drift cannot be {shown_value(given)}.", remedy, "Client")
    return given


def checked_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """A copy of headers. Raises ConfigurationError for one that cannot be sent."""
    check_kind("headers", headers, Mapping)
    for name, value in headers.items():
        if not is_header(name, value):
            raise configuration_error(f"the header {name!r} cannot be sent.", f"{HEADER_REMEDY}.")
    return dict(headers)
