"""Domains and versions: where the resources of an API are."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, cast

from ..declare.place import Place, mistake
from ..errors import DeclarationError, compose
from .mounts import Deferred, check_mounts, resolved

if TYPE_CHECKING:
    from .client import Client

S = TypeVar("S", bound="Site")
D = TypeVar("D", bound="Domain")
V = TypeVar("V", bound="Version")


class Site:
    """A place to mount resources under: it has an address and a client.

    root: what paths are appended to. origin: where requests go. declared_origin: the API's own,
    which is another where the client has a base_url.
    """

    client: Client
    origin: str
    declared_origin: str
    root: str
    titles: tuple[str, ...]

    @property
    def _site(self) -> Site:
        return self

    def _address(self) -> tuple[Any, ...]:
        return ()

    def __repr__(self) -> str:
        return f"<{'.'.join(self.titles)}>"


class Domain(Site):
    """One host of an API: `class Proxy(Domain, host="proxy.twilio.com")`.

    sandbox_rules: how its servers behave where declarations do not say it, for the sandbox: a
    subclass of `restmap.sandbox.Rules`, `deferred()` so that clients do not import it.
    """

    host: ClassVar[str]
    sandbox_rules: ClassVar[Any] = None

    def __init_subclass__(cls, *, host: str) -> None:
        place = Place.of_class(cls.__qualname__, sys._getframe(1))
        if not host or "/" in host:
            raise mistake(
                f"the host {host!r} is none.", place, "Write a name alone: 'api.example.com'."
            )
        cls.host = host
        check_sites(cls, Version, place)

    def __init__(self, client: Client) -> None:
        self.client = client
        self.origin = self.root = client.origin(self.host)
        self.declared_origin = f"https://{self.host}"
        self.titles = (client.title, type(self).__name__)


class Version(Site):
    """One version of a domain: `class V1(Version, prefix="/v1")`."""

    prefix: ClassVar[str]

    def __init_subclass__(cls, *, prefix: str = "") -> None:
        place = Place.of_class(cls.__qualname__, sys._getframe(1))
        if prefix and (not prefix.startswith("/") or prefix.endswith("/")):
            raise mistake(f"the prefix {prefix!r} is none.", place, "Write it as '/v1'.")
        cls.prefix = prefix
        check_sites(cls, None, place)

    def __init__(self, domain: Domain) -> None:
        self.client = domain.client
        self.origin = domain.origin
        self.declared_origin = domain.declared_origin
        self.root = domain.root + self.prefix
        self.titles = (*domain.titles, type(self).__name__)


class SiteMount(Generic[S]):
    """`v1 = version(V1)`, `proxy = domain(Proxy)`: made when first used, then kept."""

    def __init__(self, site: Any, kind: type[Site]) -> None:
        self._given = site
        self.kind = kind
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


def check_sites(cls: type, kind: type[Site] | None, place: Place, taken: Any = ()) -> None:
    """Whether what a class body mounts may stand there."""
    check_mounts(dict(vars(cls)), cls.__name__, 0, place)
    for name, value in vars(cls).items():
        if isinstance(value, SiteMount):
            mount = cast("SiteMount[Any]", value)
            if name in taken:
                found = f"a mount named {name!r} would hide what every client has."
                raise mistake(found, place.at(name), f"Name it {name}_.")
            fits = mount.kind is kind and mount.fits()
        else:
            site = hasattr(value, "_plan") or (isinstance(value, type) and issubclass(value, Site))
            fits = not site or value.__qualname__ == f"{cls.__qualname__}.{name}"
        if not fits:
            remedy = "Use domain() in a client, version() in a domain, collection() in a version."
            raise mistake(f"{name!r} cannot be mounted so.", place.at(name), remedy)


def domain(site: type[D]) -> SiteMount[D]:
    """Mounts a domain under a client: `proxy = domain(Proxy)`."""
    return SiteMount(site, Domain)


def version(site: type[V]) -> SiteMount[V]:
    """Mounts a version under a domain: `v1 = version(V1)`."""
    return SiteMount(site, Version)
