"""Mounts of domains under a client and of versions under a domain."""

from __future__ import annotations

from typing import Any, Generic, Literal, TypeAlias, TypeVar, cast

from ..declare.place import Place, mistake
from ..errors import DeclarationError, compose
from .mounts import Deferred, check_mounts, resolved

S = TypeVar("S")

Level: TypeAlias = Literal["client", "domain", "version"]
"""What a class body belongs to."""


class SiteMount(Generic[S]):
    """`v1 = version(V1)`, `proxy = domain(Proxy)`: made when first used, then kept.

    site: the class that is mounted, which may be deferred. kind: what it derives from. under: what
    it may be mounted under.
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
        made = self.site(parent)
        # Found there before this descriptor from now on, as it has no __set__.
        vars(parent)[self._name] = made
        return cast("S", made)

    @property
    def site(self) -> Any:
        """The class that is mounted, imported now if it was deferred."""
        self._given = resolved(self._given)
        if not self.fits():
            found = f"{self._given!r} is no {self.kind.__name__}."
            raise DeclarationError(compose(found, None, self._name))
        return self._given

    def fits(self) -> bool:
        """Whether a class of the right kind is mounted, if it is there yet."""
        given = self._given
        of_kind = isinstance(given, type) and issubclass(given, self.kind)
        return of_kind or isinstance(given, Deferred)


def check_sites(cls: type, level: Level, place: Place, taken: Any = ()) -> None:
    """Whether what the body of a client, a domain or a version mounts may stand there."""
    check_mounts(dict(vars(cls)), cls.__name__, 0, place)
    for name, value in vars(cls).items():
        if isinstance(value, SiteMount):
            mount = cast("SiteMount[Any]", value)
            if name in taken:
                found = f"a mount named {name!r} would hide what every client has."
                raise mistake(found, place.at(name), f"Name it {name}_.")
            fits = mount.under == level and mount.fits()
        else:
            # A domain, a version or a resource itself, which is not mounted.
            mountable = isinstance(value, type) and hasattr(value, "_site")
            fits = not mountable or value.__qualname__ == f"{cls.__qualname__}.{name}"
        if not fits:
            remedy = "Use domain() in a client, version() in a domain, collection() in a version."
            raise mistake(f"{name!r} cannot be mounted so.", place.at(name), remedy)
