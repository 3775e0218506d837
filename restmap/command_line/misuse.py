"""Misuse: the errors of command lines, found before anything is sent."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from ..declare.place import known_names
from ..errors import ParameterError, compose

_MAX_LISTED = 15


def misuse(problem: str, remedy: str) -> ParameterError:
    """The error for a word or an option that cannot be used."""
    return ParameterError(compose(problem, remedy))


def names_like(wanted: str, known: Iterable[str], title: str, otherwise: str) -> str:
    """The remedy for a wrong name: the names that exist, where they are few, else one like it.

    otherwise: what is said where there are many, and none is like it.

    >>> names_like("sidd", ["sid"], "Fields", "See the help.")
    "Fields: sid. Did you mean 'sid'?"
    >>> names_like("colour", map(str, range(99)), "Fields", "See the help.")
    'See the help.'
    """
    names = list(known)
    if len(names) <= _MAX_LISTED:
        return known_names(wanted, names, title)
    near = difflib.get_close_matches(wanted, names, 1)
    return f"Did you mean {near[0]!r}?" if near else otherwise
