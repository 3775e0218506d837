"""Field descriptors: a value of a response becomes an attribute of a record."""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import datetime
from types import NoneType
from typing import TYPE_CHECKING, Any

from ..declare.annotations import LaterType, allows_none, plain_type, resolved
from ..declare.fields import FieldSpec
from ..declare.json_paths import value_at
from ..declare.members import has_records
from ..declare.names import Naming
from ..declare.readers import reader_for
from ..declare.scalar_readers import class_when_read, is_as_received, read_datetime
from .records import received_object
from .source import ConvertedValues

if TYPE_CHECKING:
    from ..declare.composed_readers import Reader
    from ..declare.misfits import Drift
    from .source import RecordProtocol


class Field(property):
    """One field of a resource: it reads its value when it is first accessed.

    Reading late keeps records cheap: a program that looks at two fields of many pays for two. It
    is a property because Python calls those faster than other descriptors.
    naming: the rule for the wire names of the members of models.
    """

    def __init__(
        self, name: str, kind: Any, spec: FieldSpec, wire_name: str, naming: Naming
    ) -> None:
        super().__init__(_getter(self, name, kind, spec), self._refuse)
        self.name = name
        self.spec = spec
        self.wire_name = wire_name
        self._kind = kind
        self._naming = naming

    @property
    def kind(self) -> Any:
        """The type. Raises DeclarationError where it names a class that does not exist."""
        self._kind = resolved(self._kind)
        return self._kind

    @property
    def declared_kind(self) -> Any:
        """The type, or a LaterType as long as nobody has needed it."""
        return self._kind

    @property
    def nullable(self) -> bool:
        """Whether the type allows None."""
        return allows_none(self.kind)

    @property
    def is_date_time(self) -> bool:
        """Whether its values are date-times that no function of the user's reads."""
        has_own_reader = self.spec.own_reader is not None or isinstance(self._kind, LaterType)
        return not has_own_reader and plain_type(self._kind)[0] is datetime

    def __repr__(self) -> str:
        return f"<field {self.name}: {getattr(self.kind, '__name__', self.kind)}>"

    def __reduce__(self) -> tuple[type[Field], tuple[Any, ...]]:
        # For cloudpickle, and so Dask, which send the class itself if workers cannot import it.
        return Field, (self.name, self.kind, self.spec, self.wire_name, self._naming)

    def _refuse(self, record: RecordProtocol, value: Any) -> None:
        raise AttributeError(
            f"the field {self.name!r} of a {type(record).__name__} cannot be set: "
            "it is what the API sent. Call update() to change it there."
        )

    def convert(self, record: RecordProtocol, value: Any) -> Any:
        """The Python value of a wire value of the record; each is converted once."""
        values, position = record._values, record._source.positions[self.name]
        if type(values) is not ConvertedValues:
            values = record._values = _with_dates_read(record)
            if values[position] is not value:
                return values[position]
        elif values.converted >> position & 1:
            return value
        python_value = self.read(record, value)
        values[position] = python_value
        values.converted |= 1 << position
        return python_value

    def read(self, record: RecordProtocol, value: Any) -> Any:
        """The Python value of a wire value; what does not fit its type is kept as received."""
        reader = self._reader
        if self._has_records:
            from .nested_records import inside_of  # for resources inside of resources

            with inside_of(record):
                return _read_or_keep(reader, value, self.name)
        return _read_or_keep(reader, value, self.name)

    def find_drift(self, record: RecordProtocol, value: Any) -> list[Drift]:
        """What in a wire value does not fit the type, with keys that are not declared."""
        from .nested_records import inside_of

        drift: list[Drift] = []
        with inside_of(record):
            self._reader.keep(value, self.name, drift)
        return drift

    @functools.cached_property
    def _reader(self) -> Reader:
        own = self.spec.own_reader_for(self.kind)
        return own or reader_for(self.kind, self._naming, self.spec.tagged_by)

    @functools.cached_property
    def _has_records(self) -> bool:
        return self.spec.own_reader is None and has_records(self.kind)


def _read_or_keep(reader: Reader, value: Any, name: str) -> Any:
    try:
        return reader.read(value)
    except Exception:  # a user's own reader may raise anything
        return reader.keep(value, name, [])


def _with_dates_read(record: RecordProtocol) -> ConvertedValues:
    """The values of a record, to be converted, with all its date-times read.

    Records have several of them, and most programs that read one read others: together they cost
    half as much. One that does not fit stays as received.
    """
    received, shape = record._values, record._source.shape
    values = ConvertedValues(received)
    values.received, values.converted = received, 0
    for position in shape.date_times if shape is not None else ():
        text = received[position]
        if text is None:
            continue
        try:
            values[position] = read_datetime(text)
        except ValueError:
            continue
    return values


def _getter(field: Field, name: str, kind: Any, spec: FieldSpec) -> Callable[[RecordProtocol], Any]:
    """The getter of a field."""
    if spec.inside is not None:
        return _getter_inside(field)
    if spec.own_reader is None and is_as_received(kind):
        return _getter_as_received(field, name)
    read_classes = (class_when_read(kind), NoneType) if spec.own_reader is None else ()

    def value_of(record: RecordProtocol) -> Any:
        try:
            value = record._values[record._source.positions[name]]
        except KeyError:
            return _without_value(record, field)
        return value if type(value) in read_classes else field.convert(record, value)

    return value_of


def _getter_as_received(field: Field, name: str) -> Callable[[RecordProtocol], Any]:
    def value_of(record: RecordProtocol) -> Any:
        try:
            return record._values[record._source.positions[name]]
        except KeyError:
            return _without_value(record, field)

    return value_of


def _getter_inside(field: Field) -> Callable[[RecordProtocol], Any]:
    """The getter of a field whose value is in an object of the record."""

    def value_of(record: RecordProtocol) -> Any:
        try:
            value = value_at(received_object(record), field.wire_name)
        except KeyError:
            return _without_value(record, field)
        return field.read(record, value)

    return value_of


def _without_value(record: RecordProtocol, field: Field) -> Any:
    """The value of a field that the record did not receive.

    The path value of its name; else the field's default, or None if its type allows it.
    """
    names, path = record._plan.path_names, record._source.path
    if field.name in names[: len(path)]:
        return path[names.index(field.name)]
    if record._source.shape is not None:
        if field.spec.has_default:
            return field.spec.make_default()
        if field.nullable:
            return None
    # Python then calls `Resource.__getattr__`, which raises the error that users see.
    raise AttributeError(field.name)
