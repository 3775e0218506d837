"""Identifiers: any text of a document becomes a Python name, always the same for the same text."""

from __future__ import annotations

import hashlib
import itertools
import keyword
import re
import unicodedata
from collections.abc import Container, Sequence
from functools import cache

from ...declare.names import pascal_case, snake_case

MAX_LENGTH = 80
"""A longer name is cut: modules are named after classes, and file systems allow 255 bytes."""


@cache
def python_name(text: str) -> str:
    """The name of a mount, a field or a parameter for a text.

    >>> python_name("StartTime<"), python_name("from"), python_name("Limits.UserChannels")
    ('start_time_before', 'from_', 'limits_user_channels')
    >>> python_name("blockedIPs"), python_name("client_CIDRs"), python_name("IDsOfUsers")
    ('blocked_ips', 'client_cidrs', 'ids_of_users')
    >>> python_name("3d_print"), python_name("²"), python_name("__class__"), python_name("None")
    ('x_3d_print', 'x_2', 'class_', 'none')
    """
    name = text.replace("<", "Before").replace(">", "After").replace("+", "Plus")
    return _identifier(snake_case(_plain(name.replace(".", "_").replace("$", ""))), "x_")


@cache
def class_identifier(text: str) -> str:
    """The name of a class or a type for a text.

    >>> class_identifier("3d_print"), class_identifier("none"), class_identifier("new-ticket")
    ('X3dPrint', 'None_', 'NewTicket')
    """
    return _identifier(pascal_case(snake_case(_plain(text))), "X")


def first_free(choices: Sequence[str], taken: Container[str]) -> str:
    """The first of several names that is not taken; if all are, the first with a number.

    >>> first_free(["tool", "tool_"], {"tool"}), first_free(["tool"], {"tool"})
    ('tool_', 'tool_2')
    """
    numbered = (f"{choices[0]}_{number}" for number in itertools.count(2))
    return next(each for each in itertools.chain(choices, numbered) if each not in taken)


def _plain(text: str) -> str:
    """A text normalized as Python normalizes names (PEP 3131), with words joined by underscores.

    The plural of an abbreviation is one word: `blockedIPs`, `clientCIDRs`.
    """
    plain = re.sub(r"[^\w.-]+", "_", unicodedata.normalize("NFKC", text))
    return re.sub(r"[A-Z]{2,}s(?![a-z])", lambda found: found[0].capitalize(), plain)


def _identifier(name: str, prefix: str) -> str:
    """A valid identifier: with a prefix if the name begins with a digit, an underscore at the end
    if it is a keyword, and a digest in place of its end if it is too long."""
    name = unicodedata.normalize("NFKC", name)
    if not name.isidentifier():
        name = re.sub(r"\W", "_", prefix + name)
    name = "".join(each if f"a{each}".isidentifier() else "_" for each in name)
    if len(name) > MAX_LENGTH:
        name = f"{name[: MAX_LENGTH - 9]}_{hashlib.sha256(name.encode()).hexdigest()[:8]}"
    return f"{name}_" if keyword.iskeyword(name) else name
