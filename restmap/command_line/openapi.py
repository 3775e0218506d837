"""`restmap openapi`: declarations as OpenAPI documents."""

from __future__ import annotations

from pathlib import Path

import click

from .options import PACKAGE, verbose


@click.command("openapi")
@click.argument("package", type=PACKAGE)
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="JSON or YAML by its suffix; a folder if the package has several hosts. By default the "
    "document is printed.",
)
@verbose()
def command(package: str, into: Path | None) -> None:
    """Write an OpenAPI 3.1 document of what a package declares.

    \b
    restmap openapi resources.desk --into desk.openapi.json
    """
    from ..openapi.files import openapi_text, write_openapi

    if into is None:
        click.echo(openapi_text(package), nl=False)
        return
    for path, count in write_openapi(package, into).items():
        click.echo(f"{path}: {count} operations", err=True)
