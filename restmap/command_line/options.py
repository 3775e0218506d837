"""Options and arguments that several commands have."""

from __future__ import annotations

import importlib.util
import logging
import pkgutil
import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from .output import FORMATS


class _Package(click.ParamType[str]):
    """The name of a module or a package, which TAB completes."""

    name = "package"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        return [CompletionItem(each) for each in complete_package(incomplete)]


PACKAGE = _Package()


def complete_package(incomplete: str) -> list[str]:
    """The modules whose names begin so: those in the current folder, or those of a package."""
    parent, dot, _ = incomplete.rpartition(".")
    try:
        spec = importlib.util.find_spec(parent) if parent else None
    except (ImportError, ValueError):
        return []
    paths = ["."] if not parent else list(spec.submodule_search_locations or ()) if spec else []
    names = [f"{parent}{dot}{each.name}" for each in pkgutil.iter_modules(paths)]
    if not parent:
        names.append("resources")
    return sorted({each for each in names if each.startswith(incomplete)})


_F = TypeVar("_F", bound=Callable[..., Any])
_MORE = "Show whole messages, and a line for each request."


def verbose(help_text: str = _MORE) -> Callable[[_F], _F]:
    """The option --verbose of a command. help_text: what more is shown."""
    return click.option(
        "--verbose", is_flag=True, expose_value=False, callback=_be_verbose, help=help_text
    )


def verbose_option() -> click.Parameter:
    """The option --verbose, for a command that is made of its parameters."""
    return click.Option(
        ["--verbose"], is_flag=True, expose_value=False, callback=_be_verbose, help=_MORE
    )


def _be_verbose(context: click.Context, _parameter: click.Parameter, is_verbose: bool) -> None:
    if is_verbose and not context.resilient_parsing:
        context.ensure_object(dict)["verbose"] = True
        log_to_stderr(context.find_root(), "restmap")


def log_to_stderr(program: click.Context, name: str) -> None:
    """Write a line for each request, or what else a logger has, until the program has ended."""
    logger, handler = logging.getLogger(name), logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    program.call_on_close(lambda: logger.removeHandler(handler))
    program.call_on_close(lambda: logger.setLevel(level))


def for_requests() -> list[click.Parameter]:
    """The options of commands that send requests: whose client, and where to."""
    return [
        click.Option(
            ["--profile"],
            metavar="NAME",
            envvar="RESTMAP_PROFILE",
            help="The credentials, from the file of profiles. [env: RESTMAP_PROFILE]",
        ),
        click.Option(
            ["--base-url"],
            metavar="URL",
            envvar="RESTMAP_BASE_URL",
            help="One origin for every host, such as that of a sandbox. [env: RESTMAP_BASE_URL]",
        ),
    ]


def for_results() -> list[click.Parameter]:
    """The options of commands that print results."""
    return [
        click.Option(
            ["--output"],
            type=click.Choice(FORMATS),
            help="By default a table on a terminal, and JSON elsewhere.",
        ),
        click.Option(
            ["--fields"],
            metavar="NAME,…",
            callback=_split_names,
            help="The fields that are shown, in this order.",
        ),
    ]


def _split_names(
    _context: click.Context, _parameter: click.Parameter, text: str | None
) -> list[str] | None:
    return None if text is None else [each.strip() for each in text.split(",") if each.strip()]
