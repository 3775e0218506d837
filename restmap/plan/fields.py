"""Fields, as a plan knows them; `decode/fields.py` has the class."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from ..declare.fields import FieldSpec


class PlannedField(Protocol):
    """One field of a resource. name: in Python. kind: its type. spec: what `field()` says of it."""

    name: str
    kind: Any
    spec: FieldSpec
    wire_name: str

    def __get__(self, record: Any, owner: type | None = None, /) -> Any:
        """The Python value in a record."""
        ...

    def read(self, value: Any, owner: type, *, strict: bool = False) -> Any:
        """The Python value of a wire value, for a field of the class `owner`."""
        ...
