"""Inheritance: resources and operations share the declarations that they have in common.

A resource derives from another one that declares a part of the same fields and operations;
operations with many parameters in common derive from a class of these parameters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from .operations import AttributeDraft, OperationDraft
from .resources import ResourceDraft, SharedParameters

# The minimum number of lines in common: with fewer, a second module would be harder to read.
_MIN_SHARED = 6
_MIN_SHARED_BY_OPERATIONS = 6
_MIN_SHARED_BY_RESOURCES = 40


def assign_base_resources(resources: Sequence[ResourceDraft], derives_alike: bool) -> None:
    """Set `derives_from` of every resource that can derive from another resource of the version.

    derives_alike: whether equal declarations are enough; else both are the same component.

    The base is the resource nearest to the top of the version. It derives from no other resource
    and has no mounts, since the derived resources would inherit them.
    """
    by_height = sorted(resources, key=lambda each: (len(each.node.steps), each.module))
    bases: list[ResourceDraft] = []
    for draft in by_height:
        candidates = [
            each
            for each in bases
            if (derives_alike or (draft.component and each.component == draft.component))
            and _declares_part_of(each, draft)
        ]
        draft.derives_from = max(candidates, key=_lines, default=None)
        if draft.derives_from is None and not draft.mounts and not draft.has_own_collection:
            bases.append(draft)


def _declares_part_of(base: ResourceDraft, draft: ResourceDraft) -> bool:
    """Whether a base declares a part of the fields and operations of another resource."""
    verbs = {each.class_name: each for each in draft.operations}
    return (
        base.name != draft.name
        and _lines(base) >= _MIN_SHARED
        and _class_keywords(base) == _class_keywords(draft)
        and all(each in draft.fields for each in base.fields)
        and all(verbs.get(each.class_name) == each for each in base.operations)
    )


def _class_keywords(draft: ResourceDraft) -> tuple[object, ...]:
    return draft.field_rule, draft.parameter_rule, draft.has_key, len(draft.keys)


def _lines(draft: ResourceDraft) -> int:
    return len(draft.fields) + sum(1 + len(each.parameters) for each in draft.operations)


def find_shared_parameters(resources: Sequence[ResourceDraft]) -> list[SharedParameters]:
    """The parameters that operations of two resources have in common, if there are many.

    Parameters that two operations of one resource share are set on the draft of the resource.
    """
    for each in resources:
        _share_within(each)
    classes: list[SharedParameters] = []
    operations = [
        (draft, each)
        for draft in resources
        for each in draft.own_operations
        if len(each.parameters) >= _MIN_SHARED_BY_RESOURCES and each.class_name != "List"
    ]
    for (one, first), (other, second) in combinations(operations, 2):
        if one is other or first.class_name in one.shared or second.class_name in other.shared:
            continue
        common = _common(first, second)
        if len(common) < _MIN_SHARED_BY_RESOURCES:
            continue
        users = (f"{one.name}.{first.class_name}", f"{other.name}.{second.class_name}")
        shared = SharedParameters(f"{one.name}And{other.name}", users, common, is_own=False)
        one.shared[first.class_name] = other.shared[second.class_name] = shared
        classes.append(shared)
    return classes


def _share_within(draft: ResourceDraft) -> None:
    """Set the parameters that two operations of a resource share, such as create and update."""
    counts = Counter(each.class_name for each in draft.own_operations)
    operations = [each for each in draft.own_operations if counts[each.class_name] == 1]
    for first, second in combinations(operations, 2):
        common = _common(first, second)
        is_free = not {first.class_name, second.class_name} & set(draft.shared)
        both_write = "List" not in (first.class_name, second.class_name)
        if is_free and both_write and len(common) >= _MIN_SHARED_BY_OPERATIONS:
            is_second = bool(draft.shared)
            name = f"{draft.name}{first.class_name if is_second else ''}Parameters"
            users = (first.class_name, second.class_name)
            shared = SharedParameters(name, users, common, is_own=True)
            draft.shared[first.class_name] = draft.shared[second.class_name] = shared


def _common(first: OperationDraft, second: OperationDraft) -> list[AttributeDraft]:
    others = {each.name: each for each in second.parameters}
    return [each for each in first.parameters if each == others.get(each.name)]
