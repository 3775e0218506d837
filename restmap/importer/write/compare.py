"""Comparison: the differences between a handwritten declaration and the documents."""

from __future__ import annotations

from collections.abc import Iterator

from ...describe.resources import OperationDescription, ResourceDescription
from ..draft.operations import OperationDraft
from ..draft.resources import ResourceDraft


def find_differences(draft: ResourceDraft, declared: ResourceDescription) -> Iterator[str]:
    """One line for each difference between a declaration and the documents."""
    name = draft.name
    if declared.uri != draft.uri:
        yield f"{name}.uri is {declared.uri!r}, in the document {draft.uri!r}"
    fields = {field.wire_name for field in draft.fields}
    yield from _compare_names(f"fields of {name}", set(declared.fields), fields)
    drafts = {each.verb: each for each in draft.operations}
    yield from _compare_names(f"verbs of {name}", set(declared.operations), set(drafts))
    for verb in sorted(set(declared.operations) & set(drafts)):
        label = f"{name}.{drafts[verb].class_name}"
        yield from _compare_operation(label, declared.operations[verb], drafts[verb])


def _compare_operation(
    label: str, declared: OperationDescription, draft: OperationDraft
) -> Iterator[str]:
    if declared.method != draft.method:
        yield f"{label} is sent by {declared.method}, in the document by {draft.method}"
    drafts = {each.wire_name: each for each in draft.parameters}
    yield from _compare_names(f"parameters of {label}", set(declared.parameters), set(drafts))
    for wire_name, required in declared.parameters.items():
        parameter = drafts.get(wire_name)
        if parameter is not None and parameter.required != required:
            yield f"{label}: {wire_name} is {'' if parameter.required else 'not '}required"


def _compare_names(label: str, declared: set[str], drafted: set[str]) -> Iterator[str]:
    if declared - drafted:
        yield f"{label} that the document lacks: {', '.join(sorted(declared - drafted))}"
    if drafted - declared:
        yield f"{label} that only the document has: {', '.join(sorted(drafted - declared))}"
