"""Files of documents: JSON and YAML become plain values, within bounds."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, strategies as st

from restmap.importer.read import parsing
from restmap.importer.read.parsing import DocumentError, parse

values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=20,
)


@given(values)
def test_json_is_read_as_it_is(value: Any) -> None:
    assert parse(json.dumps(value).encode(), "a.json") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "a: 1\n200: b\ntrue: c\nnull: d\n1.5: e\n",
            {"a": 1, "200": "b", "true": "c", "null": "d", "1.5": "e"},
        ),
        ("[on, off, yes, no, y, n]", ["on", "off", "yes", "no", "y", "n"]),
        ("[2024-11-28, 2024-11-28T10:00:00Z]", ["2024-11-28", "2024-11-28T10:00:00Z"]),
        ("[=, 0o17, 0x1f, 017]", ["=", 15, 31, 17]),
        ("{url: https://a.example/b:c}", {"url": "https://a.example/b:c"}),
        ("{a: 12:30, b: [c:d]}", {"a": "12:30", "b": ["c:d"]}),
        ("a: &x {b: 1}\nc: *x\n", {"a": {"b": 1}, "c": {"b": 1}}),
        ("\ufeffa: 1\n", {"a": 1}),
        ("", None),
    ],
)
def test_yaml_is_read_as_its_version_1_2_has_it(text: str, value: Any) -> None:
    assert parse(text.encode(), "a.yaml") == value


def nested(depth: int) -> str:
    return "[" * depth + "]" * depth


def bomb() -> str:
    """Two hundred lines that stand for 2 to the power of 200 values."""
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 200))]
    return "\n".join(lines)


TOO_DEEP = "a.{} has values nested more than 200 deep."


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("a.json", nested(201), TOO_DEEP.format("json")),
        ("a.json", nested(100_000), TOO_DEEP.format("json")),
        ("a.yaml", nested(201), TOO_DEEP.format("yaml")),
        ("a.yaml", nested(100_000), TOO_DEEP.format("yaml")),
        ("a.yaml", "- " * 100_000, TOO_DEEP.format("yaml")),
        ("a.yaml", bomb(), "a.yaml stands for more than 5,000,000 values."),
        ("a.yaml", "a: &a [*a]", "a.yaml has an alias that refers to a value around it."),
        ("a.yaml", "? [a]\n: b\n", "a.yaml has the key ('a',), which is not text."),
        ("a.yaml", "a: .inf\n", "a.yaml has the number inf, which JSON lacks."),
        ("a.json", '{"a": NaN}', "a.json is not JSON: NaN is not a number of JSON (RFC 8259 6)."),
        ("a.json", '{"a": 1, "a": 2}', "a.json is not JSON: an object has the key 'a' twice."),
        (
            "a.yaml",
            "a: 1\na: 2\n",
            'a.yaml is not YAML 1.2: line 2: found duplicate key "a" with value "2" '
            '(original value: "1").',
        ),
        (
            "a.yaml",
            "a: !!python/object/apply:os.system [ls]\n",
            "a.yaml is not YAML 1.2: line 1: could not determine a constructor for the tag "
            "'tag:yaml.org,2002:python/object/apply:os.system'.",
        ),
        ("a.json", "[1" + "0" * 5000 + "]", "a.json is not JSON: Exceeds the limit"),
        ("a.yaml", "a: 1" + "0" * 5000, "a.yaml has a value that cannot be read: Exceeds the"),
    ],
)
def test_what_cannot_be_read_is_refused(name: str, text: str, found: str) -> None:
    with pytest.raises(DocumentError) as caught:
        parse(text.encode(), name)

    assert str(caught.value).split("\n")[0].startswith(found)


def test_bytes_that_are_not_text_are_refused() -> None:
    with pytest.raises(DocumentError) as caught:
        parse(b'{"a": "\xff"}', "a.json")

    assert str(caught.value) == (
        "a.json is not UTF-8: byte 7 is 0xff.\n  Save the document as UTF-8."
    )


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "MAX_FILE_BYTES", 10)
    with pytest.raises(DocumentError) as caught:
        parse(b'{"a": "bcdef"}', "a.json")

    assert str(caught.value) == (
        "a.json has 14 bytes; the maximum is 10.\n  Split the document into several files."
    )
