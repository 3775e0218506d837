"""The page `docs/cli.md`: what its commands print, and their help.

    make cli-page

runs each block of the page that begins with `$ restmap`, against a tracker with three issues, and
writes what it prints below the command; and it writes the picture of a terminal. A test compares.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from docs.examples.private_api import Issue, make_sandbox
from restmap.__main__ import main

from .terminal_picture import PICTURE, draw

PAGE = Path(__file__).parents[2] / "docs" / "cli.md"
PACKAGE = "docs.examples.private_api"

_BLOCK = re.compile(r"(```console\n)(\$ restmap .*?)(```)", re.DOTALL)
# The address of the sandbox is another in each run.
_STEADY = ((re.compile(r"http://127\.0\.0\.1:\d+"), "https://tracker.example"),)


def written(page: str) -> str:
    """The page, with what its commands print."""
    return _BLOCK.sub(lambda block: block[1] + _run_all(block[2]) + block[3], page)


def picture() -> str:
    """The picture of a terminal that the page shows."""
    with _served() as variables:
        return draw(variables)


@contextlib.contextmanager
def _served() -> Iterator[dict[str, str]]:
    """A tracker with three issues, and the variables with its address and credentials."""
    with make_sandbox() as sandbox:
        for number, title in enumerate(["Fire", "Water", "Smoke"], 1):
            state = "closed" if number == 2 else "open"
            labels = [{"name": "urgent"}] if number == 1 else []
            sandbox.add(Issue, key=f"TR-{number}", title=title, state=state, labels=labels)
        yield {"TRACKER_TOKEN": sandbox.token, "RESTMAP_BASE_URL": sandbox.url}


def _run_all(commands: str) -> str:
    found = re.findall(r"(?m)^\$ (restmap .*\n)", commands)
    with (
        _served() as variables,
        patch.dict(os.environ, {**variables, "COLUMNS": "90"}),
        contextlib.chdir(PAGE.parents[1]),
    ):
        return "".join(f"$ {command}{_run(command)}" for command in found)


def _run(command: str) -> str:
    """What a command prints."""
    words = shlex.split(command)[1:]
    words = [PACKAGE if each == "tracker" else each for each in words]
    output = io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
        main(words)
    text = output.getvalue().replace(PACKAGE, "tracker")
    for pattern, steady in _STEADY:
        text = pattern.sub(steady, text)
    return text if text.endswith("\n") or not text else f"{text}\n"


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text()))
    PICTURE.write_text(picture())
