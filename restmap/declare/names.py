"""The rules between Python names and wire names."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

Naming: TypeAlias = Callable[[str], str]
"""A rule from a Python name to its wire name."""


def as_written(name: str) -> str:
    """The name itself, without the underscore that keeps it apart from a Python keyword.

    >>> as_written("date_created"), as_written("from_")
    ('date_created', 'from')
    """
    return name.rstrip("_")


def pascal_case(name: str) -> str:
    """The rule for form fields and query parameters in APIs such as Twilio's.

    >>> pascal_case("unique_name"), pascal_case("from_"), pascal_case("address2_line")
    ('UniqueName', 'From', 'Address2Line')
    """
    return "".join(word[:1].upper() + word[1:] for word in name.split("_"))


def camel_case(name: str) -> str:
    """The rule for most JSON APIs.

    >>> camel_case("display_name"), camel_case("from_")
    ('displayName', 'from')
    """
    pascal = pascal_case(name)
    return pascal[:1].lower() + pascal[1:]


def header_case(name: str) -> str:
    """The rule for headers.

    >>> header_case("if_match"), header_case("x_twilio_webhook_enabled")
    ('If-Match', 'X-Twilio-Webhook-Enabled')
    """
    return "-".join(word[:1].upper() + word[1:] for word in name.strip("_").split("_"))


_WORD_STARTS = r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z0-9])(?=[A-Z][a-z])"


def snake_case(name: str) -> str:
    """The Python name of a wire name.

    >>> snake_case("dateCreated"), snake_case("A2PProfile"), snake_case("clientDataJSON")
    ('date_created', 'a2p_profile', 'client_data_json')
    """
    return re.sub(r"\W+|_+", "_", re.sub(_WORD_STARTS, "_", name)).strip("_").lower()
