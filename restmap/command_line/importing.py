"""`restmap import`: declarations from OpenAPI documents."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import click

from ..errors import configuration_error
from .options import verbose


@click.command("import")
@click.argument(
    "sources", nargs=-1, required=True, metavar="SPEC...", type=click.Path(path_type=Path)
)
@click.option(
    "--into",
    required=True,
    metavar="PACKAGE",
    help="The package to write, such as resources.desk; it is created below the current folder.",
)
@click.option(
    "--naming",
    metavar="MODULE:CLASS",
    help="A class with the names for this vendor's documents; by default, names come from paths "
    "and operation ids.",
)
@click.option(
    "--client",
    metavar="NAME",
    help="The name of the client class; by default, that of the product in the document's title.",
)
@click.option(
    "--descriptions", is_flag=True, help="Copy the documents' descriptions into docstrings."
)
@click.option(
    "--line-length",
    type=click.IntRange(60, 320),
    default=88,
    metavar="N",
    help="The maximum length of the written lines, as your linter has it; by default 88.",
)
@click.option(
    "--allow-references",
    multiple=True,
    metavar="PLACE",
    help="A folder, or the beginning of a URL, that references of the documents may lead into; "
    "may be repeated.",
)
@click.option("--check", is_flag=True, help="Report what would change, and write nothing.")
@verbose("List where documents depart from the specification.")
@click.pass_context
def command(
    context: click.Context,
    sources: Sequence[Path],
    into: str,
    naming: str | None,
    client: str | None,
    descriptions: bool,
    line_length: int,
    allow_references: Sequence[str],
    check: bool,
) -> int:
    """Write declarations from OpenAPI 3 documents.

    Each SPEC is a JSON or YAML file, or a folder of them. All of them together become one package;
    an import over an earlier one updates it, and keeps the modules that you changed or added.

    The exit status is 0 if every operation is declared, 1 if some are left out, and 2 if nothing
    could be written. With --check it is 0 if nothing would change, 1 if something would, and 3 if
    that would break programs. The extra `import` is needed.

    \b
    restmap import desk.json --into resources.desk
    restmap import desk-2.json --into resources.desk --check
    """
    # Before the importer is imported: it cannot be without them.
    _check_extra()
    from ..importer.packages import import_package
    from .progress import steps_progress

    with steps_progress() as tell:
        report = import_package(
            sources,
            into,
            naming=naming,
            client=client,
            descriptions=descriptions,
            line_length=line_length,
            allow_references=allow_references,
            check=check,
            tell=tell,
        )
    click.echo(report.text(bool(context.obj.get("verbose"))))
    return report.exit_status


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
