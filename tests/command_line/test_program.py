"""The program around the commands: its help, its errors, and what it loads."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from restmap.__main__ import main
from restmap.command_line.program import commands

from .conftest import SHOP, Run

NAMES = ["operations", "show", "call", "list", "export", "sandbox", "openapi", "import"]


def test_every_command_has_a_help(run: Run) -> None:
    status, out, _ = run("--help")
    assert status == 0
    assert re.findall(r"^  (\w+)  +[A-Z].*[.]", out, re.MULTILINE)[: len(NAMES)] == NAMES
    for name in NAMES:
        for option in ("--help", "-h"):
            status, out, err = run(name, option)
            assert (status, err) == (0, "")
            assert out.startswith(f"Usage: restmap {name} ")


def test_without_a_command_the_help_is_an_error(run: Run) -> None:
    status, out, err = run()

    assert (status, out) == (2, "")
    assert err.startswith("Usage: restmap [OPTIONS] COMMAND")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nonsense"], "restmap: No such command 'nonsense'. 'restmap --help' says what it takes."),
        (["--colour"], "restmap: No such option '--colour'. 'restmap --help' says what it takes."),
        (["call", "--dry-run", SHOP],
         "restmap call: No such option '--dry-run'. 'restmap call --help' says what it takes."),
        (["call", "note=n", SHOP],
         "restmap call: 'note=n' comes too early. Write PACKAGE NAME... before it."),
        (["call", SHOP, "orders.create", "--zzz"],
         "restmap call: No such option '--zzz'. "
         "'restmap call tests.command_line.shop orders.create --help' says what it takes."),
    ],
)  # fmt: skip
def test_a_wrong_command_line_is_one_line(arguments: list[str], message: str, run: Run) -> None:
    status, out, err = run(*arguments)

    assert (status, out) == (2, "")
    assert err == f"{message}\n"


def test_each_exit_status_is_in_the_help(run: Run) -> None:
    from restmap.command_line import statuses

    out = run("--help")[1]
    named = [value for name, value in vars(statuses).items() if name.isupper()]
    assert named
    for status in named:
        assert re.search(rf"^    {status}  ", out, re.MULTILINE), status


@pytest.mark.parametrize("package", ["click", "rich"])
def test_without_the_extra_there_is_a_plain_sentence(
    package: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, package, None)

    assert main(["show", SHOP]) == 2
    assert capsys.readouterr() == (
        "",
        f"restmap: the command line needs {package}. "
        "Install the extra: pip install 'restmap[cli]'\n",
    )


def test_a_command_loads_what_it_needs_alone() -> None:
    program = (
        "import sys\nfrom restmap.__main__ import main\n"
        f"assert main(['show', {SHOP!r}, 'orders.create']) == 0\n"
        "unwanted = ['restmap.sandbox', 'restmap.importer', 'restmap.openapi', 'aiohttp', "
        "'rich.progress', 'restmap.command_line.listing']\n"
        "found = [name for name in unwanted if name in sys.modules]\n"
        "assert not found, found\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_importing_restmap_does_not_load_the_command_line() -> None:
    program = "import sys, restmap.__main__; print('click' in sys.modules, 'rich' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout == "False False\n"


def test_the_console_script_is_the_module() -> None:
    script = Path(sys.executable).with_name("restmap")
    for command in ([script], [sys.executable, "-W", "error", "-m", "restmap"]):
        done = subprocess.run(
            [*command, "show", SHOP, "nothing"],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
            cwd=Path(__file__).parents[2],
        )
        assert done.returncode == 2
        assert done.stderr == (
            "restmap show: tests.command_line.shop has no 'nothing'. It has: orders, places.\n"
        )


def test_the_commands_are_the_modules() -> None:
    context: Any = commands.make_context("restmap", ["--"], resilient_parsing=True)
    assert commands.list_commands(context) == NAMES
