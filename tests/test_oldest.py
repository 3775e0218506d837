"""The oldest versions that are tested are the oldest that the package allows."""

from __future__ import annotations

import configparser
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_oldest_versions_are_those_of_the_metadata() -> None:
    metadata = configparser.ConfigParser()
    metadata.read(ROOT / "setup.cfg")
    extras = metadata["options.extras_require"]
    allowed = [metadata["options"]["install_requires"], *(extras[name] for name in EXTRAS)]

    assert versions(ROOT / "tests/oldest.txt", "==") == dict(
        pair for text in allowed for pair in re.findall(r"([\w.-]+) >= ([\d.]+)", text)
    )


EXTRAS = ("arrow", "async", "cli", "import", "otel", "sandbox", "speed", "testing")


def versions(path: Path, sign: str) -> dict[str, str]:
    """The versions in a requirements file, without a trailing zero."""
    found = re.findall(rf"^([\w.-]+) {sign} ([\d.]+)$", path.read_text(), re.MULTILINE)
    return {name: version.removesuffix(".0") for name, version in found}
