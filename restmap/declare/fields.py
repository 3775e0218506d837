"""Fields: the part of a declaration that describes the attributes of a record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from .params import UNSET


@attrs.frozen(eq=False, repr=False)
class FieldSpec:
    """A field as declared: the arguments of `field()`, which add to its annotation."""

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
    """Declare a field that needs more than its annotation.

    name: the wire name, where it differs from the one that the resource's rule makes.
    reader: any callable from the wire value to the Python value; by default the reader of the
        field's type.

    The other arguments describe the behaviour of the server. A client ignores them; the sandbox
    follows them.
    prefix: the text that keys of this resource begin with. unique: whether a value may appear in
    only one record of a collection. initial: the value of a new record that was created without
    one.
    """
    return FieldSpec(name, reader, prefix, unique, initial)
