"""Comparison: the differences between a declaration by hand and the documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from ...api.resource import Resource
    from ..draft.operations import OperationDraft
    from ..draft.resources import ResourceDraft


@attrs.frozen
class OperationDescription:
    """A declared operation. parameters: whether each is required, by its wire name."""

    method: str
    parameters: Mapping[str, bool]


@attrs.frozen
class ResourceDescription:
    """A declared resource, as far as it is compared. fields: their wire names."""

    uri: str
    fields: tuple[str, ...]
    operations: Mapping[str, OperationDescription]

    @classmethod
    def of(cls, resource: type[Resource]) -> ResourceDescription:
        """Describe a resource class."""
        plan = resource._plan
        return cls(
            plan.options.uri or "",
            tuple(each.wire_name for each in plan.fields.values()),
            {
                verb: OperationDescription(
                    each.method,
                    {one.wire_name: one.required for one in each.arguments.values()},
                )
                for verb, each in plan.operations.items()
            },
        )

    @classmethod
    def from_json(cls, content: Any) -> ResourceDescription:
        """The description for the result of `attrs.asdict`."""
        operations = {
            verb: OperationDescription(**each) for verb, each in content["operations"].items()
        }
        return cls(content["uri"], tuple(content["fields"]), operations)


def differences(draft: ResourceDraft, ours: ResourceDescription) -> Iterator[str]:
    """One line for each difference between a declaration and the documents."""
    name = draft.name
    if ours.uri != draft.uri:
        yield f"{name}.uri is {ours.uri!r}, in the document {draft.uri!r}"
    theirs = {field.wire_name for field in draft.fields}
    yield from _two_sets(f"fields of {name}", set(ours.fields), theirs)
    drafts = {each.verb: each for each in draft.operations}
    yield from _two_sets(f"verbs of {name}", set(ours.operations), set(drafts))
    for verb in sorted(set(ours.operations) & set(drafts)):
        label = f"{name}.{drafts[verb].class_name}"
        yield from _of_operation(label, ours.operations[verb], drafts[verb])


def _of_operation(label: str, ours: OperationDescription, theirs: OperationDraft) -> Iterator[str]:
    if ours.method != theirs.method:
        yield f"{label} is sent by {ours.method}, in the document by {theirs.method}"
    declared = {each.wire_name: each for each in theirs.parameters}
    yield from _two_sets(f"parameters of {label}", set(ours.parameters), set(declared))
    for wire_name, required in ours.parameters.items():
        given = declared.get(wire_name)
        if given is not None and given.required != required:
            yield f"{label}: {wire_name} is {'' if given.required else 'not '}required"


def _two_sets(what: str, ours: set[str], theirs: set[str]) -> Iterator[str]:
    if ours - theirs:
        yield f"{what} that the document lacks: {', '.join(sorted(ours - theirs))}"
    if theirs - ours:
        yield f"{what} that only the document has: {', '.join(sorted(theirs - ours))}"
