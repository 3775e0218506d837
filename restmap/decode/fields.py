"""Field descriptors: a value of a response becomes an attribute of a record."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ..declare.annotations import LaterType, allows_none, plain_type, resolved
from ..declare.composed_readers import Drift, Reader
from ..declare.fields import FieldSpec
from ..declare.names import Naming
from ..declare.readers import reader_for
from ..declare.scalar_readers import final_values
from .drift import is_noticed, report_drift
from .nested_records import keep_nested, nested_resource
from .source import ConvertedValues

if TYPE_CHECKING:
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
    def nullable(self) -> bool:
        """Whether the type allows None."""
        return allows_none(self.kind)

    def __repr__(self) -> str:
        return f"<field {self.name}: {getattr(self.kind, '__name__', self.kind)}>"

    def _refuse(self, record: RecordProtocol, value: Any) -> None:
        raise AttributeError(
            f"the field {self.name!r} of a {type(record).__name__} cannot be set: "
            "it is what the API sent. Call update() to change it there."
        )

    def convert(self, record: RecordProtocol, position: int, value: Any) -> Any:
        """The Python value of a wire value of the record; each is converted once.

        position: the index of this field's value among those of the record.
        """
        values = record._values
        if type(values) is not ConvertedValues:
            received, values = values, ConvertedValues(values)
            values.received, values.converted = received, 0
            record._values = values
        elif values.converted >> position & 1:
            return value
        python_value = self.read(record, value)
        values[position] = python_value
        values.converted |= 1 << position
        return python_value

    def read(self, record: RecordProtocol, value: Any) -> Any:
        """The Python value of a wire value; what does not fit its type is kept as received.

        Raises ResponseError for such a value if that is what the client of the record does.
        """
        reader = self._reader
        # Only a second reading finds keys that are not declared.
        if reader is not None and not (reader.has_members and is_noticed(record._source.drift)):
            try:
                return reader.read(value)
            except Exception:  # a user's own reader may raise anything
                pass  # read once more, to keep what fits
        drift: list[Drift] = []
        if reader is None:
            kept = keep_nested(self.kind, value, record, self.name, drift)
        else:
            kept = reader.keep(value, self.name, drift)
        for each in drift:
            problem = f"the field {each.path!r} {each.problem}"
            report_drift(type(record), each.path, problem, record._source.drift)
        return kept

    @functools.cached_property
    def _reader(self) -> Reader | None:
        """The reader of the values; None where they are records."""
        if nested_resource(self.kind) is not None:
            return None
        own = self.spec.own_reader
        if own is not None:
            return Reader(own)
        return reader_for(self.kind, self._naming, self.spec.tagged_by)


def _getter(field: Field, name: str, kind: Any, spec: FieldSpec) -> Callable[[RecordProtocol], Any]:
    """The getter of a field; a value that already has the declared type is not converted."""
    has_own_reader = spec.own_reader is not None
    expected, members = (None, None) if has_own_reader else final_values(kind)
    is_nullable = not has_own_reader and not isinstance(kind, LaterType) and plain_type(kind)[1]

    def value_of(record: RecordProtocol) -> Any:
        try:
            position = record._source.positions[name]
        except KeyError:
            return _without_value(record, field)
        value = record._values[position]
        if type(value) is expected and (members is None or value in members):
            return value
        if value is None and is_nullable:
            return None
        return field.convert(record, position, value)

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
