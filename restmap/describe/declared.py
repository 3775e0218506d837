"""The clients, domains and versions that names, modules and classes declare."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Sequence
from types import ModuleType
from typing import Any, TypeAlias

import attrs

from ..api.client import Client
from ..api.resource import Resource
from ..api.site import Domain, Site, Version
from ..api.site_mounts import site_mounts_of
from ..errors import configuration_error
from ..hidden_resources import HiddenModuleError

Declared: TypeAlias = str | ModuleType | type[Site] | type[Client]
"""A module or its name, a domain, a version, or a client."""

Kinds: TypeAlias = tuple[type[Any], ...]

SITES: Sequence[Kinds] = ((Client, Domain), (Version,))
"""The base classes of what is looked for in a module; those of a tuple are looked for together,
and the next only if there is none."""

SITES_OR_RESOURCES: Sequence[Kinds] = (*SITES, (Resource,))


@attrs.frozen
class DeclaredSite:
    """A domain, a version or a client of one host, in which resources are mounted.

    site: the class; a resource that is mounted nowhere stands for itself. host: of the domain or
    the client; empty if it is not known. prefix: of its paths. expression: the source that leads
    to it from a client, such as `client.desk.v1`. client: the class of the client; None if it
    may be any.
    """

    site: type[Site | Client | Resource]
    host: str
    prefix: str
    expression: str = attrs.field(eq=False)
    client: type[Client] | None = attrs.field(eq=False)


def find_sites(declared: Declared, kinds: Sequence[Kinds] = SITES) -> list[DeclaredSite]:
    """The sites that a module or class declares: each host, followed by its versions.

    A package that declares none itself has those of its modules. Raises ConfigurationError for a
    name that is not that of a module.
    """
    return [each for root in find_roots(declared, kinds) for each in _sites_below(root)]


def find_roots(declared: Declared, kinds: Sequence[Kinds]) -> list[type[Any]]:
    """The classes of these kinds that are declared; subclasses come before their bases."""
    if isinstance(declared, str):
        declared = import_module_by_name(declared)
    if not isinstance(declared, ModuleType):
        return [declared] if isinstance(declared, type) else []  # pyright: ignore[reportUnnecessaryIsInstance]
    level = [declared]
    while level:
        if found := _roots_of_modules(level, kinds):
            return found
        level = [module for each in level for module in _modules_of_package(each)]
    return []


def import_module_by_name(name: str) -> ModuleType:
    """Import a module by its name. Raises ConfigurationError if there is no such module."""
    try:
        return importlib.import_module(name)
    except HiddenModuleError as error:
        found, _, remedy = str(error).partition("\n  ")
        raise configuration_error(found, remedy) from None
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


def _modules_of_package(module: ModuleType) -> Iterator[ModuleType]:
    for each in pkgutil.iter_modules(getattr(module, "__path__", ())):
        if each.name != "__main__":  # importing it would run a program
            yield importlib.import_module(f"{module.__name__}.{each.name}")


def _roots_of_modules(modules: Iterable[ModuleType], kinds: Sequence[Kinds]) -> list[type[Any]]:
    """The classes in modules; those that a module imports from elsewhere only if it has no own."""
    own: dict[type[Any], None] = {}
    imported: dict[type[Any], None] = {}
    for module in modules:
        for each in vars(module).values():
            if isinstance(each, type):
                is_own = f"{each.__module__}.".startswith(f"{module.__name__}.")
                (own if is_own else imported)[each] = None
    return _first_of_kinds(own, kinds) or _first_of_kinds(imported, kinds)


def _first_of_kinds(classes: Iterable[type[Any]], kinds: Sequence[Kinds]) -> list[type[Any]]:
    for each in kinds:
        found = [cls for cls in classes if issubclass(cls, each) and _is_complete(cls, each)]
        if found:
            return sorted(found, key=_order)
    return []


def _is_complete(cls: type[Any], kinds: Kinds) -> bool:
    """Whether a class can be used by itself: a base class of resources has no path."""
    return cls not in kinds and (not issubclass(cls, Resource) or cls._plan.item is not None)


def _order(cls: type[Any]) -> tuple[int, bool, int]:
    """Parents come before children, clients before domains, subclasses before their bases.

    So what can be reached in several ways is reached in the best one first.
    """
    path_length = cls._plan.path_length_above if issubclass(cls, Resource) else 0
    return path_length, not issubclass(cls, Client), -len(cls.__mro__)


# -- the sites of a class -----------------------------------------------------------------------


def _sites_below(root: type[Any]) -> Iterator[DeclaredSite]:
    name = root.__name__
    if issubclass(root, Version):
        yield DeclaredSite(root, "", root.prefix, f"{name}(client)", None)
    elif issubclass(root, Domain):
        yield from _sites_of_host(root, root.host, root.prefix, f"{name}(client)", None)
    elif issubclass(root, Client):
        if root.host is not None:
            yield from _sites_of_host(root, root.host, root.prefix, "client", root)
        for mount in site_mounts_of(root):
            if issubclass(mount.site, Domain):
                expression = f"client.{mount.name}"
                site = mount.site
                yield from _sites_of_host(site, site.host, site.prefix, expression, root)
    elif issubclass(root, Resource):
        yield DeclaredSite(root, "", "", "", None)


def _sites_of_host(
    site: type[Domain | Client],
    host: str,
    prefix: str,
    expression: str,
    client: type[Client] | None,
) -> Iterator[DeclaredSite]:
    """A domain or a client of one host, followed by its versions."""
    yield DeclaredSite(site, host, prefix, expression, client)
    for mount in site_mounts_of(site):
        if issubclass(mount.site, Version):
            own = f"{expression}.{mount.name}"
            yield DeclaredSite(mount.site, host, prefix + mount.site.prefix, own, client)
