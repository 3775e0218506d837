"""A terminal for the tests: tmux, whose screen can be read and typed into."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

_numbers = itertools.count()
_SECONDS = 30
_PROMPT = "ready> "


class Terminal:
    """A bash in a tmux of its own.

    folder: the current folder. environment: variables in addition to those of the tests.
    """

    def __init__(self, folder: Path, environment: dict[str, str], columns: int = 90) -> None:
        # The path of a socket is short, and those of the tests' folders are not.
        name = f"restmap-{os.getpid()}-{next(_numbers)}"
        self._tmux = ["tmux", "-f", "/dev/null", "-L", name]
        commands = Path(sys.executable).parent
        variables = {
            **environment,
            "PATH": f"{commands}:{os.environ['PATH']}",
            "PS1": _PROMPT,
            "TERM": "xterm-256color",
            "LC_ALL": "C.UTF-8",
        }
        given = [f"{name}={value}" for name, value in variables.items()]
        self._run(
            "new-session", "-d", "-x", str(columns), "-y", "40", "-c", str(folder),
            "env", *given, "bash", "--norc", "--noprofile",
        )  # fmt: skip
        self.wait_for(lambda screen: screen.startswith(_PROMPT.strip()))

    def _run(self, *arguments: str) -> str:
        done = subprocess.run(
            [*self._tmux, *arguments], capture_output=True, text=True, timeout=_SECONDS, check=True
        )
        return done.stdout

    def type(self, text: str) -> None:
        """Type text without Return."""
        self._run("send-keys", "-l", text)

    def press(self, key: str) -> None:
        """Press a key, by the name that tmux has for it: Enter, Tab, C-c."""
        self._run("send-keys", key)

    def run(self, command: str) -> str:
        """Run a command in a clear screen, and return the screen when it has ended."""
        self.start(command)
        return self.wait_for(has_ended)

    def clear(self) -> None:
        """Clear the screen."""
        self.type("clear")
        self.press("Enter")
        self.wait_for(lambda screen: screen.strip() == _PROMPT.strip())

    def start(self, command: str) -> None:
        """Begin to run a command in a clear screen."""
        self.clear()
        self.type(command)
        self.press("Enter")

    def screen(self, *, colours: bool = False) -> str:
        """What the terminal shows. colours: with the escape sequences of its colours."""
        return self._run("capture-pane", "-p", "-J", *(["-e"] if colours else [])).rstrip("\n")

    def wait_for(self, condition: Callable[[str], object]) -> str:
        """Wait until the screen fulfils a condition, and return it."""
        end = time.monotonic() + _SECONDS
        while not condition(screen := self.screen()):
            assert time.monotonic() < end, f"the terminal shows:\n{screen}"
            time.sleep(0.05)
        return screen

    def close(self) -> None:
        """End tmux with all that runs in it."""
        subprocess.run([*self._tmux, "kill-server"], capture_output=True, check=False)


def has_ended(screen: str) -> bool:
    """Whether the last line is the prompt, and the command before it was typed."""
    lines = screen.rstrip().splitlines()
    return len(lines) > 1 and lines[-1].strip() == _PROMPT.strip()


def output_of(screen: str) -> list[str]:
    """The lines between the command and the prompt after it."""
    lines = screen.rstrip().splitlines()
    return [each.rstrip() for each in lines[1:-1]]


def require_tmux() -> None:
    """Skip a test where there is no tmux; in CI, where it is installed, fail."""
    if shutil.which("tmux") is None:
        if os.environ.get("CI"):
            pytest.fail("tmux is not installed")
        pytest.skip("tmux is not installed")
