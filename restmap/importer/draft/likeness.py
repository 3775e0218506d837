"""Likeness: what resources of a version have in common is said once.

A resource that is declared like another derives from it; operations with many parameters in
common derive those from a class beside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from .drafts import ResourceDraft, SharedParameters
from .operations import OperationDraft, Part

# Fewer lines than this are no reason to send a reader to another module.
_LEAST_SHARED = 6
_LEAST_SHARED_BY_OPERATIONS = 6
_LEAST_SHARED_BY_RESOURCES = 40


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
    return draft.field_rule, draft.parameter_rule, draft.has_key, len(draft.keys)


def _lines(draft: ResourceDraft) -> int:
    return len(draft.fields) + sum(1 + len(each.parameters) for each in draft.operations)


def find_shared_parameters(resources: Sequence[ResourceDraft]) -> list[SharedParameters]:
    """The parameters that operations of two resources have in common, where they are many.

    Those that two operations of one resource have in common are set on the resource alone.
    """
    for each in resources:
        _share_within(each)
    found: list[SharedParameters] = []
    operations = [(draft, each) for draft in resources for each in draft.own_operations]
    for (one, first), (other, second) in combinations(operations, 2):
        common = _common(first, second)
        taken = first.class_name in one.shared or second.class_name in other.shared
        if one is other or taken or len(common) < _LEAST_SHARED_BY_RESOURCES:
            continue
        shared = SharedParameters(f"{one.name}And{other.name}", common, is_own=False)
        one.shared[first.class_name] = other.shared[second.class_name] = shared
        found.append(shared)
    return found


def _share_within(draft: ResourceDraft) -> None:
    """What two operations of a resource both take: to update it, mostly what creates it."""
    for first, second in combinations(draft.own_operations, 2):
        common = _common(first, second)
        is_free = not {first.class_name, second.class_name} & set(draft.shared)
        both_write = "List" not in (first.class_name, second.class_name)
        if is_free and both_write and len(common) >= _LEAST_SHARED_BY_OPERATIONS:
            shared = SharedParameters(f"{draft.name}Parameters", common, is_own=True)
            draft.shared[first.class_name] = draft.shared[second.class_name] = shared


def _common(first: OperationDraft, second: OperationDraft) -> list[Part]:
    return [each for each in first.parameters if each in second.parameters]
