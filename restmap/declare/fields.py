"""Fields: the part of a declaration that describes the attributes of a record or a model."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from .annotations import allows_none
from .composed_readers import NullableReader, Reader
from .unset import UNSET


@attrs.frozen(eq=False, repr=False)
class FieldSpec:
    """A field as declared: the arguments of `field()`, which add to its annotation."""

    serializer: Callable[[Any], Any] | None = None
    name: str | None = None
    inside: str | None = None
    reader: Callable[[Any], Any] | None = None
    default: Any = ...
    factory: Callable[[], Any] | None = None
    tagged_by: str | None = None
    prefix: str | None = None
    unique: bool = False
    initial: Any = UNSET

    @property
    def own_reader(self) -> Callable[[Any], Any] | None:
        """The function that reads the wire value, in place of the reader of the type."""
        own = self.reader or self.serializer
        return getattr(own, "load", own)

    def own_reader_for(self, kind: Any) -> Reader | None:
        """The reader of a field with this type, in place of that of the type itself.

        `null` is None where the type allows it, without asking the serializer, which does not
        serialize None either. A `reader=` sees every value.
        """
        own = self.own_reader
        if own is None:
            return None
        is_nullable = self.reader is None and allows_none(kind)
        return NullableReader(Reader(own)) if is_nullable else Reader(own)

    def wire_name(self, usual: str) -> str:
        """The wire name of a field, as a dotted path if its value is in an object of the record.

        usual: the name that the resource's rule makes.
        """
        own = self.name or usual
        return own if self.inside is None else f"{self.inside}.{own}"

    @property
    def has_default(self) -> bool:
        """Whether there is a value for a field that a response does not have."""
        return self.default is not ... or self.factory is not None

    def make_default(self) -> Any:
        """The value of a field that a response does not have."""
        return self.factory() if self.factory is not None else self.default


def field(
    serializer: Callable[[Any], Any] | None = None,
    *,
    name: str | None = None,
    inside: str | None = None,
    reader: Callable[[Any], Any] | None = None,
    default: Any = ...,
    factory: Callable[[], Any] | None = None,
    tagged_by: str | None = None,
    prefix: str | None = None,
    unique: bool = False,
    initial: Any = UNSET,
) -> Any:
    """Declare a field of a resource, or a member of a model, that needs more than its annotation.

    serializer: the rule for its wire value in both directions, such as `unix_time`; by default
        that of its type.
    name: the wire name, where it differs from the one that the resource's rule makes.
    inside: for a field of a resource whose value is in an object of the record, the dotted path of
        that object: `name: str = field(inside="metadata")` is the `name` in `metadata`.
    reader: any callable from the wire value to the Python value, in place of the serializer's.
    default: the value where a response does not have the field, and that a member of a model has
        if none is given; with UNSET the member is then not sent. factory: makes the default, for
        one that can be changed: `field(factory=list)`.
    tagged_by: for a union of models, the wire name of the key that tells them apart; each model
        declares its value: `type: Literal["card"]`.

    The other arguments describe the behaviour of the server. A client ignores them; the sandbox
    follows them.
    prefix: the text that keys of this resource begin with. unique: whether a value may appear in
    only one record of a collection. initial: the value of a new record that was created without
    one.
    """
    return FieldSpec(
        serializer, name, inside, reader, default, factory, tagged_by, prefix, unique, initial
    )
