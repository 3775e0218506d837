"""Decoding JSON with the speed extra: the same values and errors as with `json`."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
from hypothesis import example, given, strategies as st

from restmap.json_codec import _msgspec_decoder, decode

# Spaces before a JSON text mean nothing (RFC 8259 2), and make it large enough for msgspec.
PADDING = b" " * 20_000


def outcome(decode: Any, body: bytes) -> tuple[str, Any]:
    """The outcome: a value, distinct from equal values of other types, or an error."""
    try:
        return "value", told_apart(decode(body))
    except (ValueError, RecursionError) as error:
        return type(error).__name__, str(error)


def told_apart(value: Any) -> Any:
    """A value that compares as JSON: 1, 1.0 and True differ, NaN is NaN, keys have an order."""
    if isinstance(value, dict):
        return "dict", [(name, told_apart(each)) for name, each in value.items()]
    if isinstance(value, list):
        return "list", [told_apart(each) for each in value]
    if isinstance(value, float):
        return "float", "nan" if math.isnan(value) else value.hex()
    return type(value).__name__, value


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(min_value=-(2**70), max_value=2**70)
    | st.floats()
    | st.text()
    | st.text(st.characters(categories=["Cs", "Cc", "Ll"]))  # surrogates, and control characters
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(), inner, max_size=5),
    max_leaves=20,
)
# The tokens of JSON, put together in any order: most results are not JSON.
PIECES = st.sampled_from(
    [
        *('{}[],:"', '"a"', "\\u00e9", "\\ud83d", "\\ude00", "\\x", " ", "\n", "\x00", "\x7f"),
        *("1", "-", "0", "01", "1.", ".5", "1e9", "-0", "-0.0", "1E+2", "1e999", "-1e-999"),
        *("NaN", "Infinity", "-Infinity", "null", "true", "nul", "'", "/*", "9" * 25),
        *("é", "\ufeff", "\u2028", *'{}[],:"'),
    ]
)


@given(VALUES, st.booleans(), st.sampled_from([None, 2]))
def test_a_value_is_read_as_json_reads_it(value: Any, escaped: bool, indent: int | None) -> None:
    text = json.dumps(value, ensure_ascii=escaped, indent=indent)
    body = PADDING + text.encode("utf-8", "surrogatepass")

    assert outcome(decode, body) == outcome(json.loads, body)


@given(st.lists(PIECES, max_size=12).map("".join))
@example('{"a":1,"a":2}')
@example("1" * 5000)
@example("[1,]")
def test_what_is_hardly_json_is_read_or_refused_as_json_does(text: str) -> None:
    body = PADDING + text.encode()

    assert outcome(decode, body) == outcome(json.loads, body)


@given(st.binary(max_size=30))
@example(b'"\xff"')
@example(b'"\xed\xa0\x80"')
@example(b"\x00")
def test_any_bytes_are_read_or_refused_as_json_does(data: bytes) -> None:
    for body in (PADDING + data, data + PADDING):
        assert outcome(decode, body) == outcome(json.loads, body)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32", "utf-32-be"])
def test_other_encodings_are_read(encoding: str) -> None:
    body = ('{"name": "Zoë"}' + " " * 20_000).encode(encoding)

    assert decode(body) == {"name": "Zoë"}


@pytest.mark.parametrize("opened", [b"[", b'{"a":'])
def test_what_is_too_deep_is_too_deep_for_both(opened: bytes) -> None:
    body = PADDING + opened * 100_000

    with pytest.raises(RecursionError):
        json.loads(body)
    with pytest.raises(RecursionError):
        decode(body)


def test_depth_that_json_takes_is_taken() -> None:
    body = PADDING + b"[" * 500 + b"]" * 500

    assert decode(body) == json.loads(body)


def test_the_extra_is_what_is_tested() -> None:
    """Without msgspec, the tests above would compare `json` with itself."""
    fast = _msgspec_decoder()

    assert fast is not None
    assert fast(b"[1]") == [1]
