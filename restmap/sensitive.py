"""Sensitive names: of parameters and headers whose values are masked wherever they are shown."""

from __future__ import annotations

import re
from typing import Any, cast

# A parameter with one of these words in its name is masked; `param(sensitive=True)` marks others.
_SENSITIVE_WORDS = (
    "password",
    "secret",
    "token",
    "credential",
    "authorization",
    "apikey",
    "signature",
)


def is_sensitive(name: str, marked: frozenset[str]) -> bool:
    """Whether a parameter's value is masked: its name is marked, or has a word such as `token`.

    marked: as for `is_marked`.

    >>> is_sensitive("AuthToken", frozenset()), is_sensitive("PageToken", frozenset())
    (True, False)
    >>> is_sensitive("sig", frozenset()), is_sensitive("AddOns.Key", frozenset({"addons"}))
    (True, True)
    """
    plain = folded(name)
    return (
        is_marked(name, marked)
        or plain == "sig"
        or (plain != "pagetoken" and any(word in plain for word in _SENSITIVE_WORDS))
    )


def is_marked(name: str, marked: frozenset[str]) -> bool:
    """Whether a name is one of those that are marked.

    marked: the names of such parameters, in lower case without hyphens and underscores. Of a name
    in parts, such as `Binding.Secret` or `order[card][number]`, it is enough that one is marked.
    """
    plain = folded(name)
    return not marked.isdisjoint([plain, *re.split(r"[.\[\]]+", plain)])


def folded(name: str) -> str:
    """A name without what differs between `phone_number`, `PhoneNumber` and `Phone-Number`."""
    return name.lower().replace("-", "").replace("_", "")


# The maximum depth of a JSON body that is logged; deeper values are left out.
_MAX_LOGGED_DEPTH = 20


def masked_values(value: Any, marked: frozenset[str], depth: int = _MAX_LOGGED_DEPTH) -> Any:
    """A JSON value, with its sensitive members masked."""
    if isinstance(value, dict | list) and not depth:
        return "…"
    if isinstance(value, dict):
        return {
            name: "***" if is_sensitive(name, marked) else masked_values(each, marked, depth - 1)
            for name, each in cast("dict[str, Any]", value).items()
        }
    if isinstance(value, list):
        return [masked_values(each, marked, depth - 1) for each in cast("list[Any]", value)]
    return value
