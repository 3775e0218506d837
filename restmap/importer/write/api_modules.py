"""API modules: the drafts of all versions become the modules of an API."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import TypeAlias

import attrs

from ..draft.clients import ClientDraft
from ..draft.expressions import OBJECT, EnumType
from ..draft.identifiers import class_identifier, first_free
from ..draft.inheritance import assign_base_resources, find_shared_parameters
from ..draft.model_members import MemberDraft
from ..draft.naming import PlainNaming
from ..draft.operations import AttributeDraft
from ..draft.places import Place
from ..draft.resources import ResourceDraft, SharedParameters, VersionDraft, enums_of
from .base_resource import Base, base_module, version_base
from .client_module import client_module, package_module
from .expression_text import print_expression
from .model_modules import SHARED_MODULE, ModelUses, models_module
from .operation_classes import shared_parameters
from .printing import print_module
from .resource_modules import resource_module
from .site_modules import domain_module, domains_module, version_module
from .statements import Module

Files: TypeAlias = dict[str, str]
"""The text of each module, by its path below the package of the API."""

# The maximum number of resources that a module imports at once, its own resource included; a
# resource with more below it imports them when they are first used.
_MAX_DIRECT = 10


def api_files(
    versions: Sequence[VersionDraft],
    naming: PlainNaming,
    client: ClientDraft,
    package: str,
    width: int,
) -> Files:
    """The text of every module of an API, by path. width: the maximum length of their lines.

    If two versions have the same resources, as those of a domain with two names do, the second
    version mounts the resources of the first.
    """
    modules: dict[str, Module] = {}
    written: list[tuple[VersionDraft, str]] = []
    for domain, group in groupby(versions, key=lambda each: each.place.domain):
        domain_versions = list(group)
        for version in domain_versions:
            own_package = ".".join(filter(None, [package, domain, version.place.version]))
            twins = (
                other_package for other, other_package in written if _are_equal(version, other)
            )
            source_package = next(twins, own_package)
            if source_package == own_package:
                modules |= _version_modules(version, naming, own_package)
                written.append((version, own_package))
            if version.place.version:
                home = "." if source_package == own_package else f"{source_package}."
                name = _class_of_site(version.place.version, version.place, versions)
                modules[f"{version.place.folder}__init__.py"] = version_module(
                    version, naming, own_package, home, name
                )
        if domain:
            name = _class_of_site(domain, domain_versions[0].place, versions)
            modules[f"{domain}/__init__.py"] = domain_module(
                domain_versions, naming, f"{package}.{domain}", name
            )
    modules |= _client_modules(versions, naming, client, package)
    return {path: print_module(module, width) for path, module in modules.items()}


def _client_modules(
    versions: Sequence[VersionDraft], naming: PlainNaming, client: ClientDraft, package: str
) -> dict[str, Module]:
    """The module of the client, and that of the package."""
    if naming.client is not None:
        module, _, name = naming.client.partition(":")
        title = f"The package of an API; its client is in {package}.{module}."
        return {
            f"{module}.py": domains_module(versions, naming, package, name),
            "__init__.py": Module(package, [], title),
        }
    sites = {
        name: (function, f".{name}:{_class_of_site(name, place, versions)}")
        for place in (each.place for each in versions)
        for name, function in [
            (place.domain, "domain") if place.domain else (place.version, "version")
        ]
        if name
    }
    own = [mount for each in versions if not each.place.mounts for mount in each.mounts]
    return {
        "client.py": client_module(client, package, own, sites),
        "__init__.py": package_module(client, package),
    }


def _class_of_site(name: str, place: Place, versions: Sequence[VersionDraft]) -> str:
    """The name of the class of a domain or a version, which differs from those of the resources
    that are mounted beside it."""
    beside = {
        mounted
        for each in versions
        if not each.place.version and each.place.domain in ("", place.domain)
        for mount in each.mounts
        for mounted in (mount.resource.name, mount.resource.collection_name)
    }
    plain = class_identifier(name)
    return first_free([plain, f"{plain}Site"], beside)


def _are_equal(one: VersionDraft, other: VersionDraft) -> bool:
    """Whether two versions declare the same resources, at the same paths."""
    return one.place.prefix == other.place.prefix and _content_of(one) == _content_of(other)


def _content_of(version: VersionDraft) -> list[object]:
    """The declarations of a version without mounts, with the text of types in their place."""
    models = [
        (model.name, [_with_text(each) for each in model.members]) for model in version.models
    ]
    return [models, [_declaration_of(each) for each in version.resources]]


def _declaration_of(draft: ResourceDraft) -> tuple[object, ...]:
    """The declaration of a resource without its mounts."""
    return (
        (draft.name, draft.module, draft.field_rule, draft.parameter_rule, draft.uri, draft.kind),
        sorted(draft.enums().items(), key=lambda each: each[0]),
        [_with_text(each) for each in (*draft.keys, *draft.fields)],
        [
            (attrs.evolve(each, parameters=()), [_with_text(part) for part in each.parameters])
            for each in draft.operations
        ],
    )


def _with_text(part: AttributeDraft | MemberDraft) -> tuple[str, object]:
    """A part of a declaration, with the text of its type in place of the type."""
    return print_expression(part.kind), attrs.evolve(part, kind=OBJECT)


def _version_modules(version: VersionDraft, naming: PlainNaming, package: str) -> dict[str, Module]:
    """The modules of the resources of a version, and the modules that these share."""
    assign_base_resources(version.resources, naming.derives_alike)
    parameters = find_shared_parameters(version.resources)
    folder = version.place.folder
    # The last two names of the package are those of the domain and the version.
    shown = ".".join(package.split(".")[-2:]) if version.place.mounts else naming.client_name
    base = version_base(version, naming)
    uses = ModelUses.find(version, parameters, base)
    enums = _shared_enums(version.resources, parameters, uses)
    modules = {f"{folder}base.py": base_module(base, package, shown)}
    if parameters:
        modules[f"{folder}parameters.py"] = _parameters_module(
            parameters, base, package, enums, uses, shown
        )
    if uses.models_of(SHARED_MODULE):
        title = f"Objects in the requests and responses of several resources of {shown}."
        modules[f"{folder}{SHARED_MODULE}.py"] = models_module(uses, package, title, enums)
    if enums:
        modules[f"{folder}types.py"] = Module(
            package,
            [],
            f"Literal types that several resources of {shown} use.",
            aliases=enums,
        )
    sources = {enum: f".types:{enum.name}" for enum in enums}
    for draft in version.resources:
        deferred = sum(1 for _ in draft.family()) > _MAX_DIRECT
        modules[f"{folder}{draft.module}.py"] = resource_module(
            draft, base, package, sources, uses, deferred
        )
    return modules


def _shared_enums(
    resources: Sequence[ResourceDraft], parameters: Sequence[SharedParameters], uses: ModelUses
) -> list[EnumType]:
    """The Literal types that several modules use; of two with the same name, the most used one."""
    used = Counter(
        enum for each in resources for enum in {*each.enums().values(), *uses.enums(each.module)}
    )
    used.update(uses.enums(SHARED_MODULE))
    used.update(uses.enums("parameters"))
    inherited = [enum for each in parameters for enum in enums_of(each.parameters)]
    used.update(inherited * 2)  # at least two modules inherit these parameters
    shared: dict[str, EnumType] = {}
    for enum, count in sorted(used.items(), key=lambda each: (-each[1], each[0].name)):
        if count > 1 and enum.source is None:
            shared.setdefault(enum.name, enum)
    return [shared[name] for name in sorted(shared)]


def _parameters_module(
    parameters: Sequence[SharedParameters],
    base: Base,
    package: str,
    enums: Sequence[EnumType],
    uses: ModelUses,
    shown: str,
) -> Module:
    kinds = [part.kind for each in parameters for part in each.parameters]
    used = {enum for each in parameters for enum in enums_of(each.parameters)}
    return Module(
        package,
        [shared_parameters(each, base.parameter_rule) for each in parameters],
        f"Parameters that operations of {shown} have in common.",
        is_annotated=True,
        imports=[
            *(f".types:{each.name}" for each in enums if each in used),
            *(each.source for each in used if each.source is not None),
            *uses.imports(kinds, "parameters"),
        ],
    )
