"""Domains and versions: where the resources of an API are."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from ..declare.place import Place, mistake
from .site_mounts import SiteMount, check_sites

if TYPE_CHECKING:
    from .client import Client

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
        check_sites(cls, "domain", place)

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
        check_sites(cls, "version", place)

    def __init__(self, domain: Domain) -> None:
        self.client = domain.client
        self.origin = domain.origin
        self.declared_origin = domain.declared_origin
        self.root = domain.root + self.prefix
        self.titles = (*domain.titles, type(self).__name__)


def domain(site: type[D]) -> SiteMount[D]:
    """Mounts a domain under a client: `proxy = domain(Proxy)`."""
    return SiteMount(site, Domain, under="client")


def version(site: type[V]) -> SiteMount[V]:
    """Mounts a version under a domain: `v1 = version(V1)`."""
    return SiteMount(site, Version, under="domain")
