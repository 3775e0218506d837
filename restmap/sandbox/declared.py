"""What a sandbox serves, found from the names, modules and classes that it is given."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from types import ModuleType
from typing import Any, TypeAlias, cast

import attrs

from ..api.client import Client
from ..api.site import Domain, Site, Version
from ..api.site_mounts import SiteMount
from ..errors import configuration_error

Declared: TypeAlias = str | ModuleType | type[Site] | type[Client]
"""A module or its name, a domain, a version, or a client."""


@attrs.frozen
class ServedSite:
    """A domain, a version or a client of one host, in which resources are mounted.

    host: of the domain or the client; empty for a version alone. prefix: of its paths.
    """

    site: type[Site | Client]
    host: str
    prefix: str


def find_served_sites(declared: Declared) -> list[ServedSite]:
    """The places that a module or class declares: each host, followed by its versions.

    Raises ConfigurationError if it declares none.
    """
    if isinstance(declared, str):
        declared = import_module_by_name(declared)
    sites = list(_sites_of_module(declared) if isinstance(declared, ModuleType) else [declared])
    served = [each for site in sites for each in _served_sites_of_class(site)]
    if not served:
        name = getattr(declared, "__name__", repr(declared))
        raise configuration_error(
            f"{name} declares nothing to serve.",
            "Name a module with a Domain, a Version or a Client in it, or such a class.",
        )
    return served


def import_module_by_name(name: str) -> ModuleType:
    """Import a module by its name. Raises ConfigurationError if there is no such module."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        missing = error.name or name
        if missing != name and not name.startswith(f"{missing}."):
            raise  # the module is there; one that it imports is not
        raise configuration_error(
            f"there is no module {missing!r}.",
            "Write the name as in an import statement: resources.desk.",
        ) from None
    except (TypeError, ValueError):
        raise configuration_error(
            f"{name!r} is not the name of a module.",
            "Write the name as in an import statement: resources.desk.",
        ) from None


def _sites_of_module(module: ModuleType) -> Iterator[type[Any]]:
    """The domains and clients in a module or, if it has none, its versions."""
    classes: list[type[Any]] = [each for each in vars(module).values() if isinstance(each, type)]
    kinds = (Domain, Client)
    domains = [each for each in classes if issubclass(each, kinds) and each not in kinds]
    versions = [each for each in classes if issubclass(each, Version) and each is not Version]
    yield from domains or versions


def _served_sites_of_class(site: type[Any]) -> Iterator[ServedSite]:
    if issubclass(site, Version):
        yield ServedSite(site, "", site.prefix)
    elif issubclass(site, Domain):
        yield from _served_host(site, site.host, "")
    elif issubclass(site, Client):
        if site.host is not None:
            yield from _served_host(site, site.host, site.prefix)
        for mounted in _mounted_sites(site):
            if issubclass(mounted, Domain):
                yield from _served_sites_of_class(mounted)


def _served_host(site: type[Domain | Client], host: str, prefix: str) -> Iterator[ServedSite]:
    """A domain or a client of one host, followed by its versions."""
    yield ServedSite(site, host, prefix)
    for mounted in _mounted_sites(site):
        if issubclass(mounted, Version):
            yield ServedSite(mounted, host, prefix + mounted.prefix)


def _mounted_sites(owner: type) -> Iterator[type[Any]]:
    for each in owner.__mro__:
        for value in vars(each).values():
            if isinstance(value, SiteMount):
                yield cast("SiteMount[Any]", value).site
