"""Security schemes: the credentials that a client declares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..api.client import Client
from ..auth.schemes import (
    ApiKeyScheme,
    BasicScheme,
    BearerScheme,
    ClientCredentialsScheme,
    Scheme,
)
from .components import Part


def security_of(clients: Iterable[type[Client] | None]) -> tuple[dict[str, Part], list[Part]]:
    """The security schemes of clients by their names, and the requirements that they make.

    A requirement is met by one combination of schemes, of which several may be given
    (https://spec.openapis.org/oas/v3.1.1.html#security-requirement-object). Both are empty where
    no client declares its credentials.
    """
    names: dict[Scheme, str] = {}
    schemes: dict[str, Part] = {}
    requirements: list[Part] = []
    for client in clients:
        security = client._security if client is not None else None
        for combination in security.alternatives if security is not None else ():
            for scheme in combination:
                if scheme not in names:
                    names[scheme] = _free_name(_credential(scheme), schemes)
                    schemes[names[scheme]] = write_scheme(scheme)
            requirement: Part = {
                names[scheme]: [] for scheme in combination
            }  # scopes are not declared
            if requirement not in requirements:
                requirements.append(requirement)
    return schemes, requirements


def write_scheme(scheme: Scheme) -> Part:
    """The security scheme object.

    >>> write_scheme(ApiKeyScheme("X-Key"))
    {'type': 'apiKey', 'name': 'X-Key', 'in': 'header'}
    """
    match scheme:
        case BearerScheme():
            return {"type": "http", "scheme": "bearer"}
        case BasicScheme():
            return {"type": "http", "scheme": "basic"}
        case ApiKeyScheme():
            return {"type": "apiKey", "name": scheme.name, "in": scheme.location}
        case ClientCredentialsScheme():
            flow: Part = {"tokenUrl": scheme.token_url, "scopes": {}}
            return {"type": "oauth2", "flows": {"clientCredentials": flow}}
        case _:
            text = f"{type(scheme).__name__}: {', '.join(scheme.required)}"
            return {"type": "http", "scheme": "custom", "description": text}


def _credential(scheme: Scheme) -> str:
    """The name of a scheme: that of its first credential."""
    return "oauth" if isinstance(scheme, ClientCredentialsScheme) else scheme.required[0]


def _free_name(name: str, taken: Mapping[str, Any]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}{number}"
    return free
