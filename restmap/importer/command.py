"""The command `restmap import`: its arguments, and what it prints."""

from __future__ import annotations

import argparse
import importlib
from pathlib import Path
from typing import Any

from ..errors import configuration_error
from .draft.class_names import IMPORTED_BY_SITES
from .draft.expressions import check_identifier
from .draft.naming import PlainNaming
from .importing import import_documents, read_documents
from .write.package_files import Package


def run(options: argparse.Namespace) -> int:
    """Import, print the report, and return the exit status.

    options: sources, into, naming, client, descriptions, line_length, allow_references, check,
    verbose.
    """
    package = _checked_package(options.into)
    naming = _naming(options.naming)
    naming.own_client_name = _checked_client(options.client)
    naming.descriptions = options.descriptions
    documents = read_documents(options.sources, options.allow_references)
    report = import_documents(
        documents, Package(package, Path()), naming, options.check, options.line_length
    )
    print(report.text(options.verbose))
    return report.exit_status


def _checked_package(name: str) -> str:
    if not all(_is_identifier(each) for each in name.split(".")):
        raise configuration_error(
            f"{name!r} is not the name of a package.", "Write names with dots: resources.desk."
        )
    return name


def _is_identifier(text: str) -> bool:
    try:
        check_identifier(None, None, text)
    except ValueError:
        return False
    return True


def _checked_client(name: str | None) -> str | None:
    if name is not None and (not _is_identifier(name) or name in IMPORTED_BY_SITES):
        raise configuration_error(
            f"{name!r} cannot be the name of a client class.",
            "Write an identifier that restmap does not use: --client Desk",
        )
    return name


def _naming(path: str | None) -> PlainNaming:
    if path is None:
        return PlainNaming()
    module, _, name = path.partition(":")
    try:
        cls: Any = getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError, ValueError) as error:
        raise configuration_error(
            f"there is no naming {path!r}: {error}.", "Write 'package.module:Class'."
        ) from None
    naming: PlainNaming = cls()
    return naming
