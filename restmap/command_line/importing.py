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
@click.option("--into", required=True, metavar="PACKAGE", help="Such as resources.desk.")
@click.option(
    "--naming",
    metavar="MODULE:CLASS",
    help="How the vendor's documents name things; by default from paths and operation ids.",
)
@click.option("--client", metavar="NAME", help="Of the client class; by default from the title.")
@click.option("--descriptions", is_flag=True, help="Put the documents' own texts in docstrings.")
@click.option(
    "--line-length",
    type=click.IntRange(60, 320),
    default=88,
    metavar="N",
    help="Of the linter that the package is checked with; by default 88.",
)
@click.option(
    "--allow-references",
    multiple=True,
    metavar="PLACE",
    help="A folder, or the beginning of a URL, that references may lead into; may be repeated.",
)
@click.option("--check", is_flag=True, help="Say what would change, and write nothing.")
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

    Each SPEC is a JSON or YAML file, or a folder of them. It needs the extra `import`.

    The exit status is 0 if all is declared, 1 if some is left out, 2 if nothing was written. With
    --check it is 0 for no change, 1 for a change, 3 for a change that breaks programs.

    \b
    restmap import desk.json --into resources.desk
    restmap import desk-2.json --into resources.desk --check
    """
    # Before the importer is imported: it cannot be without them.
    _check_extra()
    from ..importer.packages import import_package

    report = import_package(
        sources,
        into,
        naming=naming,
        client=client,
        descriptions=descriptions,
        line_length=line_length,
        allow_references=allow_references,
        check=check,
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
