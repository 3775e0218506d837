"""Places: the host and the path prefix of each operation, and the mounts that lead there.

A host is the client itself or a domain of it. A host with one prefix has its resources itself; one
with several prefixes has a version for each of them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from ...api.client import names_of_clients
from ...api.client_settings import ClientSettings
from ...api.mounts import NAMES_OF_SITES
from ...declare.uri import cut_template
from ..read.operations import DocumentOperation
from ..read.servers import split_host
from .expressions import check_identifier
from .identifiers import first_free, python_name


def _check_name(instance: object, attribute: object, name: str) -> None:
    if name:
        check_identifier(instance, attribute, name)


@attrs.frozen
class Place:
    """Where an operation is: the host and the path prefix, and the mounts that lead there.

    domain: the name of the mount of the host; empty if the host is that of the client itself.
    version: the name of the mount of the prefix; empty if the resources are mounted on the host.
    host: empty where each program gives it. prefix: that of all paths of the version. in_path: what
    the paths of the documents begin with and no mount is named after; by default the prefix.
    in_uri: what the URIs of its resources begin with instead, where the host has others without it.
    """

    # Folders get these names.
    domain: str = attrs.field(validator=_check_name)
    version: str = attrs.field(validator=_check_name)
    host: str
    prefix: str
    in_path: str = attrs.field(
        default=attrs.Factory(lambda self: self.prefix, takes_self=True), kw_only=True
    )
    in_uri: str = attrs.field(default="", kw_only=True)

    def uri_of(self, path: str) -> str:
        """The URI of a path of the document, below the prefix."""
        return self.in_uri + path.removeprefix(self.in_path)

    @property
    def mounts(self) -> str:
        """The names of its mounts, joined by dots."""
        return ".".join(filter(None, [self.domain, self.version]))

    @property
    def folder(self) -> str:
        """The folder of its modules below the package, with a slash at its end; empty for none."""
        return "".join(f"{each}/" for each in (self.domain, self.version) if each)

    def is_below(self, other: Place) -> bool:
        """Whether the domain or the version of a place is mounted where another one is."""
        if other.version or self == other:
            return False
        return not other.domain or self.domain == other.domain


def reserved_names(place: Place, places: Iterable[Place]) -> frozenset[str]:
    """The names that resources at the top of a place cannot have: attributes of the client or of
    the site, and the other mounts there."""
    own = frozenset[str]() if place.mounts else names_of_clients()
    return NAMES_OF_SITES | own | mounts_beside(place, places)


def mounts_beside(place: Place, places: Iterable[Place]) -> frozenset[str]:
    """The domains and the versions that are mounted where the resources of a place are."""
    return frozenset(
        each.domain if each.domain != place.domain else each.version
        for each in places
        if each.is_below(place)
    )


class Places:
    """The places of the operations of an API.

    The host that more than half of the operations have is that of the client.
    """

    def __init__(self, operations: Iterable[DocumentOperation]) -> None:
        paths: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for each in operations:
            host, base = address_of(each)
            paths[host][base].append(each.path)
        counts = Counter({host: sum(map(len, bases.values())) for host, bases in paths.items()})
        most = [host for host, count in counts.items() if 2 * count > counts.total()]
        self.client_host: str | None = most[0] if most else None
        self._prefixes = {
            (host, base): common_prefix(each)
            for host, bases in paths.items()
            for base, each in bases.items()
        }
        self._main = {host: self._main_prefix(host, bases) for host, bases in paths.items()}
        self._versions = {host: self._version_names(host, bases) for host, bases in paths.items()}
        self._domains = dict(self._domain_names([*paths]))

    def find(self, operation: DocumentOperation) -> Place:
        """The place of an operation."""
        host, base = address_of(operation)
        in_path = version_prefix(operation.path, self._prefixes.get((host, base), ""))
        prefix = base + in_path
        if self._main.get(host):
            own = prefix if prefix == self._main[host] else ""
            in_uri = own or base
            return Place(self._domains.get(host, ""), "", host, "", in_path=in_path, in_uri=in_uri)
        version = self._versions.get(host, {}).get(prefix, "")
        return Place(self._domains.get(host, ""), version, host, prefix, in_path=in_path)

    def _main_prefix(self, host: str, bases: Mapping[str, Sequence[str]]) -> str:
        """The prefix of most operations of a host, if the others have none: `/api/v1` beside
        `/oauth2/token`. It is no version, since there is only one; what the paths begin with tells
        them apart."""
        first: dict[str, list[str]] = defaultdict(list)
        for base, paths in bases.items():
            for path in paths:
                in_path = version_prefix(path, self._prefixes[host, base])
                rest = path.removeprefix(in_path).strip("/")
                first[base + in_path].append(rest.partition("/")[0])
        main = max(first, key=lambda prefix: len(first[prefix]))
        is_one_of_two = first.keys() == {"", main} and main
        is_clear = set(first[""]).isdisjoint(first[main]) if is_one_of_two else False
        return main if is_clear else ""

    def _version_names(self, host: str, bases: Mapping[str, Sequence[str]]) -> dict[str, str]:
        """The name of the version of each prefix of a host; of its only prefix it is empty."""
        prefixes = dict.fromkeys(
            base + version_prefix(path, self._prefixes[host, base])
            for base, paths in bases.items()
            for path in paths
        )
        if len(prefixes) == 1:
            return dict.fromkeys(prefixes, "")
        names = {"": ""}
        for prefix in filter(None, prefixes):
            taken = {*names.values(), *NAMES_OF_SITES, *names_of_clients(), *_MODULES}
            names[prefix] = first_free([*_version_names(prefix)], taken)
        return names

    def _domain_names(self, hosts: Sequence[str]) -> Iterator[tuple[str, str]]:
        versions = self._versions.get(self.client_host or "", {}).values()
        taken = {*names_of_clients(), *_MODULES, *versions}
        for host in hosts:
            if host != self.client_host:
                name = first_free([*_domain_names(host, hosts)], taken)
                taken.add(name)
                yield host, name


# Modules beside the packages of domains and versions.
_MODULES = ("base", "client", "models", "parameters", "types")


def address_of(operation: DocumentOperation) -> tuple[str, str]:
    """The host of an operation, and the path of its server, with variables as arguments.

    The host is empty where the document has none.
    """
    host, path = split_host(operation.server)
    return with_arguments(host), with_arguments(path)


def with_arguments(template: str) -> str:
    """A template with the names of arguments in its braces: `{your-domain}` is `{your_domain}`."""
    cut = cut_template(template)
    text = cut.literals[0]
    for name, literal in zip(cut.names, cut.literals[1:], strict=True):
        text += f"{{{argument_name(name)}}}{literal}"
    return text


def argument_name(variable: str) -> str:
    """The argument of a client for a variable of a server."""
    name = python_name(variable)
    return f"{name}_" if name in RESERVED_ARGUMENTS else name


RESERVED_ARGUMENTS = frozenset(
    {*ClientSettings.__annotations__, "auth", "credentials", "self", "settings", "variables"}
)
"""The arguments that every client has."""


# -- prefixes ---------------------------------------------------------------------------------

# v1, v1.2, v2beta1, v2010; 2.0; 2010-04-01, 2024-01.
_VERSION = re.compile(
    r"v\d{1,4}(?:[._]\d{1,3})*(?:(?:alpha|beta|rc)\d*)?|\d{1,2}\.\d{1,3}|\d{4}-\d\d(?:-\d\d)?"
)


def common_prefix(paths: Sequence[str]) -> str:
    """The segments that all paths begin with and that name no resource: `/api`, `/rest/v2`, `/v1`.

    >>> common_prefix(["/api/0/projects", "/api/0/teams/{id}"]), common_prefix(["/v1/x", "/v2/x"])
    ('/api/0', '')
    """
    prefix = ""
    for each in zip(*(path.rstrip("/").split("/")[1:-1] for path in paths), strict=False):
        is_version = _VERSION.fullmatch(each[0]) or (prefix and each[0].isdecimal())
        if len({*each}) > 1 or not (is_version or each[0] in ("api", "rest")):
            break
        prefix += f"/{each[0]}"
        if is_version:
            break
    return prefix


def version_prefix(path: str, common: str) -> str:
    """The prefix of the version of a path. common: that of all paths.

    >>> version_prefix("/api/v2/tools", "/api"), version_prefix("/tools", "")
    ('/api/v2', '')
    """
    path = path.rstrip("/")  # what is left of it must not be empty
    rest = path.removeprefix(common).split("/")[1:]
    if is_version(common.rpartition("/")[2]) or len(rest) < 2 or not _VERSION.fullmatch(rest[0]):
        return common
    return f"{common}/{rest[0]}"


def is_version(segment: str) -> bool:
    """Whether a segment of a path is that of a version: `v2`, `2.0`, `2024-01-31`."""
    return segment.isdecimal() or _VERSION.fullmatch(segment) is not None


def _version_names(prefix: str) -> Iterator[str]:
    """The names for the version of a prefix, the best first.

    >>> [*_version_names("/api/v2")], [*_version_names("/crm/2010-04-01")]
    (['v2', 'api_v2'], ['v2010_04_01', 'crm_v2010_04_01'])
    """
    segments = cut_template(prefix).literals[-1].strip("/").split("/")
    *others, last = [each for each in segments if each] or [prefix.strip("/{}")]
    name = python_name(f"v{last}" if last[:1].isdecimal() else last)
    yield name
    yield python_name("_".join([*others, name]))


# -- hosts ------------------------------------------------------------------------------------


def _domain_names(host: str, hosts: Sequence[str]) -> Iterator[str]:
    """The names for the domain of a host, the best first: what sets it apart from the others.

    >>> [*_domain_names("upload.desk.example", ["api.desk.example", "upload.desk.example"])]
    ['upload', 'desk', 'upload_desk_example']
    """
    plain = host.partition(":")[0]
    labels = [each for each in plain.split(".") if "{" not in each]
    others = {tuple(each.partition(":")[0].split(".")) for each in hosts if each != host}
    shared = {label for other in others for label in other}
    words = [each for each in labels[:-1] if each not in ("api", "www")] or labels or ["server"]
    own = [each for each in words if each not in shared]
    yield from dict.fromkeys(map(python_name, [*own, *words]))
    yield python_name(plain)
