"""Import documents into a package, with settings as text: what `restmap import` does."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from ..errors import configuration_error
from .draft.class_names import IMPORTED_BY_SITES
from .draft.expressions import check_identifier
from .draft.naming import PlainNaming
from .importing import import_documents, read_documents, say_nothing
from .report import Report
from .write.package_files import Package


def import_package(
    sources: Sequence[Path],
    into: str,
    *,
    naming: str | None = None,
    client: str | None = None,
    descriptions: bool = False,
    line_length: int = 88,
    allow_references: Sequence[str] = (),
    check: bool = False,
    tell: Callable[[str], object] = say_nothing,
) -> Report:
    """Write the declarations of OpenAPI documents into a package, and report what was done.

    sources: files and folders. into: the name of the package. naming: "module:Class"; by default
    names come from paths and operation ids. client: the name of the client class. descriptions:
    whether the texts of the documents are copied. line_length: that of the linter that the package
    is checked with. allow_references: folders and beginnings of URLs that references may lead
    into. check: whether nothing is written. tell: called with each step before it is done.
    Raises ConfigurationError for a setting or a document that cannot be used.
    """
    package = _checked_package(into)
    chosen = _naming(naming)
    chosen.own_client_name = _checked_client(client)
    chosen.descriptions = descriptions
    documents = read_documents(sources, allow_references, tell)
    return import_documents(documents, Package(package, Path()), chosen, check, line_length, tell)


def _checked_package(name: str) -> str:
    steps = name.split(".")
    if not all(map(_is_folder_name, steps)):
        raise configuration_error(
            f"{name!r:.200} is not the name of a package.", "Write names with dots: resources.desk."
        )
    if steps[0] in sys.stdlib_module_names or steps[0] == "restmap":
        owner = "restmap itself" if steps[0] == "restmap" else "a module of Python"
        raise configuration_error(
            f"{steps[0]!r} is the name of {owner}.", "Write another one: apis.desk."
        )
    return name


def _is_folder_name(text: str) -> bool:
    """Whether a package may have the name; names such as `__pycache__` have another meaning."""
    is_special = text.startswith("__") and text.endswith("__")
    return _is_identifier(text) and not is_special and len(text) <= _MAX_NAME


_MAX_NAME = 100


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
