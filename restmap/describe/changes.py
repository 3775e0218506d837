"""Changes: what is different for a program when a package declares something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import attrs

from .operations import OperationDescription, ParameterDescription
from .packages import CallDescription, MemberDescription, PackageDescription
from .type_changes import describe_type_change, narrows, widens


@attrs.frozen
class Change:
    """One change. text: what is different. is_breaking: whether a program may need a change too."""

    text: str
    is_breaking: bool = False


def find_changes(before: PackageDescription, after: PackageDescription) -> list[Change]:
    """The changes from one description of a package to another, breaking ones first.

    A call is the same if its names and the number of its keys are the same.
    """
    found = dict.fromkeys(_changes(before, after))
    return sorted(found, key=lambda each: not each.is_breaking)


def _changes(before: PackageDescription, after: PackageDescription) -> Iterator[Change]:
    yield from _client_changes(before, after)
    old = {_identity(each.operation): each for each in before.calls}
    new = {_identity(each.operation): each for each in after.calls}
    added = {
        _request(each.operation): each for identity, each in new.items() if identity not in old
    }
    models = _ModelComparison(before, after)
    for identity, call in old.items():
        other = new.get(identity)
        if other is None:
            other = added.pop(_request(call.operation), None)
            yield _gone(call, other)
        if other is not None:
            yield from _operation_changes(call.operation, other.operation)
            yield from models.changes_of(call, other)
    for each in added.values():
        yield Change(f"{each.operation.call} is new")


def _client_changes(before: PackageDescription, after: PackageDescription) -> Iterator[Change]:
    names = [
        sorted({(each.operation.client or "").rpartition(":")[2] for each in package.calls} - {""})
        for package in (before, after)
    ]
    if all(names) and names[0] != names[1]:
        old, new = map(" and ".join, names)
        yield Change(f"the class of the client is {new} instead of {old}", is_breaking=True)


def _identity(operation: OperationDescription) -> str:
    """The call without the names of single keys, which are positional."""
    return re.sub(r"\(\w+\)", "()", operation.call)


def _request(operation: OperationDescription) -> tuple[str, str]:
    """The method and the URL without the names of its placeholders."""
    return operation.method, re.sub(r"\{[^}]*\}", "{}", operation.url)


def _gone(call: CallDescription, other: CallDescription | None) -> Change:
    hint = f"; {other.operation.call} sends the same request" if other is not None else ""
    return Change(f"{call.operation.call} is gone{hint}", is_breaking=True)


# -- operations ---------------------------------------------------------------------------------


def _operation_changes(
    before: OperationDescription, after: OperationDescription
) -> Iterator[Change]:
    if _request(before) != _request(after):
        yield Change(
            f"{after.call} is {after.method} {after.url} instead of {before.method} {before.url}"
        )
    yield from _key_changes(before, after)
    yield from _parameter_changes(before, after)
    if before.returns != after.returns:
        yield Change(
            f"{after.call} returns {after.returns} instead of {before.returns}",
            not narrows(before.returns, after.returns),
        )
    if before.page and after.page and before.page.type != after.page.type:
        yield Change(f"{after.call} reads {after.page.type} instead of {before.page.type}")
    yield from _field_changes(before, after)


def _keys(operation: OperationDescription) -> list[ParameterDescription]:
    """The parameters in the path that the expression of the call names."""
    given = set(re.findall(r"[(=](\w+)(?=[,)])", operation.call))
    return [each for each in operation.parameters if each.location == "path" and each.name in given]


def _key_changes(before: OperationDescription, after: OperationDescription) -> Iterator[Change]:
    """Changes of the types of keys, which are told apart by their positions."""
    old, new = _keys(before), _keys(after)
    if len(old) == len(new):
        for one, other in zip(old, new, strict=True):
            if one.type != other.type:
                yield _change_of_sent(
                    f"the key {other.name!r} of {after.call}", one.type, other.type
                )


def _parameter_changes(
    before: OperationDescription, after: OperationDescription
) -> Iterator[Change]:
    old, new = _arguments(before), _arguments(after)
    renamed = dict(_renamed(old, new))
    for name, one in old.items():
        label = f"the parameter {name!r} of {after.call}"
        if name in new:
            yield from _changes_of_parameter(label, one, new[name])
        elif name in renamed:
            yield Change(f"{label} is called {renamed[name]!r}", is_breaking=True)
            yield from _changes_of_parameter(
                f"the parameter {renamed[name]!r} of {after.call}", one, new[renamed[name]]
            )
        else:
            yield Change(f"{label} is gone", is_breaking=True)
    for name, one in new.items():
        if name not in old and name not in renamed.values():
            required = " and required" if one.required else ""
            yield Change(f"the parameter {name!r} of {after.call} is new{required}", one.required)


def _arguments(operation: OperationDescription) -> dict[str, ParameterDescription]:
    keys = _keys(operation)
    return {each.name: each for each in operation.parameters if each not in keys}


def _renamed(
    old: Mapping[str, ParameterDescription], new: Mapping[str, ParameterDescription]
) -> Iterator[tuple[str, str]]:
    """The parameters that are sent as before and have another name in Python."""
    sent = {(each.location, each.wire_name): name for name, each in new.items() if name not in old}
    for name, each in old.items():
        other = sent.get((each.location, each.wire_name))
        if name not in new and other is not None and each.wire_name is not None:
            yield name, other


def _changes_of_parameter(
    label: str, before: ParameterDescription, after: ParameterDescription
) -> Iterator[Change]:
    if before.required != after.required:
        yield Change(f"{label} is {'required' if after.required else 'optional'}", after.required)
    if before.type != after.type:
        yield _change_of_sent(label, before.type, after.type)
    if (before.location, before.wire_name) != (after.location, after.wire_name):
        yield Change(f"{label} is sent as {_sent_as(after)} instead of {_sent_as(before)}")


def _change_of_sent(label: str, before: str, after: str) -> Change:
    return Change(f"{label} {describe_type_change(before, after)}", not widens(before, after))


def _sent_as(parameter: ParameterDescription) -> str:
    if parameter.wire_name is None:
        return "the whole request body"
    return f"{parameter.wire_name!r} ({parameter.location})"


# -- records and models -------------------------------------------------------------------------


def _field_changes(before: OperationDescription, after: OperationDescription) -> Iterator[Change]:
    """Changes of the fields of a record. Those of a model are found among the models."""
    record = re.sub(r"^list\[(.*)\]$", r"\1", after.returns)
    new = {each.name: each for each in after.fields}
    if not before.fields or not after.fields:
        return  # the change of the result says it
    for one in before.fields:
        label = f"the field {one.name!r} of {record}"
        other = new.pop(one.name, None)
        if other is None:
            yield Change(f"{label} is gone", is_breaking=True)
        else:
            yield from _changes_of_returned(label, one.type, other.type)
            yield from _changes_of_wire_name(label, one.wire_name, other.wire_name)
    yield from (Change(f"the field {name!r} of {record} is new") for name in new)


def _changes_of_returned(label: str, before: str, after: str) -> Iterator[Change]:
    if before != after:
        text = f"{label} {describe_type_change(before, after)}"
        yield Change(text, not narrows(before, after))


def _changes_of_wire_name(label: str, before: str, after: str) -> Iterator[Change]:
    if before != after:
        yield Change(f"{label} is {after!r} in JSON instead of {before!r}")


class _ModelComparison:
    """Compares the models that calls send and return, each pair of models once a direction."""

    def __init__(self, before: PackageDescription, after: PackageDescription) -> None:
        self._before = before.models
        self._after = after.models
        self._compared: set[tuple[str, str, bool]] = set()

    def changes_of(self, before: CallDescription, after: CallDescription) -> Iterator[Change]:
        """The changes of the models of a call, at any depth."""
        yield from self._compare(before.sent, after.sent, True)
        yield from self._compare(before.returned, after.returned, False)

    def _compare(
        self, before: Sequence[str], after: Sequence[str], is_sent: bool
    ) -> Iterator[Change]:
        """Compare models that have the same name. A renamed one is a change of types elsewhere."""
        pending = self._pairs(before, after)
        while pending:
            old, new = pending.pop()
            if (old, new, is_sent) in self._compared:
                continue
            self._compared.add((old, new, is_sent))
            others = {each.name: each for each in self._after[new].members}
            for one in self._before[old].members:
                label = f"the member {one.name!r} of {self._after[new].name}"
                other = others.pop(one.name, None)
                if other is None:
                    yield Change(f"{label} is gone", is_breaking=True)
                    continue
                yield from _member_changes(label, one, other, is_sent)
                pending += self._pairs(one.models, other.models)
            for name, each in others.items():
                is_required = is_sent and each.required
                required = " and required" if is_required else ""
                yield Change(
                    f"the member {name!r} of {self._after[new].name} is new{required}", is_required
                )

    def _pairs(self, before: Sequence[str], after: Sequence[str]) -> list[tuple[str, str]]:
        names = {self._after[each].name: each for each in after}
        pairs = ((each, names.get(self._before[each].name)) for each in before)
        return [(old, new) for old, new in pairs if new is not None]


def _member_changes(
    label: str, before: MemberDescription, after: MemberDescription, is_sent: bool
) -> Iterator[Change]:
    if is_sent:
        if before.required != after.required:
            text = f"{label} is {'required' if after.required else 'optional'}"
            yield Change(text, after.required)
        if before.type != after.type:
            yield _change_of_sent(label, before.type, after.type)
    else:
        yield from _changes_of_returned(label, before.type, after.type)
    yield from _changes_of_wire_name(label, before.wire_name, after.wire_name)
