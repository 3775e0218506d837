"""UNSET: the value of what was not given."""

from __future__ import annotations

from typing import Any


class _Unset:
    """The type of UNSET."""

    def __repr__(self) -> str:
        return "UNSET"

    def __bool__(self) -> bool:
        return False

    def __reduce__(self) -> str:
        return "UNSET"


UNSET: Any = _Unset()
"""The value of a parameter that was not given. `None` is a given value: `null` in a JSON body."""
