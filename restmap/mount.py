"""Mounts: what puts a resource, a version or a domain under another, loaded when first used."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

import attrs

from .declare.place import Place, mistake
from .errors import DeclarationError

if TYPE_CHECKING:
    from .resource import Resource
    from .site import Site

M = TypeVar("M")


@attrs.frozen
class Deferred:
    """A class that is imported when it is first needed."""

    path: str

    def resolve(self) -> Any:
        module, _, name = self.path.partition(":")
        return getattr(importlib.import_module(module), name)


def deferred(path: str) -> Any:
    """Stands for a class that is not imported yet; for mounts in large versions.

        if TYPE_CHECKING:
            from .session import Session
        else:
            Session = deferred("resources.twilio.proxy.v1.session:Session")

    path: "package.module:Class".
    """
    if not path.partition(":")[2].isidentifier():
        raise DeclarationError(f"{path!r} names no class.\n  Write 'package.module:Class'.")
    return Deferred(path)


class Mount(Generic[M]):
    """`name = collection(Session)` in a class body: the collection under each instance."""

    def __init__(self, resource: Any, make: Callable[[Any, Site, tuple[Any, ...]], M]) -> None:
        self._given = resource
        self._make = make
        self.name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, parent: Any, owner: Any) -> M:
        if parent is None:
            return cast("M", self)
        return self.under(parent)

    def under(self, parent: Site | Resource) -> M:
        """The collection under a version, a handle or a record."""
        resource, above = self.resource, parent._address()
        if len(above) != resource._plan.path_length_above:
            raise misplaced(resource, type(parent).__name__, len(above))
        return self._make(resource, parent._site, above)

    @property
    def resource(self) -> type[Resource]:
        """The class that is mounted, imported now if it was deferred."""
        if isinstance(self._given, Deferred):
            self._given = self._given.resolve()
        return cast("type[Resource]", self._given)


def misplaced(resource: type[Resource], parent: str, given: int) -> DeclarationError:
    """The error for a resource mounted where its path does not fit."""
    plan = resource._plan
    if plan.item is None:
        return mistake(
            f"{resource.__name__} has no path: it is a shared base.",
            plan.place,
            "Name its path in the head of the class: `uri='/Queues/{sid}'`.",
        )
    needed = plan.path_names[: plan.path_length_above]
    return mistake(
        f"{resource.__name__} cannot be mounted under {parent}, which gives {given} path values: "
        f"{plan.item.text!r} needs {len(needed)} before its key"
        f"{': ' if needed else ''}{', '.join(needed)}.",
        plan.place.at("uri"),
        "Mount it under the resource whose path it continues.",
    )


# What a version or a domain is made of; a mount of such a name would stand in its way.
_NAMES_OF_SITES = frozenset({"client", "declared_origin", "origin", "root", "titles"})


def refuse_taken_name(name: str, place: Place) -> None:
    """A mount that would hide what a domain or a version has."""
    if name in _NAMES_OF_SITES:
        raise mistake(
            f"a mount named {name!r} would hide what it is mounted under.",
            place.at(name),
            f"Name it {name}_.",
        )


def check_mounts(namespace: dict[str, Any], parent: str, given: int, place: Place) -> None:
    """Whether what a class body mounts fits under it; what is deferred is checked when used."""
    for name, value in namespace.items():
        if isinstance(value, Mount):
            refuse_taken_name(name, place)
            mounted: Any = value._given
            if isinstance(mounted, Deferred):
                continue
            if not hasattr(mounted, "_plan"):
                raise mistake(
                    f"{mounted!r} is no resource.",
                    place.at(name),
                    "Mount a class that derives from Resource.",
                )
            if mounted._plan.path_length_above != given or mounted._plan.item is None:
                raise misplaced(mounted, parent, given)
