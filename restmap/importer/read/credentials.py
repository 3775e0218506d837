"""Credentials: those that an API takes, by the security schemes that its operations need."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

import attrs

from .documents import Document
from .inventory import Inventory
from .nodes import IllFormedError, Node
from .operations import DocumentOperation
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
            each
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


def _security_of(document: Document, operations: Sequence[DocumentOperation]) -> Security:
    """The security of one document."""
    top = Node(document.content, "", document.references)
    general = read_requirements(top.member("security"))
    schemes = dict(read_schemes(top))
    needed = [general if each.security is None else each.security for each in operations]
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
        )
        + tuple(_other_credentials(operations, needed, schemes)),
    )


# More operations are not named in a report.
_MAX_NAMED = 5


Needs: TypeAlias = frozenset[tuple[NamedScheme, ...]]
"""The combinations of schemes of which an operation needs one."""

_NO_NEEDS: Needs = frozenset()


def _other_credentials(
    operations: Sequence[DocumentOperation],
    needed: Sequence[Requirements | None],
    schemes: Mapping[str, Sequence[NamedScheme]],
) -> Iterator[str]:
    """Say which operations need other credentials than most: a client has one set for all.

    needed: the requirements of each operation.
    """
    by_needs: dict[Needs, list[DocumentOperation]] = {}
    for operation, requirements in zip(operations, needed, strict=True):
        needs = frozenset(one for keys in requirements or () for one in _combined(keys, schemes))
        if needs and () not in needs:
            by_needs.setdefault(needs, []).append(operation)
    usual = max(by_needs, key=lambda each: len(by_needs[each]), default=_NO_NEEDS)
    for needs, several in by_needs.items():
        if needs & usual:
            continue
        titles = ", ".join(each.title for each in several[:_MAX_NAMED])
        more = f" and {len(several) - _MAX_NAMED} more" if len(several) > _MAX_NAMED else ""
        yield (
            f"most operations need {_shown(usual)}, but these {_shown(needs)}: {titles}{more}; "
            "give them a client of their own, since a client has one set of credentials"
        )


def _shown(needs: Needs) -> str:
    """The schemes of some requirements, as a report names them."""
    names = {" with ".join(f"{each.key!r:.80}" for each in combination) for combination in needs}
    return " or ".join(sorted(names))


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
