"""Packages: the files of an imported API, from its drafts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from ..declare.names import pascal_case
from .drafts import ResourceDraft, SharedParameters, VersionDraft
from .imports import Imports, mount_imports
from .layout import alias_text
from .likeness import find_likenesses, find_shared_parameters
from .naming import OwnItem, PlainNaming
from .schemas import EnumType, Source
from .source import Base, mount_lines, resource_source, shared_parameters_lines

Files = dict[str, str]
"""The text of modules by their path below the package that all is imported into."""

# A resource with more than this below it imports them when they are first used.
_DIRECT = 10


def api_files(versions: Sequence[VersionDraft], naming: PlainNaming, package: str) -> Files:
    """Every file of an API.

    Of versions whose resources are the same, as where one domain has two names, the later mounts
    those of the earlier.
    """
    files: Files = {}
    written: list[tuple[VersionDraft, str]] = []
    for domain, group in groupby(versions, key=lambda each: each.place.domain):
        of_domain = list(group)
        for version in of_domain:
            where = ".".join(filter(None, [package, domain, version.place.version]))
            twin = next((home for other, home in written if _are_twins(version, other)), where)
            if twin == where:
                files |= _version_files(version, package)
                written.append((version, where))
            if version.place.version:
                folder = f"{domain}/{version.place.version}"
                files[f"{folder}/__init__.py"] = _version_source(version, naming, where, twin)
        files[f"{domain}/__init__.py"] = _domain_source(of_domain, naming, package)
    files["domains.py"] = _domains_source(versions, naming, package)
    return files


def _are_twins(one: VersionDraft, other: VersionDraft) -> bool:
    """Whether two versions declare the same resources, at the same paths."""
    return one.place.prefix == other.place.prefix and [
        _essence(each) for each in one.resources
    ] == [_essence(each) for each in other.resources]


def _essence(draft: ResourceDraft) -> tuple[object, ...]:
    """What a resource declares, but for what it mounts."""
    said = (draft.name, draft.module, draft.uri, draft.kind, draft.field_rule, draft.parameter_rule)
    return (*said, draft.keys, draft.fields, draft.operations)


def _version_files(version: VersionDraft, package: str) -> Files:
    """The modules of a version's resources, and what they share."""
    find_likenesses(version.resources)
    parameters = find_shared_parameters(version.resources)
    place = version.place
    folder = "/".join(filter(None, [place.domain, place.version]))
    here = f"{package}.{folder.replace('/', '.')}"
    base, shared = _base(version), _shared_enums(version.resources, parameters)
    files = {f"{folder}/base.py": _base_source(base, here)}
    if parameters:
        files[f"{folder}/parameters.py"] = _parameters_source(parameters, base, here, shared)
    if shared:
        files[f"{folder}/types.py"] = _types_source(shared, here)
    sources = {enum: f".types:{enum.name}" for enum in shared}
    for mount in version.mounts:
        files |= _resource_files(mount.resource, base, here, folder, sources)
    return files


def _resource_files(
    draft: ResourceDraft, base: Base, package: str, folder: str, shared: Mapping[EnumType, Source]
) -> Files:
    deferred = sum(1 for _ in draft.family()) > _DIRECT
    files = {f"{folder}/{draft.module}.py": resource_source(draft, base, package, shared, deferred)}
    for mount in [*draft.mounts, *draft.beside]:
        files |= _resource_files(mount.resource, base, package, folder, shared)
    return files


# -- what a version shares ------------------------------------------------------------------


def _base(version: VersionDraft) -> Base:
    resources = version.resources
    operations = [each for resource in resources for each in resource.operations]
    pages = Counter(each.page for each in operations if each.page and "(" not in each.page[0])
    bodies = Counter(each.body for each in operations if each.body)
    written = [each for each in resources if any(op.named_parts for op in each.operations)]
    return Base(
        name=f"{pascal_case(version.place.domain)}Resource",
        page=pages.most_common(1)[0][0] if pages else None,
        body=bodies.most_common(1)[0][0] if bodies else "form",
        parameter_rule=_commonest((each.parameter_rule for each in written), "pascal_case"),
        field_rule=_commonest((each.field_rule for each in resources if each.fields), "as_written"),
    )


