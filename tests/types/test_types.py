"""mypy and pyright accept these files, and report a mistake that types no longer refuse."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from resources.twilio import Client
from restmap.sandbox import Sandbox

from . import inferred_twilio

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
REFUSED = (HERE / "refused.py").read_text()

# A correction for each mistake in `refused.py`, which makes the ignore comment on it superfluous.
PUT_RIGHT = {
    'sessions.create(uniq_name="a")  #': 'sessions.create(unique_name="a")  #',
    'create(mode="voice")': 'create(mode="voice-only")',
    "session.participants.create()  #": 'session.participants.create(identifier="+1555")  #',
    "participant.update()": "participant.fetch()",
    'ticket.ring(times="3")': "ticket.ring(times=3)",
    'v1.configuration("red")': "v1.configuration()",
    'OneHost("t", base_ur="http': 'OneHost("t", base_url="http',
    'Client(base_ur="http': 'Client(base_url="http',
    "    Tag(name=5)  #": '    Tag(name="a")  #',
    'Card(type="bank", number': 'Card(type="card", number',
    'order.discuss(comment="a")': 'order.discuss(comment=Comment(text="a"))',
    'await session.update_async(ttl="soon")': "await session.update_async(ttl=60)",
}


def run(checker: str, *arguments: str | Path) -> tuple[int, str]:
    """The exit code and the output of a checker with the project's settings."""
    command = [sys.executable, "-m", checker, *arguments]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )
    return done.returncode, done.stdout + done.stderr


def with_mistakes_put_right() -> tuple[str, list[int]]:
    """The refused mistakes with some of them corrected, and the numbers of those lines."""
    before = text = REFUSED.replace("from .", "from tests.types.")
    for wrong, right in PUT_RIGHT.items():
        assert text.count(wrong) == 1, wrong
        text = text.replace(wrong, right)
    pairs = zip(before.splitlines(), text.splitlines(), strict=True)
    return text, [number for number, (was, now) in enumerate(pairs, 1) if was != now]


def test_every_line_that_is_refused_says_why() -> None:
    lines = [line for line in REFUSED.splitlines() if "type: ignore" in line]
    assert len(lines) > 80
    assert [line for line in lines if not re.search(r"  # type: ignore\[[a-z-]+\]$", line)] == []


def test_mypy_finds_nothing_here() -> None:
    assert run("mypy", HERE) == (0, "Success: no issues found in 11 source files\n")


def test_pyright_finds_nothing_here() -> None:
    assert run("pyright", HERE) == (0, "0 errors, 0 warnings, 0 informations\n")


def test_mypy_complains_when_a_mistake_is_refused_no_longer(tmp_path: Path) -> None:
    text, lines = with_mistakes_put_right()
    changed = tmp_path / "put_right.py"
    changed.write_text(text)
    code, printed = run("mypy", changed)
    complaints = re.findall(r'put_right\.py:(\d+): error: Unused "type: ignore" comment', printed)
    assert (code, [int(each) for each in complaints]) == (1, lines), printed
    assert len(lines) == len(PUT_RIGHT)
    assert f"Found {len(lines)} errors in 1 file" in printed


def test_pyright_complains_when_a_mistake_is_refused_no_longer(tmp_path: Path) -> None:
    text, lines = with_mistakes_put_right()
    (tmp_path / "put_right.py").write_text(text)
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["pyright"]
    shown = {**settings, "include": ["."], "venvPath": str(ROOT), "extraPaths": [str(ROOT)]}
    options = [f"{name} = {toml_text(value)}" for name, value in shown.items()]
    (tmp_path / "pyproject.toml").write_text("[tool.pyright]\n" + "\n".join(options))
    code, printed = run("pyright", "--project", tmp_path)
    complaints = re.findall(
        r'put_right\.py:(\d+):\d+ - error: Unnecessary "# type: ignore" comment', printed
    )
    assert (code, [int(each) for each in complaints]) == (1, lines), printed
    assert f"{len(lines)} errors, 0 warnings" in printed


def toml_text(value: Any) -> str:
    """A setting of pyright as TOML has it."""
    return str(value).lower() if isinstance(value, bool) else repr(value)


@pytest.mark.parametrize(
    "use",
    [
        inferred_twilio.client_to_collection,
        inferred_twilio.verbs,
        inferred_twilio.lists,
        inferred_twilio.fields,
        inferred_twilio.settings,
        inferred_twilio.tables,
    ],
)
def test_what_is_inferred_can_be_called(use: Callable[[Client], None]) -> None:
    with Sandbox("resources.twilio.proxy", account="AC1", token="t") as sandbox:
        use(Client("AC1", "t", base_url=sandbox.url))


def test_bodies_can_be_sent() -> None:
    with Sandbox("resources.twilio.content", account="AC1", token="t") as sandbox:
        inferred_twilio.bodies(Client("AC1", "t", base_url=sandbox.url))


def test_what_is_inferred_can_be_awaited() -> None:
    with Sandbox("resources.twilio.proxy", account="AC1", token="t") as sandbox:
        asyncio.run(inferred_twilio.verbs_async(Client("AC1", "t", base_url=sandbox.url)))
