"""Likeness: what resources of a version have in common is said once.

A resource that is declared like another derives from it; operations with many parameters in
common derive those from a class beside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from .drafts import ResourceDraft, SharedParameters

# Fewer lines than this are no reason to send a reader to another module.
_LEAST_SHARED = 6
_LEAST_SHARED_PARAMETERS = 40


def find_likenesses(resources: Sequence[ResourceDraft]) -> None:
    """Set `like` of every resource that another one of the version says most of.

    What hangs highest is the original; it derives from nothing itself, and mounts nothing, since
    what derives from it would mount the same.
    """
    by_height = sorted(resources, key=lambda each: (len(each.node.steps), each.module))
    originals: list[ResourceDraft] = []
    for draft in by_height:
        alike = [each for each in originals if _says_part_of(each, draft)]
        draft.like = max(alike, key=_lines, default=None)
        if draft.like is None and not draft.mounts and not draft.beside:
            originals.append(draft)


def _says_part_of(original: ResourceDraft, draft: ResourceDraft) -> bool:
    """Whether everything that one resource says, but for its path, another says too."""
    verbs = {each.class_name: each for each in draft.operations}
    return (
        original.name != draft.name
        and _lines(original) >= _LEAST_SHARED
        and _heads(original) == _heads(draft)
        and all(each in draft.fields for each in original.fields)
        and all(verbs.get(each.class_name) == each for each in original.operations)
    )


def _heads(draft: ResourceDraft) -> tuple[object, ...]:
    is_called = draft.kind in ("singleton", "handle", "space", "collections")
    return draft.field_rule, draft.parameter_rule, is_called, len(draft.keys)


def _lines(draft: ResourceDraft) -> int:
    return len(draft.fields) + sum(1 + len(each.parameters) for each in draft.operations)


def find_shared_parameters(resources: Sequence[ResourceDraft]) -> list[SharedParameters]:
    """The parameters that operations of two resources have in common, where they are many."""
    found: list[SharedParameters] = []
    operations = [(draft, each) for draft in resources for each in draft.own_operations]
    for (one, first), (other, second) in combinations(operations, 2):
        common = [each for each in first.parameters if each in second.parameters]
        if one is other or len(common) < _LEAST_SHARED_PARAMETERS:
            continue
        if first.class_name in one.shared or second.class_name in other.shared:
            continue
        shared = SharedParameters(f"{one.name}And{other.name}", common)
        one.shared[first.class_name] = other.shared[second.class_name] = shared
        found.append(shared)
    return found
