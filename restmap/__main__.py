"""The command line: `python -m restmap sandbox resources.twilio.proxy`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from ._version import __version__
from .errors import RestmapError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit code. arguments: by default those of the process."""
    options = _parser().parse_args(arguments)
    # The console script does not have the current folder on the path, as `python -m` has.
    if "" not in sys.path:
        sys.path.insert(0, "")
    try:
        code: int = options.run(options)
    except KeyboardInterrupt:
        return 0 if options.command == "sandbox" else 130
    except RestmapError as error:
        print(f"restmap {options.command}: {error}", file=sys.stderr)
        return 2
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="restmap", description="Declared REST resources.")
    parser.add_argument("--version", action="version", version=f"restmap {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_sandbox(commands.add_parser("sandbox", help="serve declared resources on this machine"))
    _add_import(commands.add_parser("import", help="write declarations from OpenAPI documents"))
    return parser


def _add_sandbox(parser: argparse.ArgumentParser) -> None:
    parser.description = "Serve declared resources over HTTP on 127.0.0.1, until Ctrl-C."
    parser.add_argument(
        "declared", nargs="+", metavar="MODULE", help="a module with resources, such as desk.api"
    )
    parser.add_argument("--port", type=int, default=0, help="by default one that is free")
    parser.add_argument("--database", metavar="FILE", help="keep the records in an SQLite file")
    parser.add_argument("--account", metavar="ID", help="the user to ask for; else made up")
    parser.add_argument("--token", help="the secret to ask for; else made up")
    parser.add_argument("--verbose", action="store_true", help="a line for each request")
    parser.set_defaults(run=_run_sandbox)


def _add_import(parser: argparse.ArgumentParser) -> None:
    from .importer.command import add_arguments

    add_arguments(parser)


def _run_sandbox(options: argparse.Namespace) -> int:
    from .sandbox.command import serve

    return serve(options)


if __name__ == "__main__":
    sys.exit(main())
