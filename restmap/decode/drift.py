"""Drift: a response differs from the declaration. What was received is kept, and reported."""

from __future__ import annotations

import functools
import logging
import sys
import warnings
from typing import Literal, TypeAlias

from ..errors import ResponseError, compose, escape_line

DriftMode: TypeAlias = Literal["ignore", "warn", "error"]
"""What a client does about drift: log it at DEBUG, warn of it, or raise ResponseError."""


class DriftWarning(UserWarning):
    """A response differs from the declaration; what was received is kept."""


# A response with ever new keys must not fill the memory: beyond this, drift is not reported.
_MAX_REPORTED = 10_000
# Nor must names of any length.
_MAX_NAME_LENGTH = 200
_reported: set[tuple[type, str, DriftMode]] = set()


@functools.cache
def _logger() -> logging.Logger:
    return logging.getLogger("restmap.drift")


def is_noticed(mode: DriftMode) -> bool:
    """Whether drift is reported to anyone, so that it is worth looking for."""
    return mode != "ignore" or _logger().isEnabledFor(logging.DEBUG)


def report_drift(
    owner: type, name: str, problem: str, mode: DriftMode, in_log: str | None = None
) -> None:
    """Report drift: in the log or by a warning once for each class and field, or as an error.

    in_log: the problem without values of the response, where it quotes one.
    Raises ResponseError each time if the mode is "error".
    """
    name = escape_line(name[:_MAX_NAME_LENGTH])
    place = f"{owner.__qualname__}.{name}"
    if mode == "error":
        remedy = "Correct the declaration, or create the client without drift='error'."
        raise ResponseError(compose(problem, remedy, place)) from None
    if (owner, name, mode) in _reported or len(_reported) >= _MAX_REPORTED:
        return
    if mode == "warn":
        remedy = "The response is kept as received; this warning comes once."
        _reported.add((owner, name, mode))
        warnings.warn(
            compose(escape_line(problem), remedy, place),
            DriftWarning,
            stacklevel=_depth_outside_of_restmap(),
        )
    elif _logger().isEnabledFor(logging.DEBUG):
        _reported.add((owner, name, mode))
        _logger().debug("%s: %s", place, escape_line(in_log or problem))


def _depth_outside_of_restmap() -> int:
    depth, frame = 2, sys._getframe(2)
    while frame.f_back and frame.f_globals.get("__name__", "").partition(".")[0] == "restmap":
        depth, frame = depth + 1, frame.f_back
    return depth
