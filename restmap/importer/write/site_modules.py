"""Site modules: the versions, the domains and the client of an API."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..draft.expressions import Attribute, Constant, Expression, Function, Name, call
from ..draft.identifiers import class_identifier
from ..draft.naming import OwnItem, PlainNaming
from ..draft.resources import VersionDraft
from .resource_modules import mount_statements, placeholders_of
from .statements import Assignment, Class, Module, Placeholders, Statement


def version_module(
    version: VersionDraft, naming: PlainNaming, package: str, home: str, class_name: str
) -> Module:
    """The module of a version. home: the package of its resources, with a dot at its end."""
    place = version.place
    mounts = mount_statements(version.mounts, None)
    for path, own in naming.own_items.items():
        version_path, _, name = path.rpartition(".")
        if version_path == place.mounts:
            resource = next(each.resource for each in version.mounts if each.name == name)
            item = call("restmap:handle", Name(resource.name), Name.at(own.key))
            mounts.append(Assignment(own.name, item))
    version_class = Class(
        class_name,
        [Name("Version", "restmap")],
        [("prefix", Constant(place.prefix))],
        f"https://{place.host}{place.prefix}" if place.host else f"{place.prefix} of the server.",
        [mounts] if mounts else [],
    )
    api = class_identifier(place.domain) if place.domain else naming.client_name
    title = f"{api}, {place.version}."
    return Module(
        package, [version_class], title, placeholders=placeholders_of(version.mounts, home)
    )


def domain_module(
    versions: Sequence[VersionDraft], naming: PlainNaming, package: str, class_name: str
) -> Module:
    """The module of a domain, with its versions and the resources without a version."""
    place = versions[0].place
    prefix = next((each.place.prefix for each in versions if not each.place.version), "")
    unversioned = [
        each for version in versions if not version.place.version for each in version.mounts
    ]
    named = [each.place.version for each in versions if each.place.version]
    options: list[list[Statement]] = [
        [Assignment(name, call("restmap:deferred", source))]
        for name, source in naming.domain_options.items()
    ]
    mounts: list[Statement] = [
        *mount_statements(unversioned, None),
        *(
            Assignment(each, call("restmap:version", Name(class_identifier(each), f".{each}")))
            for each in named
        ),
    ]
    domain = Class(
        class_name,
        [Name("Domain", "restmap")],
        [("host", Constant(place.host)), *([("prefix", Constant(prefix))] if prefix else [])],
        f"Versions: {', '.join(named)}." if named else f"https://{place.host}{prefix}",
        [*options, mounts] if mounts else options,
    )
    return Module(
        package,
        [domain],
        f"{class_identifier(place.domain)}: https://{place.host}",
        placeholders=placeholders_of(unversioned),
    )


def domains_module(
    versions: Sequence[VersionDraft], naming: PlainNaming, package: str, class_name: str
) -> Module:
    """The module of a client that the vendor's own derives from, with a mount for each domain."""
    names = sorted({each.place.domain for each in versions})
    mounts: list[Statement] = [
        Assignment(each, call("restmap:domain", Name(class_identifier(each)))) for each in names
    ]
    shortcuts = list(_shortcuts(versions, naming))
    client = Class(
        class_name,
        [Name("Client", "restmap")],
        (),
        "Every domain of the API; each is imported when it is first used.",
        [group for group in (mounts, shortcuts) if group],
    )
    return Module(
        package,
        [client],
        "The client of the API, with a mount for each domain.",
        placeholders=[Placeholders([f".{each}:{class_identifier(each)}" for each in names])],
    )


def _shortcuts(versions: Sequence[VersionDraft], naming: PlainNaming) -> Iterator[Assignment]:
    """Shortcuts on the client to the children of the items that it belongs to."""
    if naming.shortcut is None:
        return
    for item, collection in _own_item_paths(naming.own_items):
        for name in _child_names(versions, collection):
            target: Expression = Name("it")
            for step in [*item.split("."), name]:
                target = Attribute(target, step)
            yield Assignment(name, call(naming.shortcut, Function("it", target)))


def _own_item_paths(own_items: Mapping[str, OwnItem]) -> list[tuple[str, str]]:
    """The paths of mounts to each own item and to its collection."""
    return [(f"{path.rpartition('.')[0]}.{own.name}", path) for path, own in own_items.items()]


def _child_names(versions: Sequence[VersionDraft], path: str) -> list[str]:
    """The names of the mounts below the items of a collection. path: the mounts that lead to it."""
    version_path, _, name = path.rpartition(".")
    return [
        child.name
        for version in versions
        if version.place.mounts == version_path
        for mount in version.mounts
        if mount.name == name
        for child in mount.resource.mounts
    ]