def _commonest(rules: Iterable[str], usual: str) -> str:
    counted = Counter(rules)
    return max(counted, key=lambda each: (counted[each], each == usual), default=usual)


def _shared_enums(
    resources: Sequence[ResourceDraft], parameters: Sequence[SharedParameters]
) -> list[EnumType]:
    """The Literal types that several modules have; of one name, that which most have."""
    used = Counter(enum for each in resources for enum in each.enums().values())
    derived = [part.annotation.literal for each in parameters for part in each.parameters]
    used.update([enum for enum in derived if enum is not None] * 2)  # several derive these
    shared: dict[str, EnumType] = {}
    for enum, count in sorted(used.items(), key=lambda each: (-each[1], each[0].name)):
        if count > 1 and enum.source is None:
            shared.setdefault(enum.name, enum)
    return [shared[name] for name in sorted(shared)]


def _base_source(base: Base, package: str) -> str:
    imports = Imports(package)
    imports.add("restmap:Resource")
    options: list[str] = []
    if base.page is not None:
        imports.add(base.page[1])
        options.append(f"page={base.page[0]}")
    if base.body != "form":
        options.append(f'body="{base.body}"')
    if base.parameter_rule != "pascal_case":
        imports.add(f"restmap:{base.parameter_rule}")
        options.append(f"parameter_names={base.parameter_rule}")
    if base.field_rule != "as_written":
        imports.add(f"restmap:{base.field_rule}")
        options.append(f"field_names={base.field_rule}")
    way = ".".join(package.split(".")[-2:])
    lists = f"Lists come in a {base.page[0]}; what" if base.page is not None else "What"
    sent = "as a form" if base.body == "form" else "as JSON"
    return _module(
        f"What the resources of {way} share.",
        imports,
        f"class {base.name}({', '.join(['Resource', *options])}):",
        f'    """{lists} is written goes {sent}."""',
    )


def _types_source(enums: Sequence[EnumType], package: str) -> str:
    imports = Imports(package)
    imports.add("typing:Literal")
    way = ".".join(package.split(".")[-2:])
    title = f"The values that several resources of {way} have."
    return _module(title, imports, *map(alias_text, enums), gap=1)


def _parameters_source(
    parameters: Sequence[SharedParameters],
    base: Base,
    package: str,
    enums: Sequence[EnumType],
) -> str:
    imports = Imports(package)
    used = {part.annotation.literal for each in parameters for part in each.parameters}
    imports.add(*(f".types:{each.name}" for each in enums if each in used))
    imports.add(*(each.source for each in used if each is not None and each.source is not None))
    lines = [
        line
        for each in parameters
        for line in ["", "", *shared_parameters_lines(each, base.parameter_rule, imports)]
    ]
    way = ".".join(package.split(".")[-2:])
    title = f"Parameters that operations of {way} have in common."
    return _module(title, imports, *lines[2:], annotated=True)


# -- versions, domains, and the client ------------------------------------------------------


def _version_source(version: VersionDraft, naming: PlainNaming, package: str, twin: str) -> str:
    """The module of a version. twin: the package that its resources are in."""
    place = version.place
    imports = Imports(package)
    imports.add("restmap:Version")
    home = "" if twin == package else twin
    placeholders = mount_imports(version.mounts, imports, deferred=True, home=home)
    lines = mount_lines(version.mounts, imports)
    for way, own in naming.own_items.items():
        at, _, name = way.rpartition(".")
        if at == f"{place.domain}.{place.version}":
            resource = next(each.resource for each in version.mounts if each.name == name)
            imports.add("restmap:handle", own.key)
            key = own.key.partition(":")[2]
            lines.append(f"    {own.name} = handle({resource.name}, {key})")
    return _module(
        f"{pascal_case(place.domain)}, {place.version}.",
        imports,
        *[*placeholders, "", ""],
        f'class {pascal_case(place.version)}(Version, prefix="{place.prefix}"):',
        f'    """https://{place.host}{place.prefix}"""',
        "",
        *lines,
        gap=1 if placeholders else 2,
    )


