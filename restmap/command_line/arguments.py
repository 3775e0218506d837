"""Arguments: the values of parameters, from the text of a command line.

Most types take text as it is, and the library checks it like any other value. Here is what text
cannot be: true and false, numbers, dates, lists and JSON; and what stands for other text: `@file`
and `-`.
"""

from __future__ import annotations

import re
import sys
import typing
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any, cast

import attrs

from ..declare.annotations import is_decimal, is_union, is_uuid, plain_type
from ..declare.file_types import is_file_type
from ..declare.inference import serializer_for
from ..declare.json_text import wire_text
from ..declare.members import has_members
from ..errors import ParameterError, shown_value
from ..json_codec import decode
from ..plan.operation import Operation
from ..sensitive import is_sensitive
from .misuse import misuse


@attrs.frozen
class Given:
    """The text of one parameter. is_json: whether it was written as `name:=json`."""

    text: str
    is_json: bool = False


def read_arguments(operation: Operation, given: Mapping[str, Sequence[Given]]) -> dict[str, Any]:
    """The arguments of a call, from the texts of each parameter.

    Raises ParameterError for text that is not of the type, for a second text of a parameter that
    is no list, and for a file that cannot be read.
    """
    arguments: dict[str, Any] = {}
    for name, texts in given.items():
        parameter = operation.parameters[name]
        try:
            arguments[name] = _read_values(name, parameter.kind, texts)
        except ParameterError:
            if parameter.sensitive or is_sensitive(name, frozenset()):
                # The message would show what was given.
                shown = f"the value of {option_name(name)} cannot be read."
                raise misuse(shown, "--help says what it is.") from None
            raise
    return arguments


def is_list(kind: Any) -> bool:
    """Whether a parameter of a type may be given several times."""
    plain, _ = plain_type(kind)
    members = typing.get_args(plain) if is_union(plain) else (plain,)
    return any((typing.get_origin(each) or each) in (list, Sequence) for each in members)


def choices_of(kind: Any) -> list[str]:
    """The values of a type that has few of them, as text."""
    plain, _ = plain_type(kind)
    origin = typing.get_origin(plain)
    if origin is typing.Literal:
        return [wire_text(each) for each in typing.get_args(plain)]
    if is_union(plain) or origin is list:
        return [text for each in typing.get_args(plain) for text in choices_of(each)]
    if isinstance(plain, type) and issubclass(plain, Enum):
        return [wire_text(each.value) for each in plain]
    return ["true", "false"] if plain is bool else []


def _read_values(name: str, kind: Any, texts: Sequence[Given]) -> Any:
    plain, _ = plain_type(kind)
    if texts[0].is_json or not is_list(plain):
        if len(texts) > 1:
            raise _unfit(name, texts[1].text, "it is given twice", "Give it once.")
        return _read_value(name, plain, texts[0])
    members = typing.get_args(plain) if is_union(plain) else (plain,)
    (sequence,) = [each for each in members if is_list(each)][:1]
    items = typing.get_args(sequence) or (str,)
    return [_read_value(name, plain_type(items[0])[0], each) for each in texts]


def _read_value(name: str, kind: Any, given: Given) -> Any:
    if given.is_json:
        return _read_json(name, _content(name, given.text))
    if is_file_type(kind):
        return _read_file(name, given.text)
    text = _content(name, given.text)
    value = value_of_text(kind, text)
    if kind is bool and not isinstance(value, bool):
        raise _unfit(name, text, "it is true or false", "Write one of them.")
    return _read_json(name, text) if value is _IS_JSON else value


def _content(name: str, text: str) -> str:
    """The text, or what it stands for: `@file` for that of a file, `-` for standard input."""
    if text == "-":
        return sys.stdin.read()
    if not text.startswith("@"):
        return text
    try:
        return Path(text[1:]).read_text(encoding="utf-8")
    except OSError as error:
        raise _unfit(name, text, str(error.strerror), "Give the path of a file.") from None
    except ValueError:
        raise _unfit(name, text, "the file is not UTF-8", "Convert it.") from None


def _read_file(name: str, text: str) -> Any:
    """The content of a parameter that is a file: it is streamed, not read here."""
    if text == "-":
        return sys.stdin.buffer
    if text.startswith("@"):
        path = Path(text[1:])
        if not path.is_file():
            raise _unfit(name, text, "there is no such file", "Give the path of a file.")
        return path
    raise _unfit(name, text, "it is a file", f"Write @{text} for a file, or - for standard input.")


def _read_json(name: str, text: str) -> Any:
    try:
        return decode(text.encode())
    except (ValueError, RecursionError) as error:
        raise _unfit(name, text, f"it is not JSON: {error}", "Write JSON, in quotes.") from None


_IS_JSON: Any = object()


def value_of_text(kind: Any, text: str) -> Any:
    """The value of a text by type; the text itself where the library takes text for the type.

    >>> value_of_text(bool, "true"), value_of_text(int, "7"), value_of_text(float, "0.10")
    (True, 7, '0.10')
    """
    if kind is bool and text in ("true", "false"):
        return text == "true"
    if kind is int and re.fullmatch(r"[+-]?[0-9]+", text):
        return int(text)
    if kind in (datetime, date):
        return _date_of_text(kind, text)
    if is_union(kind):
        return _value_of_union(typing.get_args(kind), text)
    origin: Any = typing.get_origin(kind) or kind
    if origin is typing.Literal or (isinstance(origin, type) and issubclass(origin, Enum)):
        members: list[Any] = [*typing.get_args(kind)] or [
            each.value for each in cast("Any", origin)
        ]
        return next((each for each in members if wire_text(each) == text), text)
    is_text = origin in (str, bool, int, float, Any, object) or is_decimal(kind) or is_uuid(kind)
    return text if is_text or not _is_structured(origin) else _IS_JSON


def _is_structured(origin: Any) -> bool:
    """Whether the values of a type are objects and lists, which are written as JSON."""
    if not isinstance(origin, type):
        return False
    is_object = has_members(origin) or hasattr(origin, "__total__")  # a TypedDict has the latter
    return is_object or issubclass(origin, Mapping | Sequence)


def _date_of_text(kind: Any, text: str) -> Any:
    try:
        return datetime.fromisoformat(text) if kind is datetime else date.fromisoformat(text)
    except ValueError:
        return text  # of another form that the API has


def _value_of_union(kinds: Sequence[Any], text: str) -> Any:
    """The value of the first type that takes the text; text comes last, since it takes any."""
    for kind in sorted((plain_type(each)[0] for each in kinds), key=lambda each: each is str):
        value = value_of_text(kind, text)
        serializer = serializer_for(kind)
        if value is _IS_JSON or serializer is None:
            continue
        try:
            serializer.dump(value)
        except (ValueError, TypeError):
            continue
        return value
    return text if str in kinds else _IS_JSON


def _unfit(name: str, text: str, reason: str, remedy: str) -> ParameterError:
    return misuse(f"{option_name(name)} cannot be {shown_value(text)}: {reason}.", remedy)


def option_name(name: str) -> str:
    """The option of a parameter.

    >>> option_name("from_"), option_name("status_callback")
    ('--from', '--status-callback')
    """
    return f"--{name.strip('_').replace('_', '-')}"
