"""Values: from the text of a command line, and as what is printed."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Any, Literal, TypedDict
from uuid import UUID

import attrs
import pytest
from hypothesis import given, strategies as st

from restmap import (
    Client,
    Download,
    HandlerTransport,
    Model,
    Params,
    Resource,
    Response,
    action,
    collection,
)
from restmap.__main__ import main
from restmap.command_line.arguments import choices_of, is_list, value_of_text
from restmap.command_line.output import json_text, plain_value
from restmap.command_line.parameters import metavar_of
from restmap.errors import CONTROLS


class Colour(Enum):
    RED = "red"


class Size(IntEnum):
    SMALL = 1


class Box(Model):
    size: int
    lid: str | None = None


class Options(TypedDict):
    size: int


@attrs.frozen
class Point:
    x: int


IS_JSON = value_of_text(dict[str, Any], "{}")


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (str, "7", "7"),
        (str, "true", "true"),
        (int, "7", 7),
        (int, "-7", -7),
        (int, "7.5", "7.5"),
        (float, "0.10", "0.10"),
        (Decimal, "0.10", "0.10"),
        (bool, "true", True),
        (bool, "True", "True"),
        (date, "2026-11-24", date(2026, 11, 24)),
        (date, "-30days", "-30days"),
        (datetime, "2026-11-24T10:00:00Z", datetime(2026, 11, 24, 10, tzinfo=UTC)),
        (UUID, "6ba7b810-9dad-11d1-80b4-00c04fd430c8", "6ba7b810-9dad-11d1-80b4-00c04fd430c8"),
        (Literal["a", 1], "1", 1),
        (Literal["a", 1], "b", "b"),
        (Colour, "red", "red"),
        (Size, "1", 1),
        (int | str, "7", 7),
        (int | str, "x", "x"),
        (datetime | int, "7", 7),
        (datetime | int, "2026-11-24", datetime(2026, 11, 24)),
        (Box | str, "x", "x"),
        (Any, '{"a": 1}', '{"a": 1}'),
        (dict[str, int], "{}", IS_JSON),
        (Box, "{}", IS_JSON),
        (Options, "{}", IS_JSON),
        (Sequence[int], "[]", IS_JSON),
        (Box | int, "x", IS_JSON),
    ],
)
def test_a_text_by_type(kind: Any, text: str, value: Any) -> None:
    found = value_of_text(kind, text)

    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("kind", "metavar", "choices", "repeats"),
    [
        (str, "TEXT", [], False),
        (bool, "BOOLEAN", ["true", "false"], False),
        (int | None, "INTEGER", [], False),
        (list[int], "INTEGER", [], True),
        (list[str] | None, "TEXT", [], True),
        (str | list[str], "TEXT", [], True),
        (int | str, "INTEGER|TEXT", [], False),
        (Literal["a", 1], "CHOICE", ["a", "1"], False),
        (list[Literal["a"]], "CHOICE", ["a"], True),
        (Colour, "CHOICE", ["red"], False),
        (Decimal, "NUMBER", [], False),
        (bytes, "@FILE", [], False),
        (Box, "JSON", [], False),
        (list[Box], "JSON", [], True),
    ],
)
def test_what_the_help_says_of_a_type(
    kind: Any, metavar: str, choices: list[str], repeats: bool
) -> None:
    assert (metavar_of(kind), choices_of(kind), is_list(kind)) == (metavar, choices, repeats)


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (None, None),
        (Colour.RED, "red"),
        (Size.SMALL, 1),
        (datetime(2026, 11, 24, 10, tzinfo=UTC), "2026-11-24T10:00:00Z"),
        (date(2026, 11, 24), "2026-11-24"),
        (time(10), "10:00:00"),
        (timedelta(minutes=1), 60.0),
        (Decimal("0.10"), 0.1),
        (Decimal("0.1234567890123456789"), "0.1234567890123456789"),
        (float("inf"), "inf"),
        (UUID(int=7), "00000000-0000-0000-0000-000000000007"),
        (Box(size=1), {"size": 1, "lid": None}),
        (Point(1), {"x": 1}),
        ({"a": (1, Box(size=2))}, {"a": [1, {"size": 2, "lid": None}]}),
        ({1}, [1]),
    ],
)
def test_a_value_as_json_has_it(value: Any, plain: Any) -> None:
    assert plain_value(value) == plain


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text()),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner)),
    max_leaves=10,
)


@given(JSON)
def test_printed_json_is_the_value_and_harmless(value: Any) -> None:
    text = json_text(value)

    assert json.loads(text) == value
    assert not set(text) & {chr(code) for code in [*range(32), *range(127, 160), 0x202E, 0x2028]}
    assert text.encode()


def test_controls_are_those_of_messages() -> None:
    assert re.search(CONTROLS, json_text("\x1b\u202e\ud800")) is None


# -- results that are no records ----------------------------------------------------------------


class Report(Resource, uri="/reports/{id}"):
    id: int

    class Text(Params, method="GET", uri="/text"): ...

    text = action(Text, returns=str)

    class Scan(Params, method="GET", uri="/scan"): ...

    scan = action(Scan, returns=bytes)

    class Content(Params, method="GET", uri="/content"): ...

    content = action(Content, returns=Download)

    class Words(Params, method="GET", uri="/words"): ...

    words = action(Words, returns=list[str])

    class Count(Params, method="GET", uri="/count"): ...

    count = action(Count, returns=int)

    class Boxes(Params, method="GET", uri="/boxes"): ...

    boxes = action(Boxes, returns=list[Box])


BODIES = {
    "text": b"one\x1b\ntwo",
    "scan": b"\x00\xff",
    "content": b"\x00\xff",
    "words": b'["a", "b"]',
    "count": b"7",
    "boxes": b'[{"size": 1, "colour": "red"}]',
}


def respond(request: Any) -> Response:
    return Response(200, {"Content-Length": "2"}, BODIES[request.url.rpartition("/")[2]])


class Reports(Client, host="reports.example"):
    reports = collection(Report)

    def __init__(self, **settings: Any) -> None:
        settings["transport"] = HandlerTransport(respond)
        super().__init__(**settings)


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("text", b"one\x1b\ntwo\n"),
        ("scan", b"\x00\xff"),
        ("content", b"\x00\xff"),
        ("words", b'[\n  "a",\n  "b"\n]\n'),
        ("count", b"7\n"),
        ("boxes", b'[\n  {"colour": "red", "size": 1, "lid": null}\n]\n'),
    ],
)
def test_a_result_that_is_no_record(
    name: str, printed: bytes, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["call", f"{__name__}:Reports", "reports", "7", name]) == 0
    assert capsysbinary.readouterr() == (printed, b"")


def test_a_file_is_written_where_it_shall(tmp_path: Any, capsys: Any) -> None:
    for name in ("scan", "content"):
        file = tmp_path / name
        assert main(["call", f"{__name__}:Reports", "reports", "7", name, "--into", str(file)]) == 0
        assert file.read_bytes() == BODIES[name]
    where = str(tmp_path / "no" / "folder")
    assert main(["call", f"{__name__}:Reports", "reports", "7", "scan", "--into", where]) == 2
    assert capsys.readouterr().err == (
        f"restmap call: {where} cannot be written: No such file or directory. "
        "Choose another place: --into FILE.\n"
    )


def test_a_file_is_not_written_to_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    for name in ("scan", "content"):
        assert main(["call", f"{__name__}:Reports", "reports", "7", name]) == 2
        assert capsys.readouterr().err == (
            "restmap call: the result is a file. Write --into FILE, or redirect the output.\n"
        )
    assert main(["call", f"{__name__}:Reports", "reports", "7", "text"]) == 0
    assert capsys.readouterr().out == "one\\x1b\ntwo\n"
