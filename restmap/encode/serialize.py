"""Serialization of a call's arguments: from Python values to wire values by location."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..declare.parameter import Location
from ..declare.place import known_names
from ..declare.serializer import Prefixed, problems_of
from ..declare.unset import UNSET
from ..errors import ParameterError, compose
from ..plan.operation import Argument, Operation

Wire = dict[Location, dict[str, Any]]
"""Wire values by location and wire name."""


def serialize_arguments(
    operation: Operation, arguments: Mapping[str, Any], known: frozenset[Location] = frozenset()
) -> Wire:
    """The wire values of a call's arguments.

    known: the locations whose parameters may be left out, because the URL of a page has them.
    Raises one ParameterError that names every argument that is unknown, missing, or cannot be
    serialized.
    """
    wire: Wire = {}
    problems = _unknown(operation, arguments)
    for name, argument in operation.arguments.items():
        default = UNSET if argument.location in known else argument.default
        value = arguments.get(name, default)
        if value is UNSET or value is ...:
            if default is ...:
                problems.append(_missing(argument))
            continue
        try:
            dumped = None if value is None else argument.serializer.dump(value)
            if argument.style is not None and dumped is not None:
                from .styles import apply_style  # for few parameters

                dumped = Prefixed(apply_style(argument.style, argument.wire_name, dumped))
        except Exception as error:  # a user's own serializer may raise anything
            problems += _refused(argument, value, error)
            continue
        if dumped is None and argument.location not in ("json", "body"):
            # A form, a query, a header and a path have no null.
            if value is None and argument.required:
                problems.append(_missing(argument))
            continue
        problems += _add(wire, argument, dumped)
    if problems:
        raise combined_error(problems, operation.label)
    return wire


Problem = tuple[str, str]
"""The rule with what was found, and the remedy."""


def _add(wire: Wire, argument: Argument, dumped: Any) -> list[Problem]:
    """Add the wire value of an argument, which may be several values by their keys."""
    if argument.required and argument.location not in ("json", "body") and _is_empty(dumped):
        return [_empty(argument)]
    values = wire.setdefault(argument.location, {})
    if type(dumped) is not Prefixed:
        values[argument.wire_name] = dumped
        return []
    problems = [_taken(argument, key) for key in dumped if key in values]
    values.update(dumped)
    return problems


def _unknown(operation: Operation, arguments: Mapping[str, Any]) -> list[Problem]:
    known = [*operation.arguments, *filter(None, [operation.whole_body])]
    return [
        (f"{name!r} is not a parameter.", known_names(name, known, "Parameters"))
        for name in arguments
        if name not in known
    ]


def _taken(argument: Argument, key: str) -> Problem:
    return (
        f"the parameter {argument.name!r} has a member {key!r}, which another parameter sends.",
        "Give each of them once.",
    )


def _missing(argument: Argument) -> Problem:
    expected = argument.serializer.expects
    return f"the parameter {argument.name!r} is missing.", f"Give {expected}."


def _is_empty(dumped: Any) -> bool:
    """Whether nothing is sent of a wire value: of a list without items, a map without members."""
    return all(each == [] for each in (dumped.values() if type(dumped) is Prefixed else [dumped]))


def _empty(argument: Argument) -> Problem:
    return (
        f"the required parameter {argument.name!r} is empty, so nothing of it would be sent.",
        f"Give {argument.serializer.expects}, with at least one item.",
    )


def _refused(argument: Argument, value: Any, error: Exception) -> list[Problem]:
    if argument.sensitive:
        # The text of the error is left out as well: it may quote the value.
        return [
            (
                f"the value of the parameter {argument.name!r} cannot be sent.",
                f"Give {argument.serializer.expects}.",
            )
        ]
    problems = problems_of(error, argument.name, value, argument.serializer.expects)
    return [(each.found.format(repr(each.path)), each.remedy) for each in problems]


def combined_error(problems: list[Problem], label: str) -> ParameterError:
    """One error for all problems, each with its remedy."""
    *first, last = problems
    lines = [compose(*problem) for problem in first]
    return ParameterError("\n".join([*lines, compose(*last, label)]))
