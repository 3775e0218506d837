"""Members: the attributes of a class of nested objects, whichever library made the class."""

from __future__ import annotations

import functools
import typing
from collections.abc import Callable
from enum import Enum
from typing import Any, cast

import attrs

from .annotations import allows_none, is_decimal, plain_type, resolved
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


@functools.lru_cache(maxsize=1024)
def members_of(kind: Any) -> tuple[Member, ...]:
    """The members of a class, with their types, in the order of the class.

    Raises DeclarationError where the type of a member of a model is still not defined.
    """
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


@functools.lru_cache(maxsize=1024)
def reads_decimals(kind: Any) -> bool:
    """Whether a type has a Decimal in it, at any depth; it needs the digits of numbers."""
    seen: set[Any] = set()
    pending: list[Any] = [kind]
    while pending:
        plain, _ = plain_type(pending.pop())
        if is_decimal(plain):
            return True
        pending += typing.get_args(plain)
        if plain in seen or not isinstance(plain, type):
            continue
        seen.add(plain)
        if hasattr(plain, "_plan"):
            pending += [field.kind for field in cast("Any", plain)._plan.fields.values()]
        elif is_model(plain):
            pending += [member.kind for member in members_of(plain)]
    return False
