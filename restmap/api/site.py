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
    """A domain or a version: it has an address and a client, and resources are mounted under it.

    root: the URL that paths are appended to. origin: where requests go. declared_origin: the
    API's own origin, which differs where the client has a base_url.
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

    sandbox_rules: for the sandbox, how its servers behave where declarations do not say it: a
    subclass of `restmap.sandbox.Rules`, given as `deferred()` so that clients do not import it.
    """

    host: ClassVar[str]
    sandbox_rules: ClassVar[Any] = None

    def __init_subclass__(cls, *, host: str) -> None:
        place = Place.of_class(cls.__qualname__, sys._getframe(1))
        if not host or "/" in host:
            remedy = "Write the name alone: host='api.example.com'."
            raise mistake(f"{host!r} is not a host name.", place, remedy)
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
            remedy = "Begin it with a slash and end it without: prefix='/v1'."
            raise mistake(f"{prefix!r} is not a path prefix.", place, remedy)
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
