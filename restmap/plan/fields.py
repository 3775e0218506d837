"""The interface of a field for plans; its class is in `decode/fields.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from ..declare.fields import FieldSpec
    from ..declare.misfits import Drift


class PlannedField(Protocol):
    """One field of a resource.

    name: its Python name. kind: its type; declared_kind: the same, or a LaterType as long as nobody
    has needed it. spec: the arguments of its `field()`.
    """

    name: str
    spec: FieldSpec
    wire_name: str

    @property
    def kind(self) -> Any: ...
    @property
    def declared_kind(self) -> Any: ...
    @property
    def nullable(self) -> bool: ...
    @property
    def is_date_time(self) -> bool: ...

    def __get__(self, record: Any, owner: type | None = None, /) -> Any:
        """The Python value of this field in a record."""
        ...

    def find_drift(self, record: Any, value: Any) -> list[Drift]:
        """What in a wire value of this field does not fit its type."""
        ...
