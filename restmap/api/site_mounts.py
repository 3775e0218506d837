"""Mounts of domains and versions, and the check of what a class body mounts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Generic, Literal, TypeAlias, TypeVar, cast

from ..declare.deferred import Deferred, resolve
from ..declare.place import Place, mistake
from ..errors import DeclarationError, compose
from .mounts import Mount, check_mounts, refuse_taken_name

S = TypeVar("S")

Level: TypeAlias = Literal["client", "domain", "version"]
"""The kind of class that a class body declares."""

# What may be mounted in each: the base classes of sites, and resources.
_MOUNTABLE: Mapping[Level, frozenset[str]] = {
    "client": frozenset({"Domain", "Version", "Resource"}),
    "domain": frozenset({"Version", "Resource"}),
    "version": frozenset({"Resource"}),
}


class SiteMount(Generic[S]):
    """`v1 = version(V1)`, `proxy = domain(Proxy)`: an instance is made on first use and cached.

    site: the class that is mounted, which may be deferred. kind: its base class, Domain or
    Version.
    """

    def __init__(self, site: Any, kind: type) -> None:
        self._given = site
        self.kind = kind
        self.name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, parent: Any, owner: Any) -> S:
        if parent is None:
            return cast("S", self)
        site = self.site(parent)
        # Cached: an instance attribute comes before a descriptor that has no __set__.
        vars(parent)[self.name] = site
        return cast("S", site)

    @property
    def site(self) -> Any:
        """The class that is mounted, imported here if it was deferred."""
        self._given = resolve(self._given)
        if not self.fits():
            problem = f"{self._given!r} is not a subclass of {self.kind.__name__}."
            remedy = f"Mount a class that derives from {self.kind.__name__}."
            raise DeclarationError(compose(problem, remedy, self.name))
        return self._given

    def fits(self) -> bool:
        """Whether the mounted class is of the right kind; a deferred class counts as such."""
        given = self._given
        of_kind = isinstance(given, type) and issubclass(given, self.kind)
        return of_kind or isinstance(given, Deferred)


def site_mounts_of(owner: type) -> list[SiteMount[Any]]:
    """The domains and versions in a class and its bases; the nearest class with a name counts."""
    mounts: dict[str, SiteMount[Any]] = {}
    for each in reversed(owner.__mro__):
        mounts |= {
            name: cast("SiteMount[Any]", value)
            for name, value in vars(each).items()
            if isinstance(value, SiteMount)
        }
    return list(mounts.values())


def refuse_hiding_mounts(cls: type, names: Collection[str], place: Place) -> None:
    """Raise DeclarationError for a mount that would hide one of these attributes of clients."""
    for name, value in vars(cls).items():
        if name in names and _kind_of_mount(value) is not None:
            problem = f"a mount named {name!r} would hide the attribute of every client."
            raise mistake(problem, place.at(name), f"Name it {name}_.")


def is_shown(name: str, for_declarations: Collection[str] = ()) -> bool:
    """Whether an attribute is for those who make calls, so that `dir()` and shells show it.

    for_declarations: the names of what a subclass sets or overrides.
    """
    is_special = name.startswith("__") and name.endswith("__")
    return name not in for_declarations and (is_special or not name.startswith("_"))


def missing_attribute(parent: object, described: str, name: str) -> AttributeError:
    """The error for an attribute that a client or a site does not have, with its near neighbour.

    described: the parent, as the message names it.
    """
    import difflib

    cls = type(parent)
    mounts = [each for each in dir(cls) if _kind_of_mount(getattr(cls, each, None)) is not None]
    known = {each for each in (*dir(cls), *vars(parent)) if not each.startswith("_")}
    near = difflib.get_close_matches(name, sorted(known), 1)
    remedy = f"Did you mean {near[0]!r}?" if near else f"Mounted: {', '.join(mounts) or 'nothing'}."
    return AttributeError(f"{described} has no attribute {name!r}. {remedy}")


def check_sites(cls: type, level: Level, place: Place, *, has_host: bool = True) -> None:
    """Check what the body of a client, a domain or a version mounts.

    has_host: whether a client has a host of its own. Raises DeclarationError.
    """
    check_mounts(dict(vars(cls)), cls.__name__, 0, place)
    for name, value in vars(cls).items():
        kind = _kind_of_mount(value)
        if kind == "Resource" or (kind == "Version" and level == "domain"):
            refuse_taken_name(name, place)
        if not _fits(cls, name, value, kind, level):
            remedy = "Use domain() in a client, version() in a domain, collection() in a version."
            raise mistake(f"{name!r} cannot be mounted in a {level}.", place.at(name), remedy)
        if kind in ("Version", "Resource") and not has_host:
            raise mistake(
                f"{name!r} cannot be mounted in a client that has no host.",
                place.at(name),
                f"Write class {cls.__name__}(Client, host='api.example.com'), or mount it in a "
                f"{'version' if kind == 'Resource' else 'domain'}.",
            )


def mounts_domains(cls: type) -> bool:
    """Whether a client class mounts domains, itself or in a base class."""
    return any(
        _kind_of_mount(value) == "Domain" for each in cls.__mro__ for value in vars(each).values()
    )


def _kind_of_mount(value: object) -> str | None:
    """What an attribute mounts: a Domain, a Version or a Resource; None where it is no mount."""
    if isinstance(value, SiteMount):
        return cast("SiteMount[Any]", value).kind.__name__
    return "Resource" if isinstance(value, Mount) else None


def _fits(cls: type, name: str, value: Any, kind: str | None, level: Level) -> bool:
    """Whether an attribute of a class body may be there."""
    if kind is not None:
        return kind in _MOUNTABLE[level] and (kind == "Resource" or value.fits())
    # A domain, a version or a resource itself, which is not mounted but may be declared there.
    mountable = isinstance(value, type) and hasattr(value, "_site")
    return not mountable or value.__qualname__ == f"{cls.__qualname__}.{name}"
