"""Updates: what an import over an earlier one changes for a program."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..describe.changes import Change, find_changes
from .read.parsing import document_error
from .write.loading import describe_folder
from .write.package_files import Change as FileChange, Package


def changes_for_programs(
    package: Package, change: FileChange, staged: Path
) -> tuple[Sequence[Change], str | None]:
    """What is different for a program, or the reason why this is not known.

    staged: the folder with the package as it is after the change; its modules could be loaded.
    Nothing is different if no file is, or if no earlier import wrote the package.
    """
    if change.is_empty or not package.is_imported:
        return (), None
    before = describe_folder(package, package.folder)
    if isinstance(before, str):
        return (), before
    after = describe_folder(package, staged)
    if isinstance(after, str):
        raise document_error(
            f"the written modules cannot be described: {after}.",
            "Nothing was changed. Please report it.",
        )
    return find_changes(before, after), None
