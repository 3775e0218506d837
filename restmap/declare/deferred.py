"""Deferred classes: placeholders for classes that are imported when they are first needed."""

from __future__ import annotations

import importlib
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


def resolve(given: Any) -> Any:
    """The class itself, imported here if it was deferred."""
    return given.resolve() if isinstance(given, Deferred) else given


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
