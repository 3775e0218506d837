"""The command: documents in, a package of declarations out, and a report of what differs."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Iterable, Sequence
from keyword import iskeyword
from pathlib import Path
from typing import Any

import attrs

from ..errors import configuration_error
from .compare import differences
from .documents import Document
from .drafting import draft_version
from .drafts import ResourceDraft, VersionDraft
from .naming import PlainNaming
from .packages import Files, api_files
from .tree import grow

MARK = "# Written by hand: `restmap import` compares this module and leaves it as it is."
"""A module with this line is never written over."""


@attrs.frozen
class Report:
    """What came of an import.

    operations: how many the documents have; declared: how many of them are declared. problems:
    why the others are not, by operation. kept: the modules written by hand; differences: where
    they and the documents disagree. written, removed: how many files changed on disk.
    """

    operations: int
    declared: int
    problems: Sequence[str]
    kept: Sequence[str]
    differences: Sequence[str]
    written: int
    removed: int

    def __str__(self) -> str:
        lines = [
            f"{self.declared} of {self.operations} operations are declared; "
            f"{self.written} files written, {self.removed} removed, "
            f"{len(self.kept)} written by hand and kept."
        ]
        lines += [f"left out: {each}" for each in self.problems]
        lines += [f"by hand:  {each}" for each in self.differences]
        return "\n".join(lines)


def import_documents(
    sources: Iterable[Path], package: str, naming: PlainNaming, root: Path | None = None
) -> Report:
    """Write the declarations of OpenAPI documents.

    sources: JSON files, or folders of them. package: dotted; it is written below `root`, by
    default the current directory. Modules that carry the mark of a hand are compared only.
    """
    if not all(each.isidentifier() and not iskeyword(each) for each in package.split(".")):
        raise configuration_error(
            f"{package!r} is no package.", "Write names with dots: resources.desk."
        )
    documents = [Document.read(path) for path in _document_paths(sources)]
    try:
        drafts = [draft_version(each, naming) for each in grow(documents, naming)]
    except RecursionError:
        raise configuration_error(
            "a schema is a part of itself.", "Break the circle of its references."
        ) from None
    folder = (root or Path()) / package.replace(".", "/")
    files = api_files(drafts, naming, package)
    kept = [name for name in files if _is_by_hand(folder / name)]
    if not (folder / "__init__.py").exists():
        files["__init__.py"] = f'"""The API as {package}.domains has it."""\n'
    written = _write({name: text for name, text in files.items() if name not in kept}, folder)
    removed = _remove_others(files, drafts, folder)
    problems = {name: why for each in drafts for name, why in each.problems.items()}
    count = len({each.address for document in documents for each in document.operations()})
    return Report(
        operations=count,
        declared=count - len(problems),
        problems=[f"{name}: {why}" for name, why in sorted(problems.items())],
        kept=kept,
        differences=list(_differences(drafts, kept, package)),
        written=written,
        removed=removed,
    )


def _document_paths(sources: Iterable[Path]) -> list[Path]:
    """The documents in files and folders, in the order of their names."""
    found: list[Path] = []
    for source in sources:
        inside = sorted(source.glob("*.json")) if source.is_dir() else [source]
        if not inside or not inside[0].exists():
            raise configuration_error(
                f"there is no document at {source}.", "Give JSON files, or a folder of them."
            )
        found += inside
    return found


def _is_by_hand(path: Path) -> bool:
    return path.exists() and MARK in path.read_text(encoding="utf-8")


def _write(files: Files, folder: Path) -> int:
    """Write what is new or other than on disk; how many files that were."""
    changed = 0
    for name, text in files.items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            changed += 1
    return changed


def _remove_others(files: Files, drafts: Sequence[VersionDraft], folder: Path) -> int:
    """Remove the modules of these versions that earlier documents gave and these do not."""
    removed = 0
    for draft in drafts:
        place = draft.place
        for path in (folder / place.domain / place.version).glob("*.py"):
            if path.relative_to(folder).as_posix() not in files and not _is_by_hand(path):
                path.unlink()
                removed += 1
    return removed


def _differences(
    drafts: Sequence[VersionDraft], kept: Sequence[str], package: str
) -> Iterable[str]:
    for version in drafts:
        for resource in version.resources:
            name = _module_of(resource)
            if f"{name.replace('.', '/')}.py" in kept:
                module = importlib.import_module(f"{package}.{name}")
                yield from differences(resource, module)


def _module_of(resource: ResourceDraft) -> str:
    place = resource.node.place
    return ".".join(filter(None, [place.domain, place.version, resource.module]))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `restmap import`."""
    parser.description = "Write declarations from OpenAPI 3 documents."
    parser.add_argument("sources", nargs="+", type=Path, metavar="SPEC", help="JSON, or a folder")
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
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Import, and print the report; 1 where an operation was left out."""
    naming = _naming(options.naming, options.domain)
    naming.descriptions = options.descriptions
    report = import_documents(options.sources, options.into, naming)
    print(report)
    return 1 if report.problems else 0


def _naming(path: str | None, domain: str | None) -> PlainNaming:
    if path is None:
        return PlainNaming(domain)
    module, _, name = path.partition(":")
    try:
        cls: Any = getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError, ValueError) as error:
        raise configuration_error(
            f"the naming {path!r} is none: {error}.", "Write 'package.module:Class'."
        ) from None
    naming: PlainNaming = cls(domain)
    return naming
