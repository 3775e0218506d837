"""Loading: a fresh process imports what was written, and says which operations are there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from ..read.document_operations import shape
from ..read.parsing import document_error
from .compare import ResourceDescription
from .package_files import Package

_TIMEOUT_SECONDS = 300


@attrs.frozen
class Failure:
    """A module, or a mount, that failed.

    module: below the package, with dots. place: of the declaration that was refused, such as
    "Ticket.Create (…)"; "" where it was no declaration. reason: one sentence.
    """

    module: str
    place: str
    reason: str

    @property
    def resource(self) -> str:
        """The class whose declaration was refused, such as "Ticket"; "" for none."""
        return self.place.partition(" ")[0].partition(".")[0]

    @property
    def nested_class(self) -> str:
        """The operation whose declaration was refused, such as "Create"; "" for none."""
        return self.place.partition(" ")[0].partition(".")[2].partition(".")[0]


@attrs.frozen
class Loaded:
    """What came of loading a package.

    operations: the method and the URL without its scheme and the names of path parameters.
    descriptions: what resources declare whose modules are the user's, by the paths of these.
    """

    failures: Sequence[Failure]
    operations: frozenset[tuple[str, str]]
    descriptions: Mapping[str, ResourceDescription]


def load_package(
    package: Package, folder: Path, modules: Iterable[str], described: Mapping[str, str]
) -> Loaded:
    """Import the modules of a package from the folder it is in for now.

    modules: paths below it. described: classes to describe, by the paths of their modules. Nothing
    is left behind but two files beside the folder. Raises DocumentError where the process fails.
    """
    request, result = folder.parent / "request.json", folder.parent / "result.json"
    content = {
        "package": package.name,
        "folder": str(folder.resolve()),
        "modules": [_module_name(each) for each in modules],
        "described": {path: [_module_name(path), name] for path, name in described.items()},
    }
    request.write_text(json.dumps(content), encoding="utf-8")
    path = [str(package.root.resolve()), *map(os.path.abspath, sys.path)]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(path),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    try:
        process = subprocess.run(
            [sys.executable, "-m", "restmap.importer.write.load_check", request, result],
            env=environment,
            capture_output=True,
            timeout=_TIMEOUT_SECONDS,
            check=False,
        )
        said = process.stderr.decode(errors="replace").strip().splitlines()
    except subprocess.TimeoutExpired:
        said = [f"it took more than {_TIMEOUT_SECONDS} seconds"]
    if not result.is_file():
        raise document_error(
            f"what was written cannot be loaded: {said[-1] if said else 'the process ended'}.",
            "Nothing was changed. Please report it.",
        )
    found: Any = json.loads(result.read_bytes())
    return Loaded(
        [Failure(**each) for each in found["failures"]],
        frozenset((method, shape(url)) for method, url in found["operations"]),
        {
            path: ResourceDescription.from_json(content)
            for path, content in found["descriptions"].items()
        },
    )


def _module_name(path: str) -> str:
    """The name of a module below its package: "" for the package itself."""
    steps = path.removesuffix(".py").split("/")
    return ".".join(steps[:-1] if steps[-1] == "__init__" else steps)
