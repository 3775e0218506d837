"""Domains, versions and the hosts of clients: where the resources of an API are."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar

from ..declare.place import Place, mistake
from .site_mounts import SiteMount, check_sites, is_shown

if TYPE_CHECKING:
    from ..send.exchange import ClientProtocol

    class SiteClient(ClientProtocol, Protocol):
        """The part of a client that sites need."""

        title: ClassVar[str]
        _variables: Mapping[str, str | None]

        def origin(self, host: str) -> str: ...
        def is_same_api(self, host: str, declared: str) -> bool: ...
        def find_missing(self, site: Site, name: str) -> Any: ...

    class ParentOfVersion(Protocol):
        """A domain, or a client of one host."""

        @property
        def _site(self) -> Site: ...


D = TypeVar("D", bound="Domain")
V = TypeVar("V", bound="Version")


# What a subclass sets, and what requests are built from: not for those who make calls.
_FOR_DECLARATIONS = frozenset({"host", "prefix", "root", "sandbox_rules"})


class Site:
    """The address of what is mounted: a domain, a version, or the host of a client.

    root: the URL that paths are appended to. origin: where requests go. _declared_origin: the
    API's own origin, which differs where the client has a base_url.
    """

    _keeps_mounts = True
    client: SiteClient
    origin: str
    _declared_origin: str
    root: str
    _titles: tuple[str, ...]

    @property
    def _site(self) -> Site:
        return self

    def _address(self) -> tuple[Any, ...]:
        return ()

    def _find_address(self, host: str, prefix: str) -> None:
        """Find the origin of a host, and the root below it. host: empty for that of base_url."""
        client = self.client
        self.origin = client.origin(host)
        self.root = self.origin + self._filled(prefix)
        if "{" in host:
            from .addresses import fill_host  # for few APIs

            host = fill_host(host, client._variables, client.title)
        self._declared_origin = f"https://{host}" if host else self.origin

    def _filled(self, prefix: str) -> str:
        """A path prefix with the values of its variables."""
        if "{" not in prefix:
            return prefix
        from .addresses import fill_prefix  # for few APIs

        return fill_prefix(prefix, self.client._variables, self.client.title)

    def _move(self, url: str) -> str | None:
        """An absolute URL of this API on the origin that requests go to; None for any other URL.

        Raises ValueError for what is not a URL.
        """
        from ..send.origins import move_to_origin  # needed only with links

        return move_to_origin(url, self.origin, self._declared_origin, self.client.is_same_api)

    if not TYPE_CHECKING:  # to a checker, any name would be an attribute

        def __getattr__(self, name: str) -> Any:
            if name.startswith("_"):
                raise AttributeError(name)
            return self.client.find_missing(self, name)

    def __dir__(self) -> Iterator[str]:
        return (name for name in object.__dir__(self) if is_shown(name, _FOR_DECLARATIONS))

    def __repr__(self) -> str:
        return f"<{'.'.join(self._titles)}>"


class Domain(Site):
    """One host of an API: `class Proxy(Domain, host="proxy.twilio.com")`.

    prefix=: that of all paths of the host, before the prefixes of its versions.
    sandbox_rules: for the sandbox, how its servers behave where declarations do not say it: a
    subclass of `restmap.sandbox.Rules`, given as `deferred()` so that clients do not import it.
    """

    host: ClassVar[str]
    prefix: ClassVar[str] = ""
    sandbox_rules: ClassVar[Any] = None

    def __init_subclass__(cls, *, host: str, prefix: str = "") -> None:
        place = Place.of_class(cls.__qualname__, sys._getframe(1))
        check_host(host, place)
        check_prefix(prefix, place)
        check_sites(cls, "domain", place)
        cls.host, cls.prefix = host, prefix

    def __init__(self, client: SiteClient) -> None:
        self.client = client
        self._find_address(self.host, self.prefix)
        self._titles = (client.title, type(self).__name__)


class Version(Site):
    """One version of a domain: `class V1(Version, prefix="/v1")`."""

    prefix: ClassVar[str]

    def __init_subclass__(cls, *, prefix: str = "") -> None:
        place = Place.of_class(cls.__qualname__, sys._getframe(1))
        check_prefix(prefix, place)
        check_sites(cls, "version", place)
        cls.prefix = prefix

    def __init__(self, parent: ParentOfVersion) -> None:
        above = parent._site
        self.client = above.client
        self.origin = above.origin
        self._declared_origin = above._declared_origin
        self.root = above.root + self._filled(self.prefix)
        self._titles = (*above._titles, type(self).__name__)


class OwnHost(Site):
    """The host of a client, where the resources mounted in the client itself are."""

    def __init__(self, client: SiteClient, host: str, prefix: str) -> None:
        self.client = client
        self._find_address(host, prefix)
        self._titles = (client.title,)


def check_host(host: str, place: Place) -> None:
    """Raise DeclarationError for a host that is not the name of one."""
    if not host or not _is_plain(host) or "/" in host or "@" in host:
        remedy = "Write the name alone: host='api.example.com'."
        raise mistake(f"{host!r} is not a host name.", place, remedy)


def check_prefix(prefix: str, place: Place) -> None:
    """Raise DeclarationError for a path prefix that paths cannot be appended to."""
    if not prefix:
        return
    if not prefix.startswith("/") or prefix.endswith("/") or not _is_plain(prefix):
        remedy = "Begin it with a slash and end it without: prefix='/v1'."
        raise mistake(f"{prefix!r} is not a path prefix.", place, remedy)


def _is_plain(text: str) -> bool:
    """Whether a text can be a part of a URL without ending it; its variables must have names."""
    are_names, literals = True, text
    if "{" in text:
        from ..declare.uri import cut_template  # for few APIs

        cut = cut_template(text)
        literals = "".join(cut.literals)
        are_names = all(each.isidentifier() for each in cut.names)
    return are_names and literals.isprintable() and {*" ?#\\{}"}.isdisjoint(literals)


def domain(site: type[D]) -> SiteMount[D]:
    """Mounts a domain under a client: `proxy = domain(Proxy)`."""
    return SiteMount(site, Domain)


def version(site: type[V]) -> SiteMount[V]:
    """Mounts a version under a domain, or a client of one host: `v1 = version(V1)`."""
    return SiteMount(site, Version)
