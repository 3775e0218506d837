"""JSON decoded: by msgspec where it is installed, and with the results of Python's own `json`.

`pip install 'restmap[speed]'` installs it. In the environment, RESTMAP_SPEED=off leaves it alone,
and RESTMAP_SPEED=always gives it the smallest body too, as the tests do.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from typing import Any

# What it saves on less is nothing beside a request, and importing it takes some 15 ms.
_WORTH_IT_BYTES = 16 * 1024


def decode(body: bytes) -> Any:
    """The value of a JSON text.

    Raises ValueError or RecursionError, as `json.loads` does.

    >>> decode(b'{"count": 12345678901234567890123}')
    {'count': 12345678901234567890123}
    """
    if len(body) >= _least_bytes():
        fast = _msgspec_decoder()
        if fast is not None:
            try:
                return fast(body)
            except (ValueError, RecursionError):
                # It refuses some that `json` takes: NaN, 1e999, half of a surrogate pair, UTF-16.
                # Where both refuse, `json` says why.
                pass
    return _json_decoder()(body)


@functools.cache
def _least_bytes() -> float:
    """How large a body has to be for msgspec."""
    wanted = os.environ.get("RESTMAP_SPEED")
    return {"off": float("inf"), "always": 0}.get(wanted or "", _WORTH_IT_BYTES)


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
