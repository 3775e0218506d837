"""Operations of one URL: those after the first have names that tell them apart."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from ...declare.names import snake_case
from .operations import DocumentOperation

# A word that needs the one after it: `get_by_name`, and not `get_name`.
_JOINING = frozenset({"by", "with", "for", "from", "in", "of", "to"})
_NO_ID = 1000  # An operation without an id has no name that could tell it apart.
_VERBS = frozenset({"get", "list", "put", "update", "post", "create", "patch", "delete"})


def tell_apart(operations: Iterable[DocumentOperation]) -> list[DocumentOperation]:
    """The operations of a document, those of one method and URL with names of their own.

    Paths that differ only in the names of their placeholders are one URL. The operation with the
    shortest id is the plain one; another one whose id says no more stays without a name.
    """
    all_operations = list(operations)
    groups: dict[tuple[str, str], list[DocumentOperation]] = {}
    for each in all_operations:
        if each.problem is None:
            groups.setdefault(each.address, []).append(each)
    named: dict[int, DocumentOperation] = {}
    for group in groups.values():
        plain = min(group, key=lambda each: len(words_of_id(each)) or _NO_ID)
        for each in group:
            if each is not plain:
                named[id(each)] = attrs.evolve(each, own_name=_own_name(each, plain))
    return [named.get(id(each), each) for each in all_operations]


def words_of_id(operation: DocumentOperation) -> list[str]:
    """The words of an operation's id, in lower case; none if the document gives it no id."""
    if not operation.has_id:
        return []
    last = re.split("[/.]", operation.id)[-1]
    return [each for each in re.split(r"[^a-z0-9]+", snake_case(last).lower()) if each]


def _own_name(operation: DocumentOperation, plain: DocumentOperation) -> str:
    """What the id of an operation says more than that of the plain one, after its verb."""
    words, others = words_of_id(operation), words_of_id(plain)
    common = 0
    for own, other in zip(words, others, strict=False):
        if own != other:
            break
        common += 1
    while common > 1 and words[common - 1] in _JOINING:
        common -= 1
    rest = words[max(common, 1) :]
    verb = next((each for each in words[:common] if each in _VERBS), words[0] if words else "")
    return "_".join([verb, *rest]) if rest else ""
