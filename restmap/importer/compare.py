"""Comparison: a declaration that was written by hand, beside what the documents say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import TYPE_CHECKING, Any

from .drafts import ResourceDraft
from .operations import OperationDraft

if TYPE_CHECKING:
    from ..plan.operation import Operation


def differences(draft: ResourceDraft, module: ModuleType) -> Iterator[str]:
    """Where a module's resource and the documents disagree, a line each."""
    resource: Any = getattr(module, draft.name, None)
    if resource is None:
        yield f"{module.__name__} has no class {draft.name}"
        return
    plan = resource._plan
    if plan.options.uri != draft.uri:
        yield f"{draft.name}.uri is {plan.options.uri!r}, in the document {draft.uri!r}"
    ours = {field.wire_name for field in plan.fields.values()}
    theirs = {field.wire_name for field in draft.fields}
    yield from _two_sets(f"{draft.name}'s fields", ours, theirs)
    operations: Mapping[str, Operation] = plan.operations
    drafts = {each.verb: each for each in draft.operations}
    yield from _two_sets(f"{draft.name}'s verbs", set(operations), set(drafts))
    for verb in sorted(set(operations) & set(drafts)):
        yield from _of_operation(operations[verb], drafts[verb])


def _of_operation(ours: Operation, theirs: OperationDraft) -> Iterator[str]:
    if ours.method != theirs.method:
        yield f"{ours.label} is sent by {ours.method}, in the document by {theirs.method}"
    wire_names = {each.wire_name for each in ours.arguments.values()}
    declared = {each.wire_name: each for each in theirs.parameters}
    yield from _two_sets(f"{ours.label}'s parameters", wire_names, set(declared))
    for argument in ours.arguments.values():
        given = declared.get(argument.wire_name)
        if given is not None and given.required != argument.required:
            yield f"{ours.label}: {argument.name} is {'' if given.required else 'not '}required"


def _two_sets(what: str, ours: set[str], theirs: set[str]) -> Iterator[str]:
    if ours - theirs:
        yield f"{what} that the document lacks: {', '.join(sorted(ours - theirs))}"
    if theirs - ours:
        yield f"{what} that only the document has: {', '.join(sorted(theirs - ours))}"
