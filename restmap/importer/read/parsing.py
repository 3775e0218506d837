"""Parsing: the bytes of a JSON or YAML file become plain values, within bounds."""

from __future__ import annotations

import contextlib
import gc
import json
import math
from collections.abc import Generator
from typing import Any, TypeAlias, cast

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.resolver import VersionedResolver

from ...errors import RestmapError, compose

MAX_FILE_BYTES = 64 * 1024 * 1024
MAX_DEPTH = 200
"""The maximum nesting of values. Schemas written by people are nested less than 30 deep."""
MAX_VALUES = 5_000_000
"""The maximum number of values with all aliases expanded: a few lines of YAML can make billions."""

Value: TypeAlias = "dict[str, Value] | list[Value] | str | int | float | bool | None"


class DocumentError(RestmapError):
    """A document that cannot be read. The message has the problem, the remedy and the place."""


def document_error(problem: str, remedy: str, place: str | None = None) -> DocumentError:
    """The error for a document that cannot be read."""
    return DocumentError(compose(problem, remedy, place))


def parse(data: bytes, name: str) -> Value:
    """The values in a file: JSON if its name ends with `.json`, else YAML 1.2.

    All keys become text, such as the status code `200` in a YAML document. Raises DocumentError for
    invalid JSON or YAML, for a duplicate key, and for a file that exceeds one of the maxima above.
    """
    if len(data) > MAX_FILE_BYTES:
        raise document_error(
            f"{name} has {len(data):,} bytes; the maximum is {MAX_FILE_BYTES:,}.",
            "Split the document into several files.",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise document_error(
            f"{name} is not UTF-8: byte {error.start} is {data[error.start]:#04x}.",
            "Save the document as UTF-8.",
        ) from None
    try:
        with _collector_paused():
            if name.endswith(".json"):
                return _load_json(text, name)
            return _Copier(name).copy(_load_yaml(text, name), 0)
    except RecursionError:
        raise _too_deep(name) from None


@contextlib.contextmanager
def _collector_paused() -> Generator[None]:
    """Pause the garbage collector: half of the time it takes to read a large document is its.

    It looks at all values that were read again and again, and none of them is garbage yet. After
    each file it goes on: the parser leaves classes behind that only it can free.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _too_deep(name: str) -> DocumentError:
    return document_error(
        f"{name} has values nested more than {MAX_DEPTH} deep.",
        "Give inner schemas names under components/schemas, and refer to them.",
    )


def _load_json(text: str, name: str) -> Value:
    def number(literal: str) -> float:
        return _finite(float(literal), name)

    try:
        value: Value = json.loads(
            text, object_pairs_hook=_object, parse_constant=_refuse_constant, parse_float=number
        )
    except ValueError as error:
        raise document_error(
            f"{name} is not JSON: {error}.", "Correct it, or name a YAML file '.yaml'."
        ) from None
    _check_levels(value, name)
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        keys = [key for key, _ in pairs]
        duplicate = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"an object has the key {duplicate!r} twice")
    return members


def _refuse_constant(text: str) -> Any:
    raise ValueError(f"{text} is not a number of JSON (RFC 8259 6)")


def _finite(number: float, name: str) -> float:
    if not math.isfinite(number):
        raise document_error(
            f"{name} has the number {number}, which JSON lacks.", "Quote it as text."
        )
    return number


def _check_levels(value: Value, name: str) -> None:
    """Refuse a value that is nested too deep, or has too many in it, one level after the other."""
    level, count = [value], 1
    for _ in range(MAX_DEPTH):
        level = [
            inner
            for each in level
            if isinstance(each, dict | list)
            for inner in (each.values() if isinstance(each, dict) else each)
        ]
        count += len(level)
        if count > MAX_VALUES:
            raise _too_many(name)
    if any(isinstance(each, dict | list) for each in level):
        raise _too_deep(name)


def _too_many(name: str) -> DocumentError:
    return document_error(
        f"{name} stands for more than {MAX_VALUES:,} values.",
        "Use references in place of aliases within aliases.",
    )


def _load_yaml(text: str, name: str) -> Any:
    try:
        try:
            return _loaded_yaml(text, name, _PARSER_IN_C)
        except YAMLError:  # the parser in C is six times as fast, but does not know all of YAML 1.2
            return _loaded_yaml(text, name, _yaml_parser(pure=True))
    except YAMLError as error:
        raise document_error(
            f"{name} is not YAML 1.2: {_problem(error)}.",
            "Correct it, or name a JSON file '.json'.",
        ) from None
    except ValueError as error:  # such as a number of thousands of digits
        raise document_error(
            f"{name} has a value that cannot be read: {error}.", "Quote it, if it is text."
        ) from None


def _scalar_text(constructor: Any, node: Any) -> str:
    return str(constructor.construct_scalar(node))


def _yaml_parser(pure: bool) -> Any:
    yaml: Any = YAML(typ="safe", pure=pure)
    # Dates and `=` stay the text that they are in JSON.
    for tag in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:value"):
        yaml.constructor.add_constructor(tag, _scalar_text)
    return yaml


class _Resolver(VersionedResolver):
    """What plain scalars mean in YAML 1.2.

    The parser in C does not tell which version of YAML a file says it has, and asking for it at
    each scalar takes a third of the time.
    """

    @property
    def processing_version(self) -> tuple[int, int]:
        return 1, 2


def _loaded_yaml(text: str, name: str, yaml: Any) -> Any:
    # Each level takes a character at least, and the parser in C fails after tens of thousands.
    if len(text) > _MAX_SHALLOW:
        _check_depth(yaml.parse(text), name)
    return yaml.load(text)


_MAX_SHALLOW = 2_000

# To make a parser takes as long as to read a small file. That in Python keeps the version of YAML
# that a file says it has, so that each file needs one of its own.
_PARSER_IN_C = _yaml_parser(pure=False)
_PARSER_IN_C.Resolver = _Resolver


def _problem(error: Any) -> str:
    """The problem that a YAML parser reports, with its line, without the lines that it quotes."""
    mark, problem = getattr(error, "problem_mark", None), getattr(error, "problem", None)
    message = " ".join(str(problem or error).split())[:200]
    return f"line {mark.line + 1}: {message}" if mark is not None else message


def _check_depth(events: Any, name: str) -> None:
    """Refuse deep nesting in the flat sequence of events, before the parser recurses into it."""
    depth = 0
    for event in events:
        kind = type(event).__name__
        if kind.endswith("StartEvent"):
            depth += 1
            if depth > MAX_DEPTH:
                raise _too_deep(name)
        elif kind.endswith("EndEvent"):
            depth -= 1


class _Copier:
    """Copies parsed values with text as keys. Aliased values stay shared, and are counted."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._copies: dict[int, tuple[Value, int]] = {}
        self._open: set[int] = set()

    def copy(self, value: Any, depth: int) -> Value:
        return self._copy_counted(value, depth)[0]

    def _copy_counted(self, value: Any, depth: int) -> tuple[Value, int]:
        """The copy, and the number of values in it with every alias expanded."""
        if not isinstance(value, dict | list):
            return self._plain(value), 1
        container = cast("dict[Any, Any] | list[Any]", value)
        key = id(container)
        known = self._copies.get(key)
        if known is None:
            if key in self._open:
                raise document_error(
                    f"{self._name} has an alias that refers to a value around it.",
                    "Break the circle.",
                )
            if depth >= MAX_DEPTH:
                raise _too_deep(self._name)
            self._open.add(key)
            known = self._copies[key] = self._copy_container(container, depth + 1)
            self._open.discard(key)
        if known[1] > MAX_VALUES:
            raise _too_many(self._name)
        return known

    def _copy_container(
        self, container: dict[Any, Any] | list[Any], depth: int
    ) -> tuple[Value, int]:
        if isinstance(container, list):
            items = [self._copy_counted(each, depth) for each in container]
            return [copy for copy, _ in items], 1 + sum(count for _, count in items)
        pairs = [
            (self._key(key), self._copy_counted(each, depth)) for key, each in container.items()
        ]
        return (
            {key: copy for key, (copy, _) in pairs},
            1 + sum(count for _, (_, count) in pairs),
        )

    def _key(self, key: Any) -> str:
        if (
            isinstance(key, bool) or key is None
        ):  # these keys become the text that YAML writes for them
            return {True: "true", False: "false", None: "null"}[key]
        if isinstance(key, str | int | float):
            return str(key)
        raise document_error(
            f"{self._name} has the key {key!r:.60}, which is not text.", "Write keys as text."
        )

    def _plain(self, value: Any) -> Value:
        if isinstance(value, float):
            return _finite(value, self._name)
        return value if value is None or isinstance(value, str | int | float) else str(value)