def _domain_source(versions: Sequence[VersionDraft], naming: PlainNaming, package: str) -> str:
    place = versions[0].place
    imports = Imports(package)
    imports.add("restmap:Domain")
    placeholders: list[str] = []
    lines: list[str] = []
    for name, source in naming.domain_options.items():
        imports.add("restmap:deferred")
        lines += [f'    {name} = deferred("{source}")', ""]
    for version in versions:
        if not version.place.version:
            placeholders += mount_imports(version.mounts, imports, deferred=True)
            lines += mount_lines(version.mounts, imports)
    named = [each.place.version for each in versions if each.place.version]
    if named:
        imports.add("restmap:version", *(f".{each}:{pascal_case(each)}" for each in named))
        lines += [f"    {each} = version({pascal_case(each)})" for each in named]
    return _module(
        f"{pascal_case(place.domain)}: https://{place.host}",
        imports,
        *([*placeholders, "", ""] if placeholders else []),
        f'class {pascal_case(place.domain)}(Domain, host="{place.host}"):',
        f'    """Versions: {", ".join(named)}."""' if named else f'    """https://{place.host}"""',
        "",
        *lines,
        gap=1 if placeholders else 2,
    )


def _domains_source(versions: Sequence[VersionDraft], naming: PlainNaming, package: str) -> str:
    names = sorted({each.place.domain for each in versions})
    imports = Imports(package)
    imports.add("typing:TYPE_CHECKING", "restmap:Client", "restmap:deferred", "restmap:domain")
    classes = {name: pascal_case(name) for name in names}
    lines = [
        "if TYPE_CHECKING:",
        *(f"    from .{name} import {classes[name]}" for name in names),
        "else:",
        *(
            f'    {each} = deferred(".{name}:{each}", __package__)'
            for name, each in classes.items()
        ),
        "",
        "",
        "class Domains(Client):",
        '    """Every domain of the API; each is imported when it is first used."""',
        "",
        *(f"    {name} = domain({each})" for name, each in classes.items()),
    ]
    short = [
        f"    {name} = shortcut(lambda it: it.{way}.{name})"
        for way, own in _ways(naming.own_items)
        for name in _below(versions, own)
        if naming.shortcut is not None
    ]
    if short and naming.shortcut is not None:
        imports.add(naming.shortcut)
        lines += ["", *short]
    return _module(
        "Every domain of the API, and the short ways to what is used most.", imports, *lines, gap=1
    )


def _ways(own_items: Mapping[str, OwnItem]) -> Iterable[tuple[str, str]]:
    """The way to an own item, and that to the collection it is one of."""
    return [(f"{way.rpartition('.')[0]}.{own.name}", way) for way, own in own_items.items()]


def _below(versions: Sequence[VersionDraft], way: str) -> list[str]:
    at, _, name = way.rpartition(".")
    return [
        below.name
        for version in versions
        if f"{version.place.domain}.{version.place.version}" == at
        for mount in version.mounts
        if mount.name == name
        for below in mount.resource.mounts
    ]


def _module(
    title: str, imports: Imports, *lines: str, gap: int = 2, annotated: bool = False
) -> str:
    future = "from __future__ import annotations\n\n" if annotated else ""
    head = f'"""{title}"""\n\n{future}{imports.text()}'
    return head + "\n" * (gap + 1) + "\n".join(lines).rstrip() + "\n"
