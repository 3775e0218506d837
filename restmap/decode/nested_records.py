"""Nested records: a resource as the type of a field, or inside of its type, at any depth."""

from __future__ import annotations

import functools
import typing
from collections.abc import Generator, Mapping
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Literal, cast

import attrs

from ..declare.annotations import plain_type
from ..declare.composed_readers import Reader
from ..declare.members import Member, members_of
from ..declare.misfits import Drift, misfit
from .records import DETACHED, load_record, make_record, shape_without_report
from .source import Source

if TYPE_CHECKING:
    from ..declare.uri import UriTemplate
    from ..plan.resource_plan import ResourcePlan
    from .source import RecordProtocol, SiteProtocol


@attrs.frozen(eq=False, repr=False)
class Holder:
    """What nested records share with what they are in: the version, and path values.

    template: the path whose first placeholders have these values; None for no path. keys: the
    placeholders that are the key of the holder itself.
    """

    site: SiteProtocol
    template: UriTemplate | None
    path: tuple[Any, ...]
    keys: tuple[str, ...] = ()

    def value_of(self, template: UriTemplate, index: int) -> Any:
        """The value of a placeholder of another path; None where it is not known.

        It is that of a placeholder at the same place of the path, or of the same name. The name of
        a key says little: `id` is the key of most resources.
        """
        if self.template is None:
            return None
        known = dict(zip(self.template.places, self.path, strict=False))
        place, name = template.places[index], template.names[index]
        if place in known or name in self.keys:
            return known.get(place)
        return dict(zip(self.template.names, self.path, strict=False)).get(name)


_holder: ContextVar[Holder] = ContextVar("holder")
"""The holder of the value that is being read: a reader of a type knows the type alone."""

# Of a value that belongs to no client, such as an argument that the sandbox has received.
_NO_HOLDER = Holder(DETACHED, None, ())


@contextmanager
def held_by(holder: Holder) -> Generator[None]:
    """Read the nested records of a value as those of a holder."""
    token = _holder.set(holder)
    try:
        yield
    finally:
        _holder.reset(token)


def inside_of(record: RecordProtocol) -> AbstractContextManager[None]:
    """Read the nested records of a value as those of the record that the value is in."""
    plan = record._plan
    return held_by(Holder(record._source.site, plan.item, record._known_path(), plan.keys))


class RecordReader(Reader):
    """Reads an object as a record of a resource, which has its verbs."""

    has_members = True

    def __init__(self, resource: type[RecordProtocol]) -> None:
        super().__init__(self._read)
        self._resource = resource

    def _read(self, value: Any) -> Any:
        received, holder = self._checked(value), _holder.get(_NO_HOLDER)
        path = shared_path(self._resource._plan, received, holder)
        shape = shape_without_report(self._resource, tuple(received))
        source = Source(holder.site, path, shape, None)
        return make_record(self._resource, source, tuple(received.values()))

    def _checked(self, value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise ValueError(f"expected {self._resource.__name__}")
        return cast("dict[str, Any]", value)

    def keep(self, value: Any, path: str, drift: list[Drift]) -> Any:
        """The record; drift inside of it is reported as that of its own resource."""
        try:
            received, holder = self._checked(value), _holder.get(_NO_HOLDER)
        except ValueError as error:
            drift.append(misfit(path, value, error))
            return value
        shared = shared_path(self._resource._plan, received, holder)
        return load_record(self._resource, holder.site, shared, received)

    def count_lost(self, value: Any, read: Any) -> int:
        """How little of an object the resource declares: to choose the type of a union."""
        received, members = self._checked(value), self._members
        unknown = received.keys() - members.keys()
        missing = [
            name
            for name, each in members.items()
            if name not in received and not (each.nullable or each.has_default)
        ]
        wrong = [
            name
            for name in members.keys() & received.keys()
            if not _may_be(members[name].kind, received[name])
        ]
        # An object that says it is something else has nothing in common with the resource.
        return len(received if wrong else unknown) + len(members if wrong else missing)

    @functools.cached_property
    def _members(self) -> Mapping[str, Member]:
        return {str(each.spec.name): each for each in members_of(self._resource)}


def _may_be(kind: Any, value: Any) -> bool:
    """Whether a value is one of a Literal; any other type says little about what an object is."""
    plain, nullable = plain_type(kind)
    if typing.get_origin(plain) is not Literal or (value is None and nullable):
        return True
    return value in typing.get_args(plain)


def shared_path(plan: ResourcePlan, received: dict[str, Any], holder: Holder) -> tuple[Any, ...]:
    """The path values above the key of a record: its own, or those of its holder.

    Those after one that is not known are left out; they are read from the record's own fields.
    """
    path: list[Any] = []
    for index, name in enumerate(plan.path_names[: plan.path_length_above]):
        own = plan.fields[name].wire_name if name in plan.fields else name
        assert plan.item is not None, "it has placeholders"
        value = received.get(own)
        if value is None:
            value = holder.value_of(plan.item, index)
        if not isinstance(value, str | int):
            break
        path.append(value)
    return tuple(path)
