"""The client module: the class of an API's client, and the package that exports it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..draft.clients import ArgumentDraft, ClientDraft
from ..draft.expressions import (
    STR,
    Constant,
    Expression,
    Name,
    Source,
    call,
    literal_of,
    or_none,
)
from ..draft.resources import MountDraft
from .resource_modules import mount_statements, placeholders_of
from .statements import Assignment, Class, Field, Initializer, Module, Placeholders, Statement


def client_module(
    client: ClientDraft,
    package: str,
    mounts: Sequence[MountDraft],
    sites: Mapping[str, tuple[str, Source]],
) -> Module:
    """The module of a client class.

    mounts: of the resources that are mounted in the client itself. sites: the functions that mount
    its domains and versions, and their classes, by the names of the mounts.
    """
    keywords: list[tuple[str, Expression]] = []
    if client.host is not None:
        keywords.append(("host", Constant(client.host)))
    if client.prefix:
        keywords.append(("prefix", Constant(client.prefix)))
    if client.host is None:
        keywords.append(("title", Constant(client.name)))
    if client.security is not None:
        keywords.append(("security", client.security))
    site_mounts: list[Statement] = [
        Assignment(name, call(f"restmap:{function}", Name(Name.at(source).text)))
        for name, (function, source) in sorted(sites.items())
    ]
    groups: list[Sequence[Statement]] = [site_mounts, mount_statements(mounts, None)]
    if client.variables or client.credentials:
        groups.append([_initializer(client)])
    own = Class(
        client.name,
        [Name("Client", "restmap")],
        keywords,
        "\n\n".join(_paragraphs(client)),
        [each for each in groups if each],
    )
    sources = [source for _, source in sites.values()]
    sources += [source for each in placeholders_of(mounts) for source in each.sources]
    return Module(
        package,
        [own],
        f"The client of {client.name}.",
        is_annotated=True,
        placeholders=[Placeholders(sorted(sources))] if sources else (),
    )


def package_module(client: ClientDraft, package: str) -> Module:
    """The module of the package, from which programs import the client."""
    return Module(
        package,
        [],
        f"{client.name}: `from {package} import {client.name}`.",
        imports=[f".client:{client.name}"],
        exported=[client.name],
    )


def _initializer(client: ClientDraft) -> Initializer:
    """The `__init__` of a client class: required arguments first, then credentials."""
    required = [each for each in client.variables if each.required]
    others = [each for each in client.variables if not each.required]
    arguments = [
        *(Field(each.name, _kind_of(each)) for each in required),
        *(_optional(each) for each in (*client.credentials, *others)),
        Field("auth", or_none(Name("Auth", "restmap")), Constant(None)),
    ]
    passed: list[tuple[str, str | Mapping[str, str]]] = [("auth", "auth")]
    if client.credentials:
        passed.append(("credentials", {each.name: each.name for each in client.credentials}))
    if client.variables:
        passed.append(("variables", {each.name: each.name for each in client.variables}))
    return Initializer(arguments, passed, Name("ClientSettings", "restmap"))


def _optional(argument: ArgumentDraft) -> Field:
    kind = _kind_of(argument)
    is_none = argument.default is None
    return Field(argument.name, or_none(kind) if is_none else kind, Constant(argument.default))


def _kind_of(argument: ArgumentDraft) -> Expression:
    return literal_of(argument.members) if argument.members else STR


def _paragraphs(client: ClientDraft) -> Iterator[str]:
    """The paragraphs of the docstring of a client class."""
    url = client.documentation_url
    yield f"The client of {client.name}: {url}" if url else f"The client of {client.name}."
    if client.servers:
        yield f"Other servers, for base_url: {', '.join(client.servers)}"
    if client.host == "":
        yield "It has no host of its own: give the address of the server as base_url."
    arguments = [*client.credentials, *client.variables]
    if arguments:
        own = " ".join(f"{each.name}: {each.about}." for each in arguments)
        yield f"{own} auth: other credentials. The other arguments are those of restmap.Client."
