"""The command `restmap import`: its arguments, and what it prints."""

from __future__ import annotations

import argparse
import importlib
from pathlib import Path
from typing import Any

from ..errors import configuration_error
from .draft.expressions import check_identifier
from .draft.naming import PlainNaming
from .importing import import_documents, read_documents
from .write.package_files import Package


def run(options: argparse.Namespace) -> int:
    """Import, print the report, and return the exit status.

    options: sources, into, naming, domain, descriptions, allow_references, check, verbose.
    """
    package = _checked_package(options.into)
    naming = _naming(options.naming, options.domain)
    naming.descriptions = options.descriptions
    documents = read_documents(options.sources, options.allow_references)
    report = import_documents(documents, Package(package, Path()), naming, options.check)
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


def _naming(path: str | None, domain: str | None) -> PlainNaming:
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
