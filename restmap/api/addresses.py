"""Addresses: the variables in the hosts and path prefixes of an API, filled with their values."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..declare.uri import cut_template, parse_template
from ..errors import configuration_error

# RFC 3986 3.2.2 and 3.2.3, without IP literals: the name of a host, and its port.
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?")
# No value may end the host or bring in another user, port or path.
_PART_OF_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")


def check_variables(template: str, variables: Mapping[str, str | None], owner: str) -> None:
    """Raise ConfigurationError for a variable that is not in the address of a client.

    template: its host and its prefix. owner: the name of the client class, for messages.
    """
    names = cut_template(template).names
    for name in variables:
        if name not in names:
            known = f"Variables: {', '.join(names)}." if names else "Leave `variables` out."
            raise configuration_error(f"the address has no variable {name!r}.", known, owner)


def fill_host(template: str, variables: Mapping[str, str | None], owner: str) -> str:
    """The host for a template such as "{region}.api.desk.example".

    Raises ConfigurationError for a variable without a value, for a value that cannot be part of a
    host name, and for an empty host, which each program has to give.

    >>> fill_host("{region}.api.desk.example", {"region": "eu-1"}, "Desk")
    'eu-1.api.desk.example'
    """
    if not template:
        raise configuration_error(
            f"{owner} has no host of its own.",
            "Give the address of the server: base_url='https://api.example.com'.",
            owner,
        )
    cut = cut_template(template)
    parts = [cut.literals[0]]
    for name, literal in zip(cut.names, cut.literals[1:], strict=True):
        value = _value_of(name, template, variables, owner)
        is_whole = template == f"{{{name}}}"
        if not (_HOST if is_whole else _PART_OF_HOST).fullmatch(value):
            remedy = f"Write letters, digits, dots and hyphens: {name}='eu-1'."
            raise configuration_error(
                f"{name}={value!r} cannot be part of a host name.", remedy, owner
            )
        parts += (value, literal)
    return "".join(parts)


def fill_prefix(template: str, variables: Mapping[str, str | None], owner: str) -> str:
    """The path prefix for a template such as "/{tenant}/v1"; values are percent-encoded.

    Raises ConfigurationError for a variable without a value, and for a value that cannot be a
    segment of a path.

    >>> fill_prefix("/{tenant}/v1", {"tenant": "north/east"}, "Desk")
    '/north%2Feast/v1'
    """
    cut = parse_template(template)
    values = [_value_of(each, template, variables, owner) for each in cut.names]
    try:
        return cut.expand(values)
    except ValueError as error:
        remedy = "Give text that can be one segment of a path."
        raise configuration_error(
            f"{template!r} cannot be filled: {error}.", remedy, owner
        ) from None


def _value_of(name: str, template: str, variables: Mapping[str, str | None], owner: str) -> str:
    value = variables.get(name)
    if not isinstance(value, str):
        raise configuration_error(
            f"the variable {name!r} of {template!r} has no value.", f"Give {name}='…'.", owner
        )
    return value
