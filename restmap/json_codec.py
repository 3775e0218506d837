"""Decoding of JSON: by msgspec where it is installed, with the results of Python's own `json`.

`pip install 'restmap[speed]'` installs msgspec. The environment variable RESTMAP_SPEED=off turns it
off, and RESTMAP_SPEED=always uses it for small bodies too, as the tests do.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from typing import Any, cast

# Below this, msgspec saves little beside the time of a request, and importing it takes some 15 ms.
_MIN_BYTES_FOR_MSGSPEC = 16 * 1024


class WrittenFloat(float):
    """A float that knows the digits it was written with, of which a float may lose some."""

    __slots__ = ("digits",)

    digits: str

    def __new__(cls, digits: str) -> WrittenFloat:
        self = super().__new__(cls, digits)
        self.digits = digits
        return self

    def __str__(self) -> str:
        return self.digits

    def __reduce__(self) -> tuple[type[WrittenFloat], tuple[str]]:
        return type(self), (self.digits,)


def decode(body: bytes, *, exact: bool = False) -> Any:
    """The value of a JSON text.

    exact: whether each float is a WrittenFloat, which costs time.
    Raises ValueError or RecursionError, as `json.loads` does.

    >>> decode(b'{"count": 12345678901234567890123}')
    {'count': 12345678901234567890123}
    """
    if exact:
        return _exact_decoder()(body)
    if len(body) >= _min_bytes():
        fast = _msgspec_decoder()
        if fast is not None:
            try:
                return fast(body)
            except (ValueError, RecursionError):
                # msgspec refuses some text that `json` accepts: NaN, 1e999, half of a surrogate
                # pair, UTF-16. Where both refuse, the error is that of `json`.
                pass
    return _json_decoder()(body)


def without_depth(value: Any, levels: int) -> Any:
    """A JSON value in which "…" stands for lists and objects that are nested more deeply.

    levels: how many levels of lists and objects are kept.

    >>> without_depth({"a": [[1], 2]}, 2)
    {'a': ['…', 2]}
    """
    if not isinstance(value, dict | list):
        return value
    if levels == 0:
        return "…"
    if isinstance(value, dict):
        members = cast("dict[str, Any]", value).items()
        return {name: without_depth(each, levels - 1) for name, each in members}
    return [without_depth(each, levels - 1) for each in cast("list[Any]", value)]


@functools.cache
def _min_bytes() -> float:
    """The size from which msgspec decodes a body."""
    setting = os.environ.get("RESTMAP_SPEED", "")
    return {"off": float("inf"), "always": 0}.get(setting, _MIN_BYTES_FOR_MSGSPEC)


@functools.cache
def _msgspec_decoder() -> Callable[[bytes], Any] | None:
    try:
        from msgspec.json import Decoder
    except ImportError:
        return None
    return Decoder().decode


@functools.cache
def _json_decoder() -> Callable[[bytes], Any]:
    import json

    return json.loads


@functools.cache
def _exact_decoder() -> Callable[[bytes], Any]:
    import json

    return functools.partial(json.loads, parse_float=WrittenFloat)
