"""Where bytes become a record: an object of an answer, held by its shape and its values."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs

from ..declare.names import snake_case
from ..declare.serializers import json_text
from ..errors import ConfigurationError, ResponseError, compose
from .fields import report_drift

if TYPE_CHECKING:
    from ..messages import Response
    from ..resource import Resource
    from ..site import Site

R = TypeVar("R", bound="Resource")


@attrs.frozen
class Shape:
    """The keys of an answer, shared by all records that came with just those keys.

    A record then holds its values alone. positions: where a field's value is, by its Python
    name; keys that the declaration does not know are there in snake case.
    """

    keys: tuple[str, ...]
    positions: Mapping[str, int]


# An API whose objects each have keys of their own must not fill the memory with shapes.
_SHAPES_KEPT = 64


def load_record(
    cls: type[R], site: Site, path: tuple[Any, ...], body: Any, response: Response | None = None
) -> R:
    """The record of a JSON object.

    site: the version it was reached through. path: the path values it was reached with; what
    lacks at the end is read from the record's own fields. response: the answer it came with, if
    it came with one of its own.
    Raises ResponseError where the body is no object.
    """
    if not isinstance(body, dict):
        raise ResponseError(
            compose(
                f"expected a JSON object, found {type(body).__name__}.",
                "The answer is not what the declaration says.",
                cls.__qualname__,
            )
        )
    fields = cast(dict[str, Any], body)
    keys = tuple(fields)
    strict = site.client.strict
    # A strict client learns each time: what another has warned of is an error to it.
    known = None if strict else cls._plan.shapes.get(keys)
    shape = known or _learn_shape(cls, keys, strict)
    record = make_record(cls, site, path, shape, tuple(fields.values()), response)
    if strict:
        _read_all(record)
    return record


def make_record(
    cls: type[R],
    site: Site,
    path: tuple[Any, ...],
    shape: Shape | None,
    values: tuple[Any, ...],
    response: Response | None,
) -> R:
    """An instance with its slots filled; without a shape it is a handle."""
    record = cls.__new__(cls)
    record._site = site
    record._path = path
    record._shape = shape
    record._values = values
    record._response = response
    return record


class _Detached:
    """The site of a record that was pickled: it has no client to send anything with."""

    titles = ("Detached",)

    @property
    def client(self) -> Any:
        raise ConfigurationError(
            compose(
                "this record was pickled or restored from a pickle, so it has no client.",
                "Reach it through a collection: `client.….sessions(sid)`.",
            )
        )


DETACHED = cast("Site", _Detached())


def received(record: Resource) -> dict[str, Any]:
    """The object of an answer as it was received; empty for a handle."""
    if record._shape is None:
        return {}
    return dict(zip(record._shape.keys, record._values, strict=True))


def received_text(record: Resource) -> str:
    """The object of an answer as JSON text; what is read from it is the same again."""
    value = received(record)
    try:
        return json_text(value)
    except ValueError:
        # JSON has no infinity, and has numbers that are read as one.
        text = json.dumps(value, separators=(",", ":"))
        return _INFINITY.sub(lambda found: "1e999" if found[1] else found[0], text)


# A text is passed over as a whole, whatever it holds.
_INFINITY = re.compile(r'"(?:[^"\\]|\\.)*"|(Infinity)')


def restore_record(
    cls: type[R], path: tuple[Any, ...], keys: tuple[str, ...] | None, values: tuple[Any, ...]
) -> R:
    """The record that was pickled. It has its fields, and no client: a pickle holds no secret."""
    shape = None if keys is None else cls._plan.shapes.get(keys) or _learn_shape(cls, keys, False)
    return make_record(cls, DETACHED, path, shape, values, None)


def _learn_shape(cls: type[Resource], keys: tuple[str, ...], strict: bool) -> Shape:
    """The shape of keys met for the first time; what drifts from the declaration is said."""
    plan = cls._plan
    known = {field.wire_name: name for name, field in plan.fields.items()}
    positions = {snake_case(key): index for index, key in enumerate(keys) if key not in known}
    # Laid over the unknown ones, which may be spelt alike: `Sid` beside the field `sid`.
    positions |= {known[key]: index for index, key in enumerate(keys) if key in known}
    for key in keys:
        if key not in known:
            found = f"the answer has a field {key!r} that is not declared."
            report_drift(cls, snake_case(key), found, strict)
    for wire_name, name in known.items():
        if name not in positions and name not in plan.path_names:
            found = f"the answer lacks the field {wire_name!r}."
            report_drift(cls, name, found, strict)
    shape = Shape(keys, positions)
    if len(plan.shapes) < _SHAPES_KEPT:
        plan.shapes[keys] = shape
    return shape


def _read_all(record: Resource) -> None:
    cls = type(record)
    assert record._shape is not None
    for name, position in record._shape.positions.items():
        if name in cls._plan.fields:
            cls._plan.fields[name].read(record._values[position], cls, strict=True)
