"""Field descriptors: a value of a response becomes an attribute of a record."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ..declare.fields import FieldSpec
from ..declare.readers import Reader, reader_for, unconverted_values
from ..errors import ResponseError, compose

if TYPE_CHECKING:
    from .source import RecordProtocol


class DriftWarning(UserWarning):
    """A response differs from the declaration; what was received is kept."""


class Field(property):
    """One field of a resource: it reads its value at each access.

    Reading late keeps records cheap: a program that looks at two fields of many pays for two. It
    is a property because Python calls those faster than other descriptors.
    """

    def __init__(self, name: str, kind: Any, spec: FieldSpec, wire_name: str) -> None:
        super().__init__(_getter(self, name, kind, spec), self._refuse)
        self.name = name
        self.kind = kind
        self.spec = spec
        self.wire_name = wire_name
        self._read: Reader | None = None

    def __repr__(self) -> str:
        return f"<field {self.name}: {getattr(self.kind, '__name__', self.kind)}>"

    def _refuse(self, record: RecordProtocol, value: Any) -> None:
        raise AttributeError(
            f"the field {self.name!r} of a {type(record).__name__} cannot be set: "
            "it is what the API sent. Call update() to change it there."
        )

    def read(self, value: Any, owner: type, *, strict: bool = False) -> Any:
        """The Python value of a wire value; a wire value that does not fit the type stays as it is.

        Raises ResponseError for such a value if strict.
        """
        if self._read is None:
            self._read = self.spec.reader or reader_for(self.kind)
        try:
            return self._read(value)
        except Exception as error:  # a user's own reader may raise anything
            problem = f"the field {self.name!r} has the value {value!r}: {error}."
            report_drift(owner, self.name, problem, strict, error)
            return value


def _getter(field: Field, name: str, kind: Any, spec: FieldSpec) -> Callable[[RecordProtocol], Any]:
    """The getter of a field; a value that already has the declared type is not converted."""
    expected, members = (None, None) if spec.reader else unconverted_values(kind)

    def value_of(record: RecordProtocol) -> Any:
        try:
            value = record._values[record._source.positions[name]]
        except KeyError:
            return _without_value(record, name)
        if type(value) is expected and (members is None or value in members):
            return value
        return field.read(value, type(record))

    return value_of


def _without_value(record: RecordProtocol, name: str) -> Any:
    """The path value of that name, for a field that the record did not receive."""
    names, path = record._plan.path_names, record._source.path
    if name in names[: len(path)]:
        return path[names.index(name)]
    # Python then calls `Resource.__getattr__`, which raises the error that users see.
    raise AttributeError(name)


_reported: set[tuple[type, str]] = set()


def report_drift(
    owner: type, name: str, problem: str, strict: bool, cause: Exception | None = None
) -> None:
    """Warn once for each class and field; raise ResponseError each time if strict."""
    place = f"{owner.__qualname__}.{name}"
    if strict:
        raise ResponseError(
            compose(problem, "Correct the declaration, or leave strict=True out.", place)
        ) from cause
    if (owner, name) not in _reported:
        _reported.add((owner, name))
        message = compose(
            problem, "The response is kept as received; this warning comes once.", place
        )
        warnings.warn(message, DriftWarning, stacklevel=_depth_outside_of_restmap())


def _depth_outside_of_restmap() -> int:
    depth, frame = 2, sys._getframe(2)
    while frame.f_back and frame.f_globals.get("__name__", "").partition(".")[0] == "restmap":
        depth, frame = depth + 1, frame.f_back
    return depth
