"""Members: the attributes of a class of nested objects, whichever library made the class."""

from __future__ import annotations

import functools
import sys
import typing
from collections.abc import Callable
from enum import Enum
from typing import Any

import attrs

from .annotations import LaterType, allows_none, is_decimal, plain_type, resolved
from .fields import FieldSpec
from .names import Naming


@attrs.frozen(eq=False, repr=False)
class Member:
    """One member of a model, of an attrs class or of a dataclass.

    spec: for a model, the arguments of its `field()`. has_default: whether the class can be called
    without it.
    """

    name: str
    kind: Any
    spec: FieldSpec
    has_default: bool

    def wire_name(self, naming: Naming) -> str:
        """The key of the member in an object, by the rule of the resource."""
        return self.spec.name or naming(self.name)

    @property
    def nullable(self) -> bool:
        """Whether the type allows None."""
        return allows_none(self.kind)


def is_model(kind: Any) -> bool:
    """Whether a class has named members: a model, an attrs class or a dataclass."""
    marks = ("_declared", "__attrs_attrs__", "__dataclass_fields__")
    return isinstance(kind, type) and any(hasattr(kind, mark) for mark in marks)


def is_structured(kind: Any) -> bool:
    """Whether values of a class are read from their parts: a model, a resource, a TypedDict…"""
    marks = ("_plan", "__total__")  # of a resource, and of a TypedDict
    has_parts = is_model(kind) or any(hasattr(kind, mark) for mark in marks)
    return has_parts or issubclass(kind, Enum)


def is_resource(kind: Any) -> bool:
    """Whether a class is a resource, whose values are records."""
    return isinstance(kind, type) and hasattr(kind, "_plan")


def has_members(kind: Any) -> bool:
    """Whether the values of a class are objects with named members: a model or a resource."""
    return is_model(kind) or is_resource(kind)


def is_open(kind: Any) -> bool:
    """Whether the objects of a class may have further keys: a model with `open=True`."""
    return getattr(kind, "_is_open", False) is True


def naming_inside(kind: Any, naming: Naming) -> Naming:
    """The rule for the wire names inside of an object: a resource has its own.

    naming: that of what the object is in.
    """
    if not is_resource(kind):
        return naming
    own: Naming = kind._plan.options.field_names
    return own


@functools.lru_cache(maxsize=1024)
def has_records(kind: Any) -> bool:
    """Whether values of a type are records or hold any, in lists, maps, unions or models."""
    seen: set[Any] = set()
    pending: list[Any] = [kind]
    while pending:
        plain, _ = plain_type(pending.pop())
        if is_resource(plain):
            return True
        pending += typing.get_args(plain)
        if is_model(plain) and plain not in seen:
            seen.add(plain)
            pending += [member.kind for member in members_of(plain)]
    return False


@functools.lru_cache(maxsize=1024)
def members_of(kind: Any) -> tuple[Member, ...]:
    """The members of a class, with their types, in the order of the class.

    Those of a resource are its fields, without those whose value is inside of another one.
    Raises DeclarationError where the type of a member of a model is still not defined.
    """
    if is_resource(kind):
        return tuple(
            _member_of_field(name, each)
            for name, each in kind._plan.fields.items()
            if each.spec.inside is None
        )
    if hasattr(kind, "_declared"):
        return tuple(
            Member(name, resolved(given), spec, spec.has_default)
            for name, (given, spec) in kind._declared.items()
        )
    hints = typing.get_type_hints(kind, include_extras=True)
    return tuple(
        Member(name, hints.get(name, Any), FieldSpec(), has_default)
        for name, has_default in _attributes_of(kind)
    )


def _member_of_field(name: str, field: Any) -> Member:
    """A field of a resource as a member of its records."""
    spec: FieldSpec = field.spec
    return Member(name, field.kind, attrs.evolve(spec, name=field.wire_name), spec.has_default)


def _attributes_of(kind: Any) -> list[tuple[str, bool]]:
    """The names of the attributes of an attrs class or a dataclass, and which have a default."""
    if attrs.has(kind):
        return [
            (each.alias or each.name, each.default is not attrs.NOTHING)
            for each in attrs.fields(kind)
            if each.init
        ]
    import dataclasses

    missing: Callable[[Any], bool] = lambda each: each is dataclasses.MISSING  # noqa: E731
    return [
        (each.name, not (missing(each.default) and missing(each.default_factory)))
        for each in dataclasses.fields(kind)
        if each.init
    ]


def reads_decimals(kind: Any) -> bool | None:
    """Whether a type has a Decimal in it, at any depth; it needs the digits of numbers.

    None if that is not known before a deferred class is imported.
    """
    return _reads_decimals(kind, len(sys.modules))


@functools.lru_cache(maxsize=1024)
def _reads_decimals(kind: Any, _number_of_modules: int) -> bool | None:
    """The same; what is not known is looked for again once further modules were imported."""
    seen: set[Any] = set()
    pending: list[Any] = [kind]
    is_known = True
    while pending:
        each = pending.pop()
        if isinstance(each, LaterType):
            each = each.resolve_without_import()
            is_known = is_known and each is not None
        plain, _ = plain_type(each)
        if is_decimal(plain):
            return True
        pending += typing.get_args(plain)
        if plain in seen or not isinstance(plain, type):
            continue
        seen.add(plain)
        pending += _kinds_inside(plain)
    return False if is_known else None


def _kinds_inside(kind: Any) -> list[Any]:
    """The types of the members of a class, of which some may be LaterTypes."""
    if is_resource(kind):
        return [field.declared_kind for field in kind._plan.fields.values()]
    if hasattr(kind, "_declared"):
        return [given for given, _ in kind._declared.values()]
    return [member.kind for member in members_of(kind)] if is_model(kind) else []
