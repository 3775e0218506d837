"""Inheritance: what the bases of a declaration declare by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def inherited(bases: Sequence[object], attribute: str) -> dict[str, Any]:
    """What bases have by name in a mapping of theirs; the first base that has a name counts.

    attribute: that of the mapping; a base may lack it.
    """
    collected: dict[str, Any] = {}
    for base in reversed(bases):
        collected |= getattr(base, attribute, {})
    return collected
