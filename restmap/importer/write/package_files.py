"""Package files: the files of a package that belong to the importer, and changes to them.

A manifest in the package lists each file that was written, with a digest of its content. Files
that are not in the manifest, or that were changed since, belong to the user: they are neither
overwritten nor removed.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import attrs

from ...errors import configuration_error

MANIFEST = "restmap-import.json"


@attrs.frozen
class Change:
    """The change of an import to a package. Files are given by their paths below it.

    files: the files of the importer after the change, with their texts. written: the files that are
    new or different. removed: the files that an earlier import wrote and this one does not write.
    kept: the files that the import would write or remove if they did not belong to the user.
    """

    files: Mapping[str, str] = attrs.field(repr=False)
    written: Sequence[str]
    removed: Sequence[str]
    kept: Sequence[str]

    @property
    def is_empty(self) -> bool:
        """Whether the change neither writes nor removes a file."""
        return not self.written and not self.removed


@attrs.frozen
class Package:
    """The package that an import writes: its dotted name, below a root folder."""

    name: str
    root: Path

    @property
    def folder(self) -> Path:
        """The folder of the package."""
        return self.root / self.name.replace(".", "/")

    @property
    def is_imported(self) -> bool:
        """Whether an earlier import wrote the package."""
        return (self.folder / MANIFEST).is_file()

    def change_to(self, files: Mapping[str, str]) -> Change:
        """The change to a set of files. Raises ConfigurationError for links that lead elsewhere."""
        digests = self._manifest()
        self._check_inside(sorted({*files, *digests}))
        current = {path: self._digest(path) for path in {*files, *digests}}
        wanted = {path: _digest(text.encode()) for path, text in files.items()}
        # A file belongs to the importer if it does not exist, is unchanged, or would not change.
        of_user = {
            path
            for path, digest in current.items()
            if digest not in (None, digests.get(path), wanted.get(path))
        }
        return Change(
            files={path: text for path, text in files.items() if path not in of_user},
            written=sorted(each for each in {*files} - of_user if current[each] != wanted[each]),
            removed=sorted(each for each in {*digests} - {*files} - of_user if current[each]),
            # An __init__.py of the user is not reported: the package works with any.
            kept=sorted(of_user - {"__init__.py"}),
        )

    def _digest(self, path: str) -> str | None:
        """The digest of a file; None if it does not exist, "other" for a link or a folder."""
        file = self.folder / path
        if not os.path.lexists(file):
            return None
        return _digest(file.read_bytes()) if file.is_file() and not file.is_symlink() else "other"

    def _check_inside(self, paths: Sequence[str]) -> None:
        """Refuse links that lead out of the package, or the package out of the root folder."""
        root, folder = self.root.resolve(), self.folder.resolve()
        if not folder.is_relative_to(root):
            raise configuration_error(
                f"{self.folder} leads to {folder}, outside of {root}.",
                "Import from within the folder that the package is in.",
            )
        for path in paths:
            parent = (self.folder / path).parent
            if not parent.resolve().is_relative_to(folder):
                raise configuration_error(
                    f"{parent} leads to {parent.resolve()}, outside of the package.",
                    "Put a folder in place of the link.",
                )

    def _manifest(self) -> dict[str, str]:
        """The digest of each file that earlier imports wrote, by its path."""
        file = self.folder / MANIFEST
        if not file.is_file():
            return {}
        try:
            content: Any = json.loads(file.read_bytes())
            digests: dict[str, Any] = content["files"]
            is_sound = all(
                _is_module_path(path) and isinstance(digest, str)
                for path, digest in digests.items()
            )
        except (ValueError, TypeError, KeyError, AttributeError):
            is_sound, digests = False, {}
        if not is_sound:
            raise configuration_error(
                f"{file} is not a manifest of `restmap import`.",
                "Restore it, or remove it: then every file of the package counts as yours.",
            )
        return digests

    # -- the change -------------------------------------------------------------------------

    @contextmanager
    def staged(self, change: Change, next_to_package: bool = True) -> Generator[Path]:
        """A copy of the package with a change applied, while the block lasts.

        next_to_package: make the copy next to the package, so that it can be moved into place;
        otherwise it is made in the temporary folder of the system.
        """
        parent = next(each for each in self.folder.parents if each.is_dir())
        with tempfile.TemporaryDirectory(
            prefix=".restmap-import-", dir=parent if next_to_package else None
        ) as temporary:
            staged = Path(temporary) / "new"
            self._copy_modules(staged)
            for path in change.removed:
                (staged / path).unlink(missing_ok=True)
            for path, text in change.files.items():
                (staged / path).parent.mkdir(parents=True, exist_ok=True)
                (staged / path).write_text(text, encoding="utf-8")
            yield staged

    def _copy_modules(self, staged: Path) -> None:
        """Copy the existing modules, since modules of the user are loaded as well."""
        staged.mkdir()
        for file in self.folder.rglob("*.py"):
            target = staged / file.relative_to(self.folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)

    def apply(self, change: Change, staged: Path) -> None:
        """Move the files of a staged copy into place. A failure undoes the whole change."""
        backup = staged.parent / "old"
        created: list[Path] = []
        try:
            for path in [*change.written, *change.removed]:
                target = self.folder / path
                if os.path.lexists(target):
                    _move(target, backup / path)
                if path in change.files:
                    created.append(target)
                    _move(staged / path, target)
            self._write_manifest(change, staged.parent / MANIFEST)
        except BaseException:
            for target in created:
                target.unlink(missing_ok=True)
            for file in backup.rglob("*.py"):
                _move(file, self.folder / file.relative_to(backup))
            self._remove_empty_folders(created)
            raise
        self._remove_empty_folders([self.folder / path for path in change.removed])

    def _remove_empty_folders(self, files: Sequence[Path]) -> None:
        for folder in sorted({each.parent for each in files}, reverse=True):
            if folder != self.folder and folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()

    def _write_manifest(self, change: Change, temporary: Path) -> None:
        digests = {path: _digest(text.encode()) for path, text in change.files.items()}
        text = json.dumps({"files": dict(sorted(digests.items()))}, indent=1) + "\n"
        target = self.folder / MANIFEST
        if not target.is_file() or target.read_text(encoding="utf-8") != text:
            temporary.write_text(text, encoding="utf-8")
            temporary.replace(target)


def _is_module_path(path: str) -> bool:
    *folders, file = path.split("/")
    return file.endswith(".py") and all(
        each.isidentifier() for each in [*folders, file.removesuffix(".py")]
    )


def _digest(data: bytes) -> str:
    """A digest that tells whether a file was changed; it does not protect from intention."""
    return hashlib.sha256(data).hexdigest()[:16]


def _move(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    source.replace(target)
