"""Mounts: attributes that put a resource under a version or another resource, on first use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, cast

from ..declare.deferred import Deferred, resolve
from ..declare.place import Place, mistake
from ..errors import DeclarationError

if TYPE_CHECKING:
    from ..decode.source import RecordProtocol, SiteProtocol

M = TypeVar("M")


if TYPE_CHECKING:

    class Parent(Protocol):
        """The parent of a mount: a version, a handle, a record or a collection."""

        @property
        def _site(self) -> SiteProtocol: ...
        def _address(self) -> tuple[Any, ...]: ...


KEPT_MOUNTS = "_kept_mounts"
"""The attribute of a client, a site or a collection that holds what its mounts have made."""


def _kept_mounts(parent: Any) -> dict[str, Any] | None:
    """What the mounts of a parent have made, by their names.

    None for a parent that is made anew at each access, and for records: they are many, and stay
    small.
    """
    if not _has_attributes(parent):
        kept: dict[str, Any] | None = parent._source.kept_mounts
        return kept
    attributes = cast("dict[str, Any]", vars(parent))
    if not getattr(parent, "_is_kept", True):  # a collection of a handle or a record
        return None
    if KEPT_MOUNTS not in attributes:
        attributes[KEPT_MOUNTS] = dict[str, Any]()
    return cast("dict[str, Any]", attributes[KEPT_MOUNTS])


def _keep_mounts(made: Any) -> None:
    """Let what a kept mount has made keep its own mounts."""
    if _has_attributes(made):
        vars(made)["_is_kept"] = True
    elif hasattr(made, "_source"):  # the handle of a single item
        made._source.kept_mounts = {}


def _has_attributes(parent: object) -> bool:
    """Whether it is a client, a site or a collection, which have a dict of attributes."""
    return getattr(type(parent), "_keeps_mounts", False)


class Mount(Generic[M]):
    """`name = collection(Session)` in a class body: the collection under each instance.

    resource: the class that is mounted, which may be deferred.
    """

    def __init__(self, resource: Any) -> None:
        self._given = resource
        self.name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, parent: Any, owner: Any) -> M:
        if parent is None:
            return cast("M", self)
        kept = _kept_mounts(parent)
        if kept is None:
            return self.under(parent)
        # The same object at each access, so that a test can replace a verb of it. Beside the
        # attributes of the parent, where an attribute of this name is what a test assigned.
        if self.name not in kept:
            kept[self.name] = made = self.under(parent)
            _keep_mounts(made)
        return cast("M", kept[self.name])

    def under(self, parent: Parent) -> M:
        """The mounted collection or handle under a version, a handle, a record or a collection."""
        above = parent._address()
        if not self.fits(len(above)):
            raise misplaced(self.resource, type(parent).__name__, len(above))
        return self.make(parent._site, above)

    def make(self, site: SiteProtocol, path: tuple[Any, ...]) -> M:
        """The mounted collection or handle, in a version and below these path values."""
        raise NotImplementedError(f"{type(self).__qualname__}.make")

    def fits(self, given: int) -> bool:
        """Whether the resource's path continues that of a parent with so many path values."""
        plan = self.resource._plan
        return plan.item is not None and plan.path_length_above == given

    @property
    def resource(self) -> type[RecordProtocol]:
        """The class that is mounted, imported here if it was deferred."""
        self._given = resolve(self._given)
        return cast("type[RecordProtocol]", self._given)

    @property
    def kind(self) -> type | None:
        """The class of the mounted collection; None for other mounts."""
        return None


def mounts_of(owner: type | None) -> list[Mount[Any]]:
    """The mounts in a class and its bases; the nearest class that has a name counts."""
    mounts: dict[str, Mount[Any]] = {}
    for each in reversed(owner.__mro__ if owner is not None else ()):
        mounts |= {name: value for name, value in vars(each).items() if isinstance(value, Mount)}
    return list(mounts.values())


def misplaced(resource: type[RecordProtocol], parent: str, given: int) -> DeclarationError:
    """The error for a resource mounted where its path does not fit."""
    plan = resource._plan
    if plan.item is None:
        return mistake(
            f"{resource.__name__} has no path: it is a shared base.",
            plan.place,
            "Give its path as a class keyword: uri='/Queues/{sid}'.",
        )
    needed = plan.path_names[: plan.path_length_above]
    return mistake(
        f"{resource.__name__} cannot be mounted under {parent}, which gives {given} path "
        f"{'value' if given == 1 else 'values'}: "
        f"{plan.item.text!r} needs {len(needed)} before its key"
        f"{': ' if needed else ''}{', '.join(needed)}.",
        plan.place.at("uri"),
        "Mount it under the resource whose path it continues.",
    )


NAMES_OF_SITES = frozenset({"client", "host", "origin", "prefix", "root", "sandbox_rules"})
"""Attributes of versions and domains, which a mount of the same name would hide."""


def refuse_taken_name(name: str, place: Place) -> None:
    """Raise DeclarationError for a mount that would hide an attribute of a domain or a version."""
    if name in NAMES_OF_SITES:
        raise mistake(
            f"a mount named {name!r} would hide the attribute of that name.",
            place.at(name),
            f"Name it {name}_.",
        )


def check_mounts(namespace: Mapping[str, Any], parent: str, given: int, place: Place) -> None:
    """Check that the mounts of a class body fit; deferred classes are checked on first use."""
    for name, mount in namespace.items():
        if isinstance(mount, Mount):
            mounted: Any = mount._given
            if isinstance(mounted, Deferred):
                continue
            if not hasattr(mounted, "_plan"):
                raise mistake(
                    f"{mounted!r} is not a resource class.",
                    place.at(name),
                    "Mount a class that derives from Resource.",
                )
            if not mount.fits(given):
                raise misplaced(mounted, parent, given)
