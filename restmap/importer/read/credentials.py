"""Credentials: those that an API takes, by the security schemes that its operations need."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from .documents import Document
from .inventory import Inventory
from .nodes import IllFormedError, Node
from .security import NamedScheme, Requirements, read_requirements, read_schemes


@attrs.frozen
class Security:
    """The credentials that an API takes.

    alternatives: combinations of schemes of which one is used. optional: whether credentials may be
    left out. problems: one line for each scheme that cannot be sent.
    """

    alternatives: tuple[tuple[NamedScheme, ...], ...] = ()
    optional: bool = True
    problems: tuple[str, ...] = ()


def find_security(inventory: Inventory) -> Security:
    """The credentials that the operations of an API take.

    An alternative of one operation is one of the API. Schemes that no operation names are all
    possible. Credentials may be left out if a document says so for all of its operations or, where
    it says nothing for all, for one of them.
    """
    alternatives: dict[tuple[NamedScheme, ...], None] = {}
    problems: dict[str, None] = {}
    optional: list[bool] = []
    for document in dict.fromkeys(document for document, _ in inventory.operations.values()):
        operations = [
            each.security
            for owner, each in inventory.operations.values()
            if owner is document and each.problem is None
        ]
        try:
            found = _security_of(document, operations)
        except IllFormedError as error:
            problems[f"{document.name}: its security cannot be read: {error}"] = None
            continue
        alternatives |= dict.fromkeys(found.alternatives)
        problems |= dict.fromkeys(found.problems)
        optional.append(found.optional)
    return Security(tuple(alternatives), any(optional) or not alternatives, tuple(problems))


def _security_of(document: Document, operations: Sequence[Requirements | None]) -> Security:
    """The security of one document. operations: the requirements of each of its operations."""
    top = Node(document.content, "", document.references)
    general = read_requirements(top.member("security"))
    schemes = dict(read_schemes(top))
    needed = [general if each is None else each for each in operations]
    combinations = dict.fromkeys(one for each in needed for one in each or () if one)
    if not combinations and general is None:
        combinations = {(key,): None for key in schemes}
    if general is not None:
        optional = () in general
    else:
        optional = any(not each or () in each for each in needed)
    return Security(
        tuple(each for keys in combinations for each in _combined(keys, schemes)),
        optional,
        tuple(
            f"the security scheme {key!r:.80} of {document.name} cannot be sent by name; "
            "give the client auth=…"
            for key in dict.fromkeys(key for keys in combinations for key in keys)
            if not schemes.get(key)
        ),
    )


def _combined(
    keys: tuple[str, ...], schemes: Mapping[str, Sequence[NamedScheme]]
) -> Iterator[tuple[NamedScheme, ...]]:
    """The combinations of schemes for the keys of a requirement; none if one cannot be sent."""
    if not keys:
        yield ()
        return
    for first in schemes.get(keys[0], ()):
        for others in _combined(keys[1:], schemes):
            yield (first, *others)
