"""The host names of edges and regions: https://www.twilio.com/docs/global-infrastructure"""

from __future__ import annotations

import os
import re

from restmap import ConfigurationError

# RFC 1123 2.1: one part of a host name.
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"


def regional_host(host: str, edge: str | None, region: str | None) -> str:
    """The host name for an edge and a region; an edge without a region is in us1.

    >>> regional_host("proxy.twilio.com", "dublin", "ie1")
    'proxy.dublin.ie1.twilio.com'
    >>> regional_host("proxy.twilio.com", None, None)
    'proxy.twilio.com'
    """
    if edge and not region:
        region = "us1"
    product, _, rest = host.partition(".")
    return ".".join(filter(None, [product, edge, region, rest]))


def is_regional_host(host: str, declared: str) -> bool:
    """Whether a host is that of the same product, in any edge and region.

    >>> is_regional_host("proxy.dublin.ie1.twilio.com", "proxy.twilio.com")
    True
    >>> is_regional_host("proxy.evil.example", "proxy.twilio.com")
    False
    """
    product, _, rest = declared.partition(".")
    within = host.removeprefix(f"{product}.").removesuffix(f".{rest}")
    labels = within.split(".")
    return host == declared or (
        host == f"{product}.{within}.{rest}"
        and len(labels) <= 2
        and all(re.fullmatch(_LABEL, each) for each in labels)
    )


def checked_label(given: str | None, argument: str, variable: str) -> str | None:
    """An edge or a region; None for none.

    Raises ConfigurationError for one that is not one part of a host name: with `evil.example/`,
    requests and their credentials would go to another host.
    """
    value = given or os.environ.get(variable)
    if not value:
        return None
    if not isinstance(value, str) or not re.fullmatch(_LABEL, value):  # pyright: ignore[reportUnnecessaryIsInstance]
        example = "dublin" if argument == "edge" else "ie1"
        raise ConfigurationError(
            f"the {argument} cannot be {value!r}: it is one part of a host name.\n"
            f"  Write letters, digits and hyphens, as in Client({argument}={example!r}), "
            f"or correct {variable} in the environment."
        )
    return value
