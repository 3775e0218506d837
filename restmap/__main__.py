"""The command line: `python -m restmap sandbox resources.twilio.proxy`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from ._version import __version__
from .errors import RestmapError, configuration_error


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code.

    arguments: the command line; by default that of this process.
    """
    options = _parse(arguments)
    # `python -m` puts the current folder on the path; the console script does not.
    if "" not in sys.path:
        sys.path.insert(0, "")
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # What reads the output has ended, such as `head`; a flush at exit would fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 0 if options.command == "sandbox" else 130
    except RestmapError as error:
        print(f"restmap {options.command}: {error}", file=sys.stderr)
        return 2
    return code


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Parse the command line; words may stand before and after the options of `operations`."""
    parser = _parser()
    options, others = parser.parse_known_args(arguments)
    if options.command == "operations" and not any(each.startswith("-") for each in others):
        options.words += others
    elif others:
        parser.error(f"unrecognized arguments: {' '.join(others)}")
    return options


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="restmap", description="Serve, list, export and import declarations."
    )
    parser.add_argument("--version", action="version", version=f"restmap {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_sandbox(commands.add_parser("sandbox", help="serve declared resources on this machine"))
    _add_operations(commands.add_parser("operations", help="list what a package declares"))
    _add_openapi(commands.add_parser("openapi", help="write OpenAPI documents of declarations"))
    _add_import(commands.add_parser("import", help="write declarations from OpenAPI documents"))
    return parser


def _add_sandbox(parser: argparse.ArgumentParser) -> None:
    parser.description = "Serve declared resources over HTTP on 127.0.0.1, until Ctrl-C."
    parser.add_argument(
        "declared", nargs="+", metavar="MODULE", help="a module with resources, such as desk.api"
    )
    parser.add_argument("--port", type=int, default=0, help="the port; by default a free one")
    parser.add_argument("--database", metavar="FILE", help="keep the records in an SQLite file")
    parser.add_argument("--account", metavar="ID", help="the account; by default a random one")
    parser.add_argument("--token", help="the token; by default a random one")
    parser.add_argument("--verbose", action="store_true", help="print a line for each request")
    parser.set_defaults(run=_run_sandbox)


def _add_operations(parser: argparse.ArgumentParser) -> None:
    parser.description = "List the operations that a package declares: call, method and URL."
    parser.epilog = "Exit status: 0, or 1 if no operation has the words, or 2 if there are none."
    parser.add_argument("package", metavar="PACKAGE", help="such as resources.desk")
    parser.add_argument(
        "words", nargs="*", metavar="WORD", help="in the call, the method, the URL or the name"
    )
    parser.add_argument(
        "--json", action="store_true", help="print parameters, results and fields as well, as JSON"
    )
    parser.set_defaults(run=_run_operations)


def _add_openapi(parser: argparse.ArgumentParser) -> None:
    parser.description = "Write an OpenAPI 3.1 document of what a package declares."
    parser.epilog = "Exit status: 0, or 2 if nothing was written."
    parser.add_argument("package", metavar="PACKAGE", help="such as resources.desk")
    parser.add_argument(
        "--into",
        type=Path,
        metavar="FILE",
        help="JSON or YAML by its suffix; a folder if the package has several hosts; "
        "by default the document is printed",
    )
    parser.set_defaults(run=_run_openapi)


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.description = "Write declarations from OpenAPI 3 documents."
    parser.epilog = (
        "Exit status: 0 all declared, 1 some left out, 2 nothing written. "
        "With --check: 0 no change, 1 a change, 3 a change that breaks programs."
    )
    parser.add_argument(
        "sources", nargs="+", type=Path, metavar="SPEC", help="JSON or YAML, or a folder"
    )
    parser.add_argument("--into", required=True, metavar="PACKAGE", help="such as resources.desk")
    parser.add_argument(
        "--naming",
        metavar="MODULE:CLASS",
        help="how the vendor's documents name things; by default from paths and operation ids",
    )
    parser.add_argument(
        "--client", metavar="NAME", help="of the client class; by default from the title"
    )
    parser.add_argument(
        "--descriptions", action="store_true", help="put the documents' own texts in docstrings"
    )
    parser.add_argument(
        "--line-length",
        type=_line_length,
        default=88,
        metavar="N",
        help="of the linter that the package is checked with; by default %(default)s",
    )
    parser.add_argument(
        "--allow-references",
        action="append",
        default=[],
        metavar="PLACE",
        help="a folder, or the beginning of a URL, that references may lead into",
    )
    parser.add_argument(
        "--check", action="store_true", help="say what would change, and write nothing"
    )
    parser.add_argument(
        "--verbose", action="store_true", help="list where documents depart from the specification"
    )
    parser.set_defaults(run=_run_import)


def _line_length(text: str) -> int:
    length = int(text) if text.isdecimal() else 0
    if not 60 <= length <= 320:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 60 to 320")
    return length


def _run_sandbox(options: argparse.Namespace) -> int:
    from .sandbox.command import serve

    return serve(options)


def _run_operations(options: argparse.Namespace) -> int:
    from .describe.command import list_operations

    return list_operations(options)


def _run_openapi(options: argparse.Namespace) -> int:
    from .openapi.command import write_openapi

    return write_openapi(options)


def _run_import(options: argparse.Namespace) -> int:
    # Before the importer is imported: it cannot be without them.
    _check_extra()
    from .importer.command import run

    return run(options)


def _check_extra() -> None:
    """Refuse to go on without the packages of the extra `import`."""
    missing = [each for each in _PACKAGES if not _is_installed(each)]
    if missing:
        raise configuration_error(
            f"the importer needs {', '.join(missing)}, which is not installed.",
            "Install it with: pip install 'restmap[import]'",
        )


_PACKAGES = ("jsonschema_rs", "openapi_spec_validator", "referencing", "ruamel.yaml")


def _is_installed(package: str) -> bool:
    try:
        return find_spec(package) is not None
    except ModuleNotFoundError:  # what the package is in is not there
        return False


if __name__ == "__main__":
    sys.exit(main())
