"""The page of the command line shows what the commands print."""

from __future__ import annotations

from tests.command_line.terminal import require_tmux

from .cli_page import PAGE, picture, written
from .terminal_picture import PICTURE


def test_the_page_is_what_the_commands_print() -> None:
    page = PAGE.read_text()

    assert written(page) == page, "make cli-page writes it"


def test_every_command_is_on_the_page() -> None:
    page = PAGE.read_text()

    for name in ("operations", "show", "call", "list", "sandbox", "openapi", "import"):
        assert f"$ restmap {name} --help\nUsage: restmap {name}" in page


def test_an_output_that_differs_is_found() -> None:
    page = PAGE.read_text()

    assert written(page.replace("Usage: restmap call", "Usage: another")) == page


def test_the_picture_is_what_a_terminal_shows() -> None:
    require_tmux()

    assert picture() == PICTURE.read_text(), "make cli-page draws it"
