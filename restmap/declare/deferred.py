"""Deferred classes: placeholders for classes that are imported when they are first needed."""

from __future__ import annotations

import functools
import importlib
import sys
import typing
from types import UnionType
from typing import Any

import attrs

from ..errors import DeclarationError, compose


@attrs.frozen(eq=False, repr=False)
class Deferred:
    """A class that is imported when it is first needed."""

    path: str
    package: str | None

    def resolve(self) -> Any:
        module, _, name = self.path.partition(":")
        return getattr(importlib.import_module(module, self.package), name)

    @property
    def is_imported(self) -> bool:
        """Whether its module was imported already, so that to resolve it costs nothing."""
        from importlib.util import resolve_name

        return resolve_name(self.path.partition(":")[0], self.package) in sys.modules

    # As a class has it, for `returns=` and `Returns[…]`, which are evaluated: `Ticket | None`.
    def __or__(self, other: Any) -> Any:
        return typing.Union[self, other]  # noqa: UP007

    def __ror__(self, other: Any) -> Any:
        return typing.Union[other, self]  # noqa: UP007


def resolve(given: Any) -> Any:
    """The class itself, imported here if it was deferred."""
    return given.resolve() if isinstance(given, Deferred) else given


def has_deferred(kind: Any) -> bool:
    """Whether a type is a deferred class, or has one in it."""
    return isinstance(kind, Deferred) or any(map(has_deferred, typing.get_args(kind)))


@functools.lru_cache(maxsize=1024)
def resolved_inside(kind: Any) -> Any:
    """A type with its deferred classes resolved, at any depth: `list[Ticket]`, `Ticket | None`."""
    if isinstance(kind, Deferred):
        return kind.resolve()
    if not has_deferred(kind):
        return kind
    origin: Any = typing.get_origin(kind)
    arguments = tuple(map(resolved_inside, typing.get_args(kind)))
    if origin in (typing.Union, UnionType):
        return typing.Union[arguments]  # noqa: UP007
    return origin[arguments]


def deferred(path: str, package: str | None = None) -> Any:
    """A placeholder for a class that is imported on first use: for mounts, and for annotations.

        if TYPE_CHECKING:
            from .session import Session
        else:
            Session = deferred(".session:Session", __package__)

    path: "package.module:Class", or ".module:Class" in the package.
    """
    if not path.partition(":")[2].isidentifier():
        remedy = "Write 'package.module:Class'."
        raise DeclarationError(compose(f"{path!r} does not name a class.", remedy))
    return Deferred(path, package)
