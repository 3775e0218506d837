"""A whole request body given as one argument, in place of the parameters that are its parts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from ..declare.place import known_names
from ..declare.unset import UNSET
from ..errors import shown_value
from ..plan.operation import Operation
from .serialize import Problem, combined_error


def spread_whole_body(operation: Operation, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
    """The arguments of a call with the parts of the body in place of the whole one.

    The whole body is a dict, whose keys are names of parameters or wire names, or a model. Raises
    ParameterError for one that is neither, or has other keys, or is given beside one of its parts.
    """
    whole = operation.whole_body
    if whole is None or arguments.get(whole, UNSET) is UNSET:
        return arguments
    others = {name: value for name, value in arguments.items() if name != whole}
    names = {
        each.wire_name: name
        for name, each in operation.arguments.items()
        if each.location == "json"
    }
    parts, problems = _parts_of(whole, arguments[whole], names)
    for name in others.keys() & {*names.values()}:
        found = f"{whole!r} is the whole request body, and {name!r} is a part of it."
        problems.append((found, "Give one of them."))
    if problems:
        raise combined_error(problems, operation.label)
    return {**others, **parts}


def _parts_of(
    whole: str, value: Any, names: Mapping[str, str]
) -> tuple[dict[str, Any], list[Problem]]:
    """The parts of a body by parameter. names: the parameters by wire name."""
    from ..declare.model_serializers import given_members
    from ..declare.models import Model  # these are for few operations

    if isinstance(value, Model):
        value = dict(given_members(value))
    if not isinstance(value, Mapping):
        return {}, [(f"the parameter {whole!r} cannot be {shown_value(value)}.", "Give a dict.")]
    parts: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, each in cast("Mapping[Any, Any]", value).items():
        name = key if key in names.values() else names.get(key)
        if name is None:
            found = f"'{whole}.{key}' is not a part of the request body."
            problems.append((found, known_names(str(key), names.values(), "Parts")))
        else:
            parts[name] = each
    return parts, problems
