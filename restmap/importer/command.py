"""The command `restmap import`: its arguments, and what it prints."""

from __future__ import annotations

import argparse
import importlib
from importlib.util import find_spec
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import configuration_error

if TYPE_CHECKING:
    from .draft.naming import PlainNaming


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `restmap import`."""
    parser.description = "Write declarations from OpenAPI 3 documents."
    parser.epilog = "Exit status: 0 all declared, 1 some left out, 2 nothing written."
    parser.add_argument(
        "sources", nargs="+", type=Path, metavar="SPEC", help="JSON or YAML, or a folder"
    )
    parser.add_argument("--into", required=True, metavar="PACKAGE", help="such as resources.desk")
    parser.add_argument(
        "--naming",
        metavar="MODULE:CLASS",
        help="how the vendor's documents name things; by default from paths and operation ids",
    )
    parser.add_argument("--domain", metavar="NAME", help="of the domain; by default the host's")
    parser.add_argument(
        "--descriptions", action="store_true", help="put the documents' own texts in docstrings"
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
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Import, print the report, and return the exit status."""
    package = _checked_package(options.into)
    _check_extra()
    from .importing import import_documents, read_documents
    from .write.package_files import Package

    naming = _naming(options.naming, options.domain)
    naming.descriptions = options.descriptions
    documents = read_documents(options.sources, options.allow_references)
    report = import_documents(documents, Package(package, Path()), naming, options.check)
    print(report.text(options.verbose))
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


def _checked_package(name: str) -> str:
    if not all(_is_identifier(each) for each in name.split(".")):
        raise configuration_error(
            f"{name!r} is not the name of a package.", "Write names with dots: resources.desk."
        )
    return name


def _is_identifier(text: str) -> bool:
    return text.isidentifier() and not iskeyword(text)


def _naming(path: str | None, domain: str | None) -> PlainNaming:
    from .draft.naming import PlainNaming

    if domain is not None and not _is_identifier(domain):
        raise configuration_error(
            f"{domain!r} cannot be the name of a domain.", "Write an identifier: --domain desk"
        )
    if path is None:
        return PlainNaming(domain)
    module, _, name = path.partition(":")
    try:
        cls: Any = getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError, ValueError) as error:
        raise configuration_error(
            f"there is no naming {path!r}: {error}.", "Write 'package.module:Class'."
        ) from None
    naming: PlainNaming = cls(domain)
    return naming
