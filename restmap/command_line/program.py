"""The program: it finds the command, runs it, and says what went wrong in one line."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from importlib import import_module

import click

from .._version import __version__
from ..errors import RestmapError, escape_controls
from .statuses import INTERRUPTED, UNEXPECTED, UNUSABLE, status_of

# The module of each command, which is imported when the command is used.
_MODULES = {
    "operations": "operations",
    "show": "show",
    "call": "call",
    "list": "listing",
    "export": "exporting",
    "sandbox": "sandbox",
    "openapi": "openapi",
    "import": "importing",
}

_EPILOG = """\b
Exit status:
  0    done
  1    nothing was found, or a part could not be done; the command says which
  2    the command line, a setting or a declaration is wrong; nothing was sent
  3    import --check: a change would break programs
  4    the API refused the request: status code 400 to 499
  5    the API failed: status code 500 and above, or a response that cannot be read
  6    no response came: the connection, TLS or a timeout
  70   an error that no command expects; --verbose shows where
  130  interrupted by Ctrl-C

\b
Completion of commands, operations, parameters and values:
  bash   eval "$(_RESTMAP_COMPLETE=bash_source restmap)"     in ~/.bashrc
  zsh    eval "$(_RESTMAP_COMPLETE=zsh_source restmap)"      in ~/.zshrc
  fish   _RESTMAP_COMPLETE=fish_source restmap | source      in ~/.config/fish/config.fish
"""


class _Commands(click.Group):
    """The commands, each imported when it is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _MODULES:
            return None
        command: click.Command = import_module(f".{_MODULES[cmd_name]}", __package__).command
        return command


@click.group(
    cls=_Commands,
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="restmap %(version)s")
@click.pass_context
def commands(context: click.Context) -> None:
    """Call APIs that are declared, look at what is declared, serve it, import and export it."""
    context.ensure_object(dict)["command"] = context.invoked_subcommand


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status.

    arguments: the command line; by default that of this process.
    """
    # `python -m` puts the current folder on the path; the console script does not.
    if "" not in sys.path:
        sys.path.insert(0, "")
    state: dict[str, object] = {}
    # https://no-color.org
    color = False if os.environ.get("NO_COLOR") else None
    try:
        with _ended_readers():
            result: object = commands.main(
                arguments, "restmap", standalone_mode=False, obj=state, color=color
            )
            return result if isinstance(result, int) else 0
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return UNUSABLE
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx is not None else "restmap"
        found = _without_suggestions(error).replace("\n", " ")
        _say(_name_of(state), f"{found} '{path} --help' says what it takes.")
        return UNUSABLE
    except click.ClickException as error:
        _say(_name_of(state), error.format_message())
        return UNUSABLE
    except RestmapError as error:
        _say(_name_of(state), str(error) if state.get("verbose") else in_one_line(error))
        return status_of(error)
    except Exception as error:
        if state.get("verbose"):
            raise
        found = f"{type(error).__name__}: {error}".replace("\n", " ")
        _say(_name_of(state), f"{escape_controls(found)}; --verbose shows where it was raised")
        return UNEXPECTED


def _without_suggestions(error: click.UsageError) -> str:
    """The message of an error; of the options like a wrong one, the nearest."""
    if not isinstance(error, click.NoSuchOption):
        return error.format_message()
    near = [each for each in error.possibilities or () if not each.endswith(":")][:1]
    return error.message + "".join(f" Did you mean {each!r}?" for each in near)


@contextmanager
def _ended_readers() -> Generator[None]:
    """End quietly where what reads the output has ended, such as `head`."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        # A flush at exit would fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(1) from None


def _name_of(state: dict[str, object]) -> str:
    return f"restmap {state.get('command') or ''}".strip()


def _say(name: str, text: str) -> None:
    color = False if os.environ.get("NO_COLOR") else None
    click.echo(f"{click.style(f'{name}:', fg='red')} {text}", err=True, color=color)


def in_one_line(error: RestmapError) -> str:
    """The message of an error in one line: what was found, and the remedy.

    >>> from restmap.errors import configuration_error
    >>> in_one_line(configuration_error("the port is taken.", "Leave it out.", "Sandbox"))
    'the port is taken. Leave it out. (Sandbox)'
    """
    problem, *others = str(error).splitlines()
    parts = [
        f"({each.strip().removeprefix('in ')})" if each.startswith("  in ") else each.strip()
        for each in others
    ]
    return " ".join([problem, *parts])
