"""The picture of a terminal in `docs/cli.md`: commands that were run in tmux, drawn by rich."""

from __future__ import annotations

import re
import shutil
import tempfile
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

from tests.command_line.terminal import Terminal

DOCS = Path(__file__).parents[2] / "docs"
PICTURE = DOCS / "terminal.svg"
COMMANDS = [
    "restmap list tracker issues --fields key,title,state,labels",
    "restmap show tracker issues.update",
    "restmap call tracker issues.create --titel Fire",
]
COLUMNS = 90

_PROMPT = re.compile(r"^ready> ", re.MULTILINE)
# A picture in a page loads no fonts: the viewer has one of fixed width.
_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


def draw(variables: dict[str, str]) -> str:
    """The commands and what they print, as SVG. variables: of the environment."""
    console = Console(record=True, width=COLUMNS, file=StringIO(), force_terminal=True)
    console.print(Text.from_ansi("\n".join(screens(variables))))
    return _FONTS.sub("", console.export_svg(title="restmap", unique_id="terminal"))


def screens(variables: dict[str, str]) -> list[str]:
    """What the terminal shows after each command, with its colours."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(DOCS / "examples" / "private_api.py", Path(folder) / "tracker.py")
        terminal = Terminal(Path(folder), variables, COLUMNS)
        try:
            return [_screen(terminal, command) for command in COMMANDS]
        finally:
            terminal.close()


def _screen(terminal: Terminal, command: str) -> str:
    terminal.run(command)
    shown = terminal.screen(colours=True).rstrip().removesuffix("ready>").rstrip()
    return _PROMPT.sub("$ ", shown)
