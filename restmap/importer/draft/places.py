"""Places: the domain and the version for each host and path prefix of the documents."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

import attrs

from ...api.client import Client
from .expressions import check_identifier
from .identifiers import first_free, python_name


def _check_version(instance: object, attribute: object, name: str) -> None:
    if name:  # a domain without versions has an empty one
        check_identifier(instance, attribute, name)


@attrs.frozen
class Place:
    """The domain and the version that an operation is in.

    domain, version: the names of their mounts; with an empty version, resources are mounted on the
    domain. host: the host of the domain. prefix: the path prefix of the version.
    """

    # Folders get these names.
    domain: str = attrs.field(validator=check_identifier)
    version: str = attrs.field(validator=_check_version)
    host: str
    prefix: str


@attrs.define(eq=False)
class Places:
    """The names of domains and versions, the same for each host and prefix throughout an import.

    domain: the name for the first host; by default the name is derived from the host.
    """

    domain: str | None = None
    _domains: dict[str, str] = attrs.field(init=False, factory=dict[str, str])
    _versions: dict[tuple[str, str], str] = attrs.field(
        init=False, factory=dict[tuple[str, str], str]
    )

    def place(self, host: str, prefix: str) -> Place:
        """The place of a host and a prefix, such as "api.desk.example" and "/v1"."""
        if host not in self._domains:
            taken = {*self._domains.values(), *_reserved_domain_names()}
            self._domains[host] = first_free([*self._domain_names(host)], taken)
        if (host, prefix) not in self._versions:
            taken = {name for (other, _), name in self._versions.items() if other == host}
            self._versions[host, prefix] = first_free([*_version_names(prefix)], taken)
        return Place(self._domains[host], self._versions[host, prefix], host, prefix)

    def _domain_names(self, host: str) -> Iterator[str]:
        """The second to last label of a host, and longer names in case it is taken."""
        labels = [each for each in host.partition(":")[0].split(".")[:-1] if each]
        candidates = [each for each in labels if each not in ("api", "www")] or [host]
        name = self.domain or python_name(candidates[-1])
        yield name
        first = python_name(labels[0] if labels else host)
        if first != name:
            yield f"{name}_{first}"
        yield f"{name}_{python_name(host)}"


@functools.cache
def _reserved_domain_names() -> frozenset[str]:
    """Names that a domain cannot have: attributes of every client, and the client's own module."""
    return frozenset({*dir(Client()), "domains"})


def _version_names(prefix: str) -> Iterator[str]:
    last = prefix.rpartition("/")[2]
    yield last if re.fullmatch(r"v\d{1,9}", last) else "v1"
    if prefix:
        yield python_name(prefix)
