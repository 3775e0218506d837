"""The command line in a terminal: tables, colours, progress, questions, Ctrl-C and TAB."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from restmap.sandbox import Sandbox
from tests.importer.desk import DESK

from .conftest import SHOP, add_orders
from .shop import Order
from .terminal import Terminal, has_ended, output_of, require_tmux

ROOT = Path(__file__).parents[2]


@pytest.fixture
def terminal(sandbox: Sandbox, tmp_path: Path) -> Iterator[Terminal]:
    require_tmux()
    variables = {
        "SHOP_TOKEN": sandbox.token,
        "RESTMAP_BASE_URL": sandbox.url,
        "PYTHONPATH": str(ROOT),
    }
    terminal = Terminal(tmp_path, variables)
    try:
        yield terminal
    finally:
        terminal.close()


def test_a_table_has_the_columns_that_fit(terminal: Terminal, sandbox: Sandbox) -> None:
    add_orders(sandbox, 3)
    sandbox.add(Order, note="x" * 60, state="open", tags=["a"])

    lines = output_of(terminal.run(f"restmap list {SHOP} orders"))
    assert lines[0].split() == ["id", "note", "state", "total", "placed_at", "express", "count"]
    assert lines[1].split() == ["1", "note", "1", "open", "1.0"]
    assert lines[4].startswith(f"4   {'x' * 39}…  open")
    assert lines[5] == "3 more fields: --fields chooses, --output json has all."
    assert all(len(each) <= 90 for each in lines)
    assert "\x1b[1mid" in terminal.screen(colours=True)

    lines = output_of(terminal.run(f"restmap list {SHOP} orders --fields note,tags,id"))
    assert [each.split()[-1] for each in lines] == ["id", "1", "2", "3", "4"]


def test_a_record_is_a_table_of_its_fields(terminal: Terminal, sandbox: Sandbox) -> None:
    add_orders(sandbox, 1)

    lines = output_of(terminal.run(f"restmap call {SHOP} orders 1 fetch"))
    assert lines[:4] == ["id         1", "note       note 1", "state      open", "total      1.0"]


def test_an_error_is_one_red_line(terminal: Terminal) -> None:
    (line,) = output_of(terminal.run(f"restmap call {SHOP} orders 7 fetch"))
    assert line.startswith("restmap call: status 404: ")
    assert "\x1b[31mrestmap call:" in terminal.screen(colours=True)

    terminal.run(f"NO_COLOR=1 restmap call {SHOP} orders 7 fetch")
    assert "\x1b[31m" not in terminal.screen(colours=True)


def test_hostile_text_does_not_reach_the_terminal(terminal: Terminal, sandbox: Sandbox) -> None:
    sandbox.add(Order, note="\x1b[2J\x1b]0;title\x07\r gone", state="open")

    for output in ("table", "json", "jsonl", "csv"):
        screen = terminal.run(
            f"restmap list {SHOP} orders --fields note --output {output}; echo the end"
        )
        assert "orders --fields note" in screen, "the screen was cleared"
        assert re.search(r"(\\x1b|\\u001b)\[2J", screen), output
        assert output_of(screen)[-1] == "the end"


def test_a_delete_asks_first(terminal: Terminal, sandbox: Sandbox) -> None:
    add_orders(sandbox, 1)

    terminal.start(f"restmap call {SHOP} orders 1 delete; echo $?")
    terminal.wait_for(lambda screen: "Delete Order 1? [y/N]: " in f"{screen} ")
    terminal.type("n")
    terminal.press("Enter")
    assert output_of(terminal.wait_for(has_ended))[-2:] == ["Nothing was sent.", "1"]
    assert len(sandbox.records(Order)) == 1

    terminal.start(f"restmap call {SHOP} orders 1 delete; echo $?")
    terminal.wait_for(lambda screen: "[y/N]:" in screen)
    terminal.type("y")
    terminal.press("Enter")
    assert output_of(terminal.wait_for(has_ended))[-1] == "0"
    assert sandbox.records(Order) == []


class Gate:
    """Holds the request of one page until it is opened."""

    def __init__(self, sandbox: Sandbox, page: int) -> None:
        self._open = threading.Event()
        self.reached = threading.Event()
        self._pages = 0

        @sandbox.override(Order, "list")
        def list_orders(call: Any) -> Any:
            self._pages += 1
            if self._pages == page:
                self.reached.set()
                self._open.wait(30)
            return call.run_default()

    def open(self) -> None:
        self._open.set()


def test_long_work_shows_its_progress(terminal: Terminal, sandbox: Sandbox, tmp_path: Path) -> None:
    add_orders(sandbox, 12)
    gate = Gate(sandbox, page=3)

    terminal.start(f"restmap list {SHOP} orders --limit 12 --page-size 3 --output csv > all.csv")
    screen = terminal.wait_for(lambda screen: re.search(r"records ━.* 6/12", screen))
    gate.open()
    assert "/s" in screen
    screen = terminal.wait_for(has_ended)
    assert "12/12" in screen
    assert len((tmp_path / "all.csv").read_text().splitlines()) == 13


def test_short_work_shows_none(terminal: Terminal, sandbox: Sandbox) -> None:
    add_orders(sandbox, 3)

    assert output_of(terminal.run(f"restmap list {SHOP} orders --limit 3 > all.json")) == []


def test_of_the_steps_of_an_import_nothing_stays(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "desk.json").write_text(json.dumps(DESK))

    assert output_of(terminal.run("restmap import desk.json --into apis.desk")) == [
        "8 of 8 operations are declared, 0 left out; "
        "7 files written, 0 removed, 0 kept as they are."
    ]


def test_ctrl_c_says_how_to_go_on(terminal: Terminal, sandbox: Sandbox, tmp_path: Path) -> None:
    add_orders(sandbox, 12)
    gate = Gate(sandbox, page=3)
    command = f"restmap list {SHOP} orders --page-size 3 --output jsonl --fields id"

    terminal.start(f"{command} > first.jsonl; echo status $?")
    assert gate.reached.wait(30)
    terminal.press("C-c")
    gate.open()
    screen = terminal.wait_for(has_ended)
    advice = re.search(r"6 records were written\. To go on, .* with: (--resume \S+)", screen)
    assert advice is not None, screen
    assert output_of(screen)[-1] == "status 130"

    terminal.run(f"{command} {advice[1]} > second.jsonl")
    texts = [(tmp_path / name).read_text() for name in ("first.jsonl", "second.jsonl")]
    assert "".join(texts) == "".join(f'{{"id": {number}}}\n' for number in range(1, 13))


def test_tab_completes_in_bash(terminal: Terminal) -> None:
    terminal.run('eval "$(_RESTMAP_COMPLETE=bash_source restmap)"')

    for typed, completed in [
        ("restmap ope", "restmap ope"),  # operations and openapi
        ("restmap sh", "restmap show "),
        (f"restmap call {SHOP} orders.cr", f"restmap call {SHOP} orders.create "),
        (f"restmap call {SHOP} orders 7 fe", f"restmap call {SHOP} orders 7 fetch "),
        (f"restmap call {SHOP} orders.create --exp",
         f"restmap call {SHOP} orders.create --express "),
        (f"restmap call {SHOP} orders.create --state pa",
         f"restmap call {SHOP} orders.create --state paid "),
    ]:  # fmt: skip
        terminal.clear()
        terminal.type(typed)
        terminal.press("Tab")
        terminal.type("|")
        screen = terminal.wait_for(lambda screen: screen.rstrip().endswith("|"))
        assert screen.splitlines()[-1] == f"ready> {completed}|"
        terminal.press("C-u")  # empties the line


def test_help_fits_the_terminal(terminal: Terminal) -> None:
    for command in ("restmap --help", f"restmap call {SHOP} orders.create --help"):
        terminal.run(f"{command} > help.txt")
        lines = output_of(terminal.run(f"{command} | head -30"))
        assert lines[0].startswith("Usage: restmap")
        assert all(len(each) <= 90 for each in lines)
