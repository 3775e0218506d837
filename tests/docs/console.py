"""The commands of a page: run in a shell, in the current folder, one after the other."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

from sybil import Example

# What these begin with is not run.
LEFT_OUT = {
    "pip install": "it changes the environment",
    "python -m venv": "it makes an environment",
    "/tmp/empty": "it is for this environment",
    "python -m build": "it downloads a build backend",
    "twine ": "it publishes",
    "make ": "it changes the environment",
    "npx ": "it downloads a program",
    "curl ": "it is for the server that the page shows above it",
    "restmap sandbox": "it runs until Ctrl-C",
    "restmap call resources.twilio": "it needs an account",
    "restmap list resources.twilio": "it needs an account",
    "restmap export resources.twilio": "it needs an account",
    "restmap import documents/": "it needs Twilio's documents",
}
ROOT = Path(__file__).resolve().parents[2]
SECONDS = 120

# A command, the lines that it continues on, and what it prints.
_COMMAND = re.compile(r"^\$ ((?:.*\\\n)*.*)\n?((?:(?!\$ ).*\n?)*)", re.MULTILINE)
_SAME = doctest.OutputChecker().check_output


def run_commands(example: Example) -> None:
    """What Sybil calls with a block of commands."""
    assert example.parsed.startswith("$ "), "what no command printed is a block of text"
    status = 0
    for command, shown in _COMMAND.findall(example.parsed):
        if not command.startswith(tuple(LEFT_OUT)):
            status = _run(command, shown, status)


def _run(command: str, shown: str, status: int) -> int:
    """Run one command, where the one before it ended with `status`."""
    variables = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "90",
        # For mypy restmap is a package that is installed; it does not follow an editable one. The
        # reader's own package is in `src`, if there is one.
        "PYTHONPATH": f"src{os.pathsep}{ROOT}",
        "MYPY_CACHE_DIR": str(ROOT / ".pytest_cache" / "mypy"),
    }
    done = subprocess.run(
        ["bash", "-c", f"(exit {status})\n{command}"],
        env=variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert not shown or _SAME(shown, done.stdout, doctest.ELLIPSIS), f"{command}\n{done.stdout}"
    # What fails, fails on purpose: what it prints is shown.
    assert done.returncode == 0 or shown or "exit" in command, f"{command}\n{done.stdout}"
    return done.returncode
