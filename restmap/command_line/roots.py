"""Roots: the client of a package, and what a command line begins with."""

from __future__ import annotations

import inspect
from collections.abc import Mapping, Sequence
from typing import Any, cast

import attrs

from ..api.client import Client
from ..api.client_settings import ClientSettings
from ..api.collection_mounts import collection, collections
from ..api.resource import Resource
from ..api.site import Domain, Site, Version
from ..api.site_mounts import site_mounts_of
from ..auth.auth import NoAuth
from ..describe.declared import SITES_OR_RESOURCES, Declared, find_roots, import_module_by_name
from ..errors import ConfigurationError, ParameterError, configuration_error
from ..messages import Request, Response
from ..transports.transport import HandlerTransport

PLACEHOLDER_ORIGIN = "https://restmap.invalid"
"""The origin of a client that is only looked at; RFC 2606 2 keeps the name from being used."""


class AnyHost(Client, host=""):
    """The client of what declares no host itself; it is given by base_url."""


@attrs.frozen
class Root:
    """What the names on a command line begin with: a client, a site or a resource."""

    declared: type[Client | Site | Resource]

    @property
    def name(self) -> str:
        """The name of the class."""
        return self.declared.__name__

    @property
    def expression(self) -> str:
        """The source that leads to it from a client, as `restmap operations` writes it."""
        if issubclass(self.declared, Client):
            return "client"
        if issubclass(self.declared, Site):
            return f"{self.name}(client)"
        return f"{self._mount.__name__}({self.name}).under(client)"

    @property
    def client_class(self) -> type[Client]:
        """The class of the client that its requests are sent by."""
        if issubclass(self.declared, Client):
            return self.declared
        return Client if issubclass(self.declared, Domain) else AnyHost

    def open(self, client: Client) -> Any:
        """The object of a client that names lead on from."""
        if issubclass(self.declared, Client):
            return client
        if issubclass(self.declared, Domain | Version):
            make = cast("Any", self.declared)
            return make(client)
        return self._mount(self.declared).under(client)

    @property
    def _mount(self) -> Any:
        """The function that mounts a resource that stands for itself."""
        resource = cast("type[Resource]", self.declared)
        return collections if resource._plan.path_length_above else collection


def find_package_roots(package: str) -> list[Root]:
    """The roots of a package, a module, or a class as "module:Class".

    Raises ConfigurationError for a name that is not that of a module, and for one that declares
    nothing that can be called.
    """
    module, colon, name = package.partition(":")
    declared: Declared = module
    if colon:
        found = getattr(import_module_by_name(module), name, None)
        if not isinstance(found, type):
            raise configuration_error(
                f"{module} has no class {name!r}.", "Write it as `restmap operations` does."
            )
        declared = found
    found_roots = find_roots(declared, SITES_OR_RESOURCES)
    if not found_roots:
        raise configuration_error(
            f"{package} declares no operations.",
            "Name a package or a module with a Client, a Domain, a Version or resources in it.",
        )
    mounted = {
        mount.site
        for each in found_roots
        if issubclass(each, Client)
        for mount in site_mounts_of(each)
    }
    # A domain that is mounted in a client is reached through it.
    return [Root(each) for each in found_roots if each not in mounted]


# -- clients ------------------------------------------------------------------------------------


def make_client(cls: type[Client], arguments: Mapping[str, Any]) -> Client:
    """A client with these arguments. Raises ConfigurationError for those that it does not take."""
    known = argument_names(cls)
    for name in arguments:
        if name not in known:
            raise configuration_error(
                f"the client {cls.__name__} has no argument {name!r}.",
                f"It has: {', '.join(known)}.",
            )
    if issubclass(cls, AnyHost) and "base_url" not in arguments:
        raise configuration_error(
            "the package does not say which host its requests go to.",
            "Give it: --base-url https://api.example.com",
        )
    missing = [
        each.name
        for each in _own_parameters(cls)
        if each.default is each.empty and each.name not in arguments
    ]
    if missing:
        variables = ", ".join(variable_name(cls, each) for each in missing)
        raise configuration_error(
            f"the client {cls.__name__} needs {', '.join(missing)}.",
            f"Set {variables} in the environment, or write them into a profile: --profile NAME",
        )
    made: Client = cast("Any", cls)(**arguments)
    return made


def make_placeholder_client(cls: type[Client]) -> Client:
    """A client without credentials, to look at what is mounted in it. It sends nothing."""
    own = _own_parameters(cls)
    settings = {"base_url": PLACEHOLDER_ORIGIN, "transport": HandlerTransport(_refuse_to_send)}
    texts = {each.name: "placeholder" for each in own if each.kind is each.POSITIONAL_OR_KEYWORD}
    required = {each.name: "placeholder" for each in own if each.default is each.empty}
    error: Exception | None = None
    for credentials in ({**texts, **required}, {**required, "auth": NoAuth()}):
        try:
            made: Client = cast("Any", cls)(**credentials, **settings)
        except (ConfigurationError, ParameterError, TypeError) as failure:
            error = error or failure
        else:
            return made
    raise configuration_error(
        f"the client {cls.__name__} cannot be made without its arguments: {error}.",
        "Give the arguments of its __init__ defaults, or the type str.",
    ) from error


def _refuse_to_send(_request: Request) -> Response:
    raise AssertionError("a client that is only looked at sends nothing")


def variable_name(cls: type[Client], argument: str) -> str:
    """The environment variable of an argument or a credential: `DESK_TOKEN` for `token`."""
    return f"{cls.title}_{argument}".upper()


def argument_names(cls: type[Client]) -> list[str]:
    """The names of the arguments that a client class takes."""
    shared = [*ClientSettings.__annotations__, "auth", "credentials", "variables"]
    own = [each.name for each in _own_parameters(cls)]
    return own if not _takes_settings(cls) else list(dict.fromkeys([*own, *shared]))


def own_argument_names(cls: type[Client]) -> list[str]:
    """The names of the arguments that a client class has of its own, such as its credentials."""
    others = {*ClientSettings.__annotations__, "auth"}
    return [each.name for each in _own_parameters(cls) if each.name not in others]


def credential_names(cls: type[Client]) -> list[str]:
    """The names of what the class keyword security= asks for, where `credentials=` takes it."""
    if cls._security is None or cls.__init__ is not Client.__init__:
        return []
    schemes = [each for together in cls._security.alternatives for each in together]
    names = [name for each in schemes for name in (*each.required, *each.optional)]
    return list(dict.fromkeys(names))


def _own_parameters(cls: type[Client]) -> Sequence[inspect.Parameter]:
    """The parameters of its `__init__` that have names."""
    if cls.__init__ is Client.__init__:
        return ()
    return [
        each
        for each in list(inspect.signature(cls.__init__).parameters.values())[1:]
        if each.kind in (each.POSITIONAL_OR_KEYWORD, each.KEYWORD_ONLY)
    ]


def _takes_settings(cls: type[Client]) -> bool:
    parameters = inspect.signature(cls.__init__).parameters.values()
    return cls.__init__ is Client.__init__ or any(
        each.kind is each.VAR_KEYWORD for each in parameters
    )
