"""Where an export goes: a file, or a directory of data files."""

from __future__ import annotations

import os
from pathlib import Path

import attrs

from ..errors import configuration_error
from .part_formats import FORMATS


@attrs.frozen
class Target:
    """Where an export goes. directory: of the data files, which a file is joined from."""

    path: Path
    format: str
    is_file: bool

    @classmethod
    def of(cls, path: str | os.PathLike[str], given: str | None) -> Target:
        """The target of a path."""
        found = Path(path).absolute()
        of_suffix = found.suffix.removeprefix(".").lower()
        if given is not None and given not in FORMATS:
            raise configuration_error(
                f"{given!r} is not a format.", f"Write one of {', '.join(FORMATS)}.", "export"
            )
        if found.is_dir() or str(path).endswith(("/", os.sep)) or not found.suffix:
            return cls(found, given or "parquet", is_file=False)
        if of_suffix not in FORMATS or given not in (None, of_suffix):
            suffixes = ", ".join(each.suffix for each in FORMATS.values())
            raise configuration_error(
                f"the name of {str(path)!r} does not end with the suffix of its format.",
                f"Write one of {suffixes}, or a directory with a slash at its end.",
                "export",
            )
        return cls(found, of_suffix, is_file=True)

    @property
    def directory(self) -> Path:
        """The directory of the data files."""
        return self.path.with_name(f"{self.path.name}.parts") if self.is_file else self.path

    @property
    def scrap(self) -> Path:
        """The name that the directory of a file has while it is removed."""
        return self.path.with_name(f".{self.path.name}.scrap")
