"""Mounts of domains under a client and of versions under a domain."""

from __future__ import annotations

from typing import Any, Generic, Literal, TypeAlias, TypeVar, cast

from ..declare.deferred import Deferred, resolve
from ..declare.place import Place, mistake
from ..errors import DeclarationError, compose
from .mounts import check_mounts

S = TypeVar("S")

Level: TypeAlias = Literal["client", "domain", "version"]
"""The kind of class that a class body declares."""


class SiteMount(Generic[S]):
    """`v1 = version(V1)`, `proxy = domain(Proxy)`: an instance is made on first use and cached.

    site: the class that is mounted, which may be deferred. kind: its base class, Domain or
    Version. under: the kind of class that it may be mounted in.
    """

    def __init__(self, site: Any, kind: type, *, under: Level) -> None:
        self._given = site
        self.kind = kind
        self.under = under
        self._name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, parent: Any, owner: Any) -> S:
        if parent is None:
            return cast("S", self)
        site = self.site(parent)
        # Cached: an instance attribute comes before a descriptor that has no __set__.
        vars(parent)[self._name] = site
        return cast("S", site)

    @property
    def site(self) -> Any:
        """The class that is mounted, imported here if it was deferred."""
        self._given = resolve(self._given)
        if not self.fits():
            problem = f"{self._given!r} is not a subclass of {self.kind.__name__}."
            remedy = f"Mount a class that derives from {self.kind.__name__}."
            raise DeclarationError(compose(problem, remedy, self._name))
        return self._given

    def fits(self) -> bool:
        """Whether the mounted class is of the right kind; a deferred class counts as such."""
        given = self._given
        of_kind = isinstance(given, type) and issubclass(given, self.kind)
        return of_kind or isinstance(given, Deferred)


def check_sites(cls: type, level: Level, place: Place, taken: Any = ()) -> None:
    """Check what the body of a client, a domain or a version mounts.

    taken: names that a mount must not have. Raises DeclarationError.
    """
    check_mounts(dict(vars(cls)), cls.__name__, 0, place)
    for name, value in vars(cls).items():
        if isinstance(value, SiteMount):
            mount = cast("SiteMount[Any]", value)
            if name in taken:
                problem = f"a mount named {name!r} would hide the attribute of every client."
                raise mistake(problem, place.at(name), f"Name it {name}_.")
            fits = mount.under == level and mount.fits()
        else:
            # A domain, a version or a resource itself, which is not mounted.
            mountable = isinstance(value, type) and hasattr(value, "_site")
            fits = not mountable or value.__qualname__ == f"{cls.__qualname__}.{name}"
        if not fits:
            remedy = "Use domain() in a client, version() in a domain, collection() in a version."
            raise mistake(f"{name!r} cannot be mounted in a {level}.", place.at(name), remedy)
