"""Resource: the class that declarations derive from, whose instances are handles and records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Self

from ..declare.params import Params
from ..declare.uri import PathValue
from ..decode.records import (
    make_record,
    received_object,
    received_text,
    received_values,
    restore_record,
)
from ..decode.source import Source
from ..errors import ParameterError, compose
from .call import call
from .metaclass import ResourceMeta
from .site_mounts import is_shown
from .verbs import (
    DeleteAsyncVerb,
    DeleteVerb,
    FetchAsyncVerb,
    FetchVerb,
    UpdateAsyncVerb,
    UpdateVerb,
    awaited,
    blocking,
)

if TYPE_CHECKING:
    from ..declare.composed_readers import Reader
    from ..decode.source import Shape, SiteProtocol
    from ..messages import Response
    from ..plan.operation import Operation
    from ..plan.resource_plan import ResourcePlan
    from ..short_repr import Members


class Resource(metaclass=ResourceMeta):
    """A resource of an API. Declare one by deriving from this class:

        class Queue(Resource, uri="/Queues/{sid}", page=MetaPage):
            sid: str
            friendly_name: str

            class Create(Params):
                friendly_name: str

            class List(Paging): ...

    An annotated attribute is a field of its records; a nested class makes the verb of its name.
    The class keywords are uri= (the path of one record below the version's), page= (the page
    type), body= (the encoding of request bodies, "json" by default or "form"), parameter_names=,
    field_names= and member_names= (rules for wire names), item=, items= and body_item=
    (the keys of envelopes). A base class without uri= holds what several resources share.

    Instances come from collections and responses: a *handle* knows only its path, a *record*
    holds the fields of a response.
    """

    __slots__ = ("_source", "_values")

    # Set by the metaclass: the plan, and the shapes of the records read so far.
    _plan: ClassVar[ResourcePlan]
    _shapes: ClassVar[dict[tuple[str, ...], Shape]]

    # Set by `make_record()` in decode/records.py.
    _source: Source
    _values: Sequence[Any]

    class Key(Params):
        """The key of one item of a collection; a nested class of this name replaces it."""

        if TYPE_CHECKING:

            def __init__(self, key: PathValue, /) -> None: ...

    fetch = FetchVerb(blocking(call), "fetch")
    fetch_async = FetchAsyncVerb(awaited(call), "fetch")
    update = UpdateVerb(blocking(call), "update")
    update_async = UpdateAsyncVerb(awaited(call), "update")
    delete = DeleteVerb(blocking(call), "delete")
    delete_async = DeleteAsyncVerb(awaited(call), "delete")

    if TYPE_CHECKING:
        # Tells type checkers the class of a record in `collection(Session)`.
        def _itself(self) -> Self: ...

        # The class keywords, for editors; at run time the metaclass reads them.
        def __init_subclass__(
            cls,
            *,
            uri: str = ...,
            page: Any = ...,
            body: str = ...,
            parameter_names: Any = ...,
            field_names: Any = ...,
            member_names: Any = ...,
            item: str | None = ...,
            items: str | None = ...,
            body_item: str | None = ...,
        ) -> None: ...

    def __init__(self, *_: Any, **__: Any) -> None:
        raise TypeError(
            f"a {type(self).__name__} is not made by calling its class: "
            "write collection(key) for a handle, and fetch() on it for a record."
        )

    @classmethod
    def _make_reader(cls) -> Reader:
        """The reader of its records inside of other values."""
        from ..decode.nested_records import RecordReader

        return RecordReader(cls)

    def _as_sent(self) -> dict[str, Any]:
        """The object that is sent for a record in a request body: what was received.

        Raises ValueError for a handle.
        """
        if self._source.shape is None:
            raise ValueError(f"expected a {type(self).__name__} that was fetched, or a dict")
        return received_object(self)

    @property
    def _resource(self) -> type[Self]:
        return type(self)

    @property
    def _site(self) -> SiteProtocol:
        return self._source.site

    def _address(self) -> tuple[Any, ...]:
        """The path values of this record; those not given by a key are read from its fields.

        Raises ParameterError where the response did not have one.
        """
        path, names = self._source.path, self._plan.path_names
        if len(path) == len(names):
            return path
        return (*path, *map(self._path_value, names[len(path) :]))

    def _path_value(self, name: str) -> Any:
        try:
            return getattr(self, name)
        except AttributeError as error:
            # An AttributeError would say that the record lacks the verb or the collection.
            remedy = (
                "The path of the record needs it. Reach the record by its key: collection(key)."
            )
            raise ParameterError(compose(str(error), remedy, type(self).__name__)) from None

    def _find_operation(self, name: str) -> Operation | None:
        return self._plan.operations.get(name)

    if not TYPE_CHECKING:  # to a checker, any name would be an attribute

        def __getattr__(self, name: str) -> Any:
            # Called for names that the class does not have, and for fields without a value.
            if not name.startswith("_") and name in self._source.positions:
                return self._values[self._source.positions[name]]
            from .missing_attributes import missing_in_record  # for a message

            raise AttributeError(missing_in_record(self, name))

    @property
    def response(self) -> Response | None:
        """The response that this record came in; None for a record of a list."""
        return self._source.response

    def to_dict(self) -> dict[str, Any]:
        """The fields that the response had, by Python name, as Python values."""
        fields = self._plan.fields
        return {
            name: fields[name].__get__(self, type(self)) if name in fields else self._values[index]
            for name, index in self._source.positions.items()
        }

    def to_json(self) -> str:
        """The record as JSON text, as it was received."""
        return received_text(self)

    def __dir__(self) -> Iterator[str]:
        cls = type(self)
        yield from (name for name in object.__dir__(self) if is_shown(name) and cls.shows(name))
        yield from (name for name in self._source.positions if name not in self._plan.fields)

    def __eq__(self, other: object) -> bool:
        """Whether both have the same class, path and fields."""
        if type(other) is not type(self):
            return NotImplemented
        return self._known_path() == other._known_path() and received_object(
            self
        ) == received_object(other)

    def _known_path(self) -> tuple[Any, ...]:
        """The path values, with None for a key that the response lacks."""
        path = self._source.path
        missing = self._plan.path_names[len(path) :]
        return (*path, *(getattr(self, name, None) for name in missing))

    def __hash__(self) -> int:
        """By class and path: fields change on the server, and where a record is does not.

        Raises TypeError for a record of a response that lacks its key.
        """
        path = self._known_path()
        if None in path:
            raise TypeError(
                f"this {type(self).__name__} cannot be in a set: its response has no "
                f"{self._plan.path_names[path.index(None)]!r}, which is part of its path."
            )
        return hash((type(self), path))

    def __reduce__(self) -> Any:
        source = self._source
        keys = source.shape.keys if source.shape is not None else None
        return restore_record, (type(self), source.path, keys, received_values(self))

    def __copy__(self) -> Self:
        return make_record(type(self), self._source, received_values(self))

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        import copy

        return make_record(type(self), self._source, copy.deepcopy(received_values(self), memo))

    def __repr__(self) -> str:
        """The fields that tell records apart; of a handle, its key."""
        if self._source.shape is None:
            path = zip(self._plan.path_names, self._source.path, strict=False)
            shown = [f"{key}={value!r}" for key, value in path]
            return f"<{' '.join([type(self).__name__, *shown])} (not fetched)>"
        from ..short_repr import short_repr

        return short_repr(self)

    def _repr_html_(self) -> str:
        """What a notebook shows: its fields, as a table. Nothing is requested."""
        from ..decode.previews import record_html

        return record_html(self)

    def _members_to_show(self) -> Members | None:
        """The fields that the response had; None for a handle."""
        if self._source.shape is None:
            return None
        from ..decode.shown_fields import fields_of_record

        return fields_of_record(self)


class NoKey(Resource.Key):
    """`class Key(NoKey): ...` for a resource with a single item: its mount takes no key."""

    if TYPE_CHECKING:

        def __init__(self) -> None: ...
