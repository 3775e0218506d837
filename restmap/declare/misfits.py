"""Misfits: values of a response that do not fit their declaration."""

from __future__ import annotations

from typing import Any

import attrs


def _problem_of(drift: Drift) -> str:
    return drift.problem


@attrs.frozen(eq=False, repr=False)
class Drift:
    """A value of a response that does not fit its declaration.

    path: of the field, such as `address.zip_code`. problem: completes "the field …". in_log: the
    same without the value, which may be personal. is_unknown_key: whether it is a key that the
    declaration does not have.
    """

    path: str
    problem: str
    is_unknown_key: bool = False
    in_log: str = attrs.field(default=attrs.Factory(_problem_of, takes_self=True), kw_only=True)


def misfit(path: str, value: Any, why: object) -> Drift:
    """The drift of a value that does not fit its type."""
    in_log = f"has a value of type {type(value).__name__} that does not fit its declaration."
    return Drift(path, f"has the value {value!r}: {why}.", in_log=in_log)
