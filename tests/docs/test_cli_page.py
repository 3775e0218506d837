"""The page of the command line shows what the commands print."""

from __future__ import annotations

from .cli_page import PAGE, written


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
