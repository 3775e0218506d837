"""What TAB completes; test_terminal.py presses it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from restmap.command_line.program import commands

from .conftest import SHOP


def completed(words: str) -> list[str]:
    """The completions of the last word."""
    *before, last = words.split(" ")
    shell = ShellComplete(commands, {}, "restmap", "_RESTMAP_COMPLETE")
    return [each.value for each in shell.get_completions(before, last)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("o", ["operations", "openapi"]),
        ("call tests.command_line.sho", ["tests.command_line.shop"]),
        ("call tests.types.", ["tests.types.desk", "tests.types.proofs", "tests.types.refused"]),
        ("call resour", ["resources"]),
        ("call no.such.", []),
        (f"call {SHOP} ", ["orders", "places"]),
        (f"call {SHOP} o", ["orders"]),
        (f"call {SHOP} orders.", ["orders.create", "orders.list", "orders.attach",
                                  "orders.delete", "orders.fetch", "orders.lines",
                                  "orders.receipt", "orders.update"]),
        (f"call {SHOP} orders 7 ", ["attach", "delete", "fetch", "lines", "receipt", "update"]),
        (f"call {SHOP} orders 7 lines ", ["create", "list", "delete", "fetch"]),
        (f"call {SHOP} nothing.", []),
        (f"call {SHOP} nothing ", []),
        (f"call {SHOP} orders.create --st", ["--state"]),
        (f"call {SHOP} orders.create --state ", ["open", "paid", "sent"]),
        (f"call {SHOP} orders.create --state=p", ["paid"]),
        (f"call {SHOP} orders.create --express ", ["true", "false"]),
        (f"call {SHOP} orders.create --output ", ["table", "json", "jsonl", "csv"]),
        (f"call {SHOP} orders.create --note @no", ["no"]),
        (f"call {SHOP} orders.fetch --i", ["--id"]),
        (f"call {SHOP} orders.delete --y", ["--yes"]),
        (f"list {SHOP} ord", ["orders"]),
        (f"list {SHOP} orders --state ", ["open", "paid", "sent"]),
        (f"list {SHOP} orders --wh", ["--where"]),
        ("list docs.examples.private_api issues --state ", ["open", "closed"]),
        ("call resources.twilio mess", ["messages", "messaging"]),
        ("call resources.twilio messages.create --risk-check ", ["enable", "disable"]),
        (f"show {SHOP} o", ["orders"]),
        (f"show {SHOP} orders.c", ["orders.create"]),
        ("operations tests.command_line.sho", ["tests.command_line.shop"]),
    ],
)  # fmt: skip
def test_completions(words: str, expected: list[str]) -> None:
    found = completed(words)

    if words.endswith("types."):
        assert set(found) >= {"tests.types.desk"}
    else:
        assert found == expected


def test_nothing_needs_credentials_or_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN"):
        monkeypatch.delenv(name, raising=False)

    assert completed("call resources.twilio messages SM1 fe") == ["feedback", "fetch"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_gets_its_script_and_its_completions(shell: str) -> None:
    words = f"restmap call {SHOP} orders.create --state p"
    position = {"COMP_WORDS": words, "COMP_CWORD": "p" if shell == "fish" else "5"}

    script = run_to_complete(shell, "source")
    assert "_RESTMAP_COMPLETE" in script
    assert "paid" in run_to_complete(shell, "complete", position)


def run_to_complete(shell: str, what: str, variables: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        [Path(sys.executable).with_name("restmap")],
        env={**os.environ, **(variables or {}), "_RESTMAP_COMPLETE": f"{shell}_{what}"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return done.stdout
