"""Parameters: the options of an operation's command, from its declaration."""

from __future__ import annotations

import re
import typing
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import attrs
import click
from click.shell_completion import CompletionItem

from ..declare.annotations import is_decimal, is_union, plain_type
from ..declare.file_types import is_file_type
from ..declare.unset import UNSET
from ..display.operations import descriptions_of
from ..plan.operation import Operation
from .arguments import Given, choices_of, is_list, option_name, read_arguments
from .misuse import misuse, names_like
from .points import Point

_KEY, _TEXT, _JSON = "key_", "text_", "json_"
"""How the names of click's parameters begin, which stand for keys, texts and JSON."""


class _Value(click.ParamType[str]):
    """A value of a parameter, as text; TAB completes those of a type that has few."""

    name = "value"

    def __init__(self, kind: Any) -> None:
        self._kind = kind

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        if incomplete.startswith("@"):
            return [CompletionItem(incomplete[1:], type="file", prefix="@")]
        begun = [each for each in choices_of(self._kind) if each.startswith(incomplete)]
        return [CompletionItem(each) for each in begun]


def options_of(point: Point, taken: frozenset[str]) -> list[click.Parameter]:
    """The options of an operation: its keys that are not known yet, and its parameters.

    taken: the names of the command's own options; a parameter of such a name is given as
    `name=value`.
    """
    operation = point.operation
    assert operation is not None
    options: list[click.Parameter] = []
    for index, (name, value) in enumerate(point.keys):
        if value is None:
            options.append(_option(f"{_KEY}{index}", name, str, "key in the path; required"))
    for name, each in operation.parameters.items():
        if option_name(name) in _used(point, taken):
            continue
        options.append(_option(f"{_TEXT}{name}", name, each.kind, _help_of(operation, name)))
        as_json = click.Option(
            [f"{_JSON}{name}", f"{option_name(name)}:"], multiple=True, hidden=True
        )
        options.append(as_json)
    options.append(click.Argument(["pairs"], nargs=-1, metavar="[NAME=VALUE]..."))
    return options


def hidden_parameters(point: Point, taken: frozenset[str]) -> list[tuple[str, tuple[str, str]]]:
    """The parameters that have no option: the name of each, and its line in the help."""
    operation = point.operation
    assert operation is not None
    used = _used(point, taken)
    return [
        (name, (f"{name}={metavar_of(each.kind)}", _help_of(operation, name)))
        for name, each in operation.parameters.items()
        if option_name(name) in used
    ]


def _used(point: Point, taken: frozenset[str]) -> frozenset[str]:
    """The options that are not those of parameters."""
    return taken | {option_name(name) for name, value in point.keys if value is None}


def _help_of(operation: Operation, name: str) -> str:
    each = operation.parameters[name]
    said = descriptions_of(operation).get(name)
    return "; ".join(_facts(each.kind, each.default, said))


def _option(key: str, name: str, kind: Any, text: str) -> click.Option:
    return click.Option(
        [key, option_name(name)],
        multiple=True,
        type=_Value(kind),
        metavar=metavar_of(kind),
        help=text,
    )


def _facts(kind: Any, default: Any, said: str | None) -> Iterator[str]:
    """What the help says of a parameter."""
    if default is ...:
        yield "required"
    if is_list(kind):
        yield "may be repeated"
    if default is not ... and default is not UNSET and default is not None:
        yield f"default {default}"
    if choices := choices_of(kind):
        yield f"one of {', '.join(choices)}"
    if said:
        yield said


def metavar_of(kind: Any) -> str:
    """What stands for a value of a type in a help.

    >>> metavar_of(int | None), metavar_of(list[datetime]), metavar_of(dict[str, str])
    ('INTEGER', 'DATE-TIME', 'JSON')
    """
    plain, _ = plain_type(kind)
    if is_file_type(plain):
        return "@FILE"
    if is_union(plain):
        return "|".join(dict.fromkeys(map(metavar_of, typing.get_args(plain))))
    origin: Any = typing.get_origin(plain) or plain
    if isinstance(origin, type) and origin is list:
        members: list[Any] = [*typing.get_args(plain), str]
        return metavar_of(members[0])
    if choices_of(plain):
        return "BOOLEAN" if plain is bool else "CHOICE"
    if is_decimal(plain):
        return "NUMBER"
    return _METAVARS.get(origin, "JSON")


_METAVARS: Mapping[Any, str] = {
    str: "TEXT",
    int: "INTEGER",
    float: "NUMBER",
    datetime: "DATE-TIME",
    date: "DATE",
    Any: "TEXT",
    object: "TEXT",
}


@attrs.frozen
class GivenCall:
    """What a command line gives an operation: its keys, in order, and its arguments."""

    keys: Sequence[str]
    arguments: Mapping[str, Any]


def read_call(point: Point, values: Mapping[str, Any], optional: bool = False) -> GivenCall:
    """The keys and arguments of a call. optional: whether those that are required may be missing.

    Raises ParameterError for a key or a parameter that is missing, unknown or of another type.
    """
    operation = point.operation
    assert operation is not None
    given: dict[str, list[Given]] = {}
    for option, texts in values.items():
        for prefix in (_TEXT, _JSON):
            if option.startswith(prefix) and texts:
                name = option.removeprefix(prefix)
                given.setdefault(name, []).extend(Given(each, prefix == _JSON) for each in texts)
    for pair in values["pairs"]:
        name, found = _read_pair(operation, pair)
        given.setdefault(name, []).append(found)
    if not optional:
        _refuse_missing(operation, given)
    return GivenCall(_read_keys(point, values), read_arguments(operation, given))


def _read_keys(point: Point, values: Mapping[str, Any]) -> list[str]:
    keys: list[str] = []
    for index, (name, value) in enumerate(point.keys):
        given: Sequence[str] = values.get(f"{_KEY}{index}", ())
        if value is None and len(given) != 1:
            problem = "is missing" if not given else "is given twice"
            raise misuse(
                f"the key {option_name(name)} {problem}.",
                f"Write {option_name(name)} VALUE, or the key after the name that it belongs to.",
            )
        keys.append(value if value is not None else given[0])
    return keys


def _read_pair(operation: Operation, pair: str) -> tuple[str, Given]:
    """The parameter of a `name=value` or `name:=json`."""
    found = re.fullmatch(r"(?s)([^=:]+)(:?=)(.*)", pair)
    if found is None:
        raise misuse(
            f"{pair!r} is not a parameter.",
            "Write name=value, or name:=json; names of operations and keys come before the first "
            "option.",
        )
    name = found[1].replace("-", "_")
    wire_names = {each.wire_name: key for key, each in operation.arguments.items()}
    for candidate in (name, f"{name}_", wire_names.get(found[1], "")):
        if candidate in operation.parameters:
            return candidate, Given(found[3], found[2] == ":=")
    remedy = names_like(name, operation.parameters, "Parameters", "--help lists them.")
    raise misuse(f"{operation.label} has no parameter {found[1]!r}.", remedy)


def _refuse_missing(operation: Operation, given: Mapping[str, Any]) -> None:
    """Refuse a call without a required parameter; a whole request body replaces its parts."""
    if operation.whole_body in given:
        return
    missing = [
        option_name(name)
        for name, each in operation.parameters.items()
        if each.required and name not in given
    ]
    if missing:
        are = "is" if len(missing) == 1 else "are"
        raise misuse(f"{' and '.join(missing)} {are} missing.", "--help lists what it takes.")
