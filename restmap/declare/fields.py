"""What a resource declares of each field of its records."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from .params import UNSET


@attrs.frozen(eq=False, repr=False)
class FieldSpec:
    """A field as written: what `field()` says beyond the annotation."""

    name: str | None = None
    reader: Callable[[Any], Any] | None = None
    prefix: str | None = None
    unique: bool = False
    initial: Any = UNSET


def field(
    *,
    name: str | None = None,
    reader: Callable[[Any], Any] | None = None,
    prefix: str | None = None,
    unique: bool = False,
    initial: Any = UNSET,
) -> Any:
    """A field that its annotation alone does not describe.

    name: the wire name, where the resource's rule does not give it.
    reader: any callable from the wire value to the Python value; by default the type's.

    The rest are facts that a server keeps and a client only documents; the sandbox follows them.
    prefix: how the keys of this resource begin. unique: no two records of one collection share
    the value. initial: the value that a new record has when none was given.
    """
    return FieldSpec(name, reader, prefix, unique, initial)
