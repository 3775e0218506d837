"""Package files: which files of a package the importer wrote, and the change it makes to them.

A manifest in the package names each file that was written, with a digest of its content. Files
that are not in it, or that were changed since, are the user's: they are neither written over nor
removed.
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
    """What an import does to a package. All are paths below it.

    files: what is to be there, by path. written: those that are new or differ. removed: those that
    an earlier import wrote and this one does not. kept: those that this import would have written
    or removed, and leaves as they are since they are the user's.
    """

    files: Mapping[str, str] = attrs.field(repr=False)
    written: Sequence[str]
    removed: Sequence[str]
    kept: Sequence[str]

    @property
    def is_empty(self) -> bool:
        """Whether everything is there already."""
        return not self.written and not self.removed


@attrs.frozen
class Package:
    """A package that is imported into: its name with dots, below a folder."""

    name: str
    root: Path

    @property
    def folder(self) -> Path:
        """Where it is."""
        return self.root / self.name.replace(".", "/")

    def change_to(self, files: Mapping[str, str]) -> Change:
        """What it takes for files to be there. Raises ConfigurationError where they may not be."""
        digests = self._manifest()
        self._check_inside(sorted({*files, *digests}))
        found = {path: self._digest(path) for path in {*files, *digests}}
        wanted = {path: _digest(text.encode()) for path, text in files.items()}
        # A file is the importer's where it is not there, as it was written, or as it would be.
        theirs = {
            path
            for path, digest in found.items()
            if digest not in (None, digests.get(path), wanted.get(path))
        }
        return Change(
            files={path: text for path, text in files.items() if path not in theirs},
            written=sorted(each for each in {*files} - theirs if found[each] != wanted[each]),
            removed=sorted(each for each in {*digests} - {*files} - theirs if found[each]),
            # In place of an empty __init__ of the package, one of the user's is as good.
            kept=sorted(theirs - {"__init__.py"}),
        )

    def _digest(self, path: str) -> str | None:
        """The digest of a file; None where there is none. A link or a folder has that of none."""
        file = self.folder / path
        if not os.path.lexists(file):
            return None
        return _digest(file.read_bytes()) if file.is_file() and not file.is_symlink() else "other"

    def _check_inside(self, paths: Sequence[str]) -> None:
        """Refuse to write through links that lead out of the package or of the current folder."""
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
        """The digests of the files that earlier imports wrote, by path."""
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
    def staged(self, change: Change, beside: bool = True) -> Generator[Path]:
        """A copy of the package with a change, for as long as the block lasts.

        beside: whether it stands beside the package, from where it can be moved; else it is
        where the system keeps temporary files, and nothing is written here.
        """
        above = next(each for each in self.folder.parents if each.is_dir())
        with tempfile.TemporaryDirectory(
            prefix=".restmap-import-", dir=above if beside else None
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
        """The modules that are there: those that the user wrote are a part of what is loaded."""
        staged.mkdir()
        for file in self.folder.rglob("*.py"):
            target = staged / file.relative_to(self.folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)

    def apply(self, change: Change, staged: Path) -> None:
        """Make a change, with the files of a staged copy. A failure undoes what was done."""
        old = staged.parent / "old"
        created: list[Path] = []
        try:
            for path in [*change.written, *change.removed]:
                target = self.folder / path
                if os.path.lexists(target):
                    _move(target, old / path)
                if path in change.files:
                    created.append(target)
                    _move(staged / path, target)
            self._write_manifest(change, staged.parent / MANIFEST)
        except BaseException:
            for target in created:
                target.unlink(missing_ok=True)
            for file in old.rglob("*.py"):
                _move(file, self.folder / file.relative_to(old))
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
    return hashlib.sha256(data).hexdigest()


def _move(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    source.replace(target)
