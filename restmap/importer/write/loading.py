"""Loading: a separate process imports the written modules, and lists their operations."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
import cattrs

from ...describe.packages import PackageDescription
from ...describe.resources import ResourceDescription
from ..read.operations import shape
from ..read.parsing import document_error
from .package_files import Package

_TIMEOUT_SECONDS = 300


@attrs.frozen
class Failure:
    """A module or a mount that failed to load.

    module: its dotted name below the package. place: the refused declaration, such as
    "Ticket.Create (…)"; empty for any other failure. reason: one sentence.
    """

    module: str
    place: str
    reason: str

    @property
    def resource(self) -> str:
        """The resource class that was refused, such as "Ticket"; empty for any other failure."""
        return self.place.partition(" ")[0].partition(".")[0]

    @property
    def nested_class(self) -> str:
        """The nested class that was refused, such as "Create"; empty for any other failure."""
        return self.place.partition(" ")[0].partition(".")[2].partition(".")[0]


@attrs.frozen
class Loaded:
    """The result of loading a package.

    operations: methods, with URLs without the scheme and the names of path parameters.
    descriptions: the resources in modules of the user, by the paths of these modules.
    """

    failures: Sequence[Failure]
    operations: frozenset[tuple[str, str]]
    descriptions: Mapping[str, ResourceDescription]


def load_package(
    package: Package,
    folder: Path,
    client: str,
    modules: Iterable[str],
    described: Mapping[str, str],
) -> Loaded:
    """Import the modules of a package from a folder other than its own.

    client: the module and the class of its client, as "client:Desk". modules: their paths below the
    folder. described: the classes to describe, by the paths of their modules. Raises
    DocumentError if the process itself fails.
    """
    content = {
        "package": package.name,
        "folder": str(folder.resolve()),
        "client": client.split(":"),
        "modules": [_module_name(each) for each in modules],
        "described": {path: [_module_name(path), name] for path, name in described.items()},
    }
    outcome = _run(package, content)
    return Loaded(
        [Failure(**each) for each in outcome["failures"]],
        frozenset(
            (method, shape(url.removeprefix("https://"))) for method, url in outcome["operations"]
        ),
        {
            path: ResourceDescription.from_json(content)
            for path, content in outcome["descriptions"].items()
        },
    )


def describe_folder(package: Package, folder: Path) -> PackageDescription | str:
    """Describe a package whose modules are in a folder, in a separate process.

    Returns the reason, as one sentence, if the package cannot be loaded. Raises DocumentError if
    the process itself fails.
    """
    outcome = _run(package, {"package": package.name, "folder": str(folder.resolve())})
    if "failure" in outcome:
        return str(outcome["failure"])
    return cattrs.structure(outcome["description"], PackageDescription)


def _run(package: Package, content: Mapping[str, Any]) -> Any:
    """The result of the program `load_check` for a request. Raises DocumentError if it fails."""
    path = [str(package.root.resolve()), *map(os.path.abspath, sys.path)]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(path),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    with tempfile.TemporaryDirectory(prefix="restmap-import-") as temporary:
        request, result = Path(temporary) / "request.json", Path(temporary) / "result.json"
        request.write_text(json.dumps(content), encoding="utf-8")
        try:
            process = subprocess.run(
                [sys.executable, "-m", "restmap.describe.load_check", request, result],
                env=environment,
                capture_output=True,
                timeout=_TIMEOUT_SECONDS,
                check=False,
            )
            messages = process.stderr.decode(errors="replace").strip().splitlines()
        except subprocess.TimeoutExpired:
            messages = [f"it took more than {_TIMEOUT_SECONDS} seconds"]
        if not result.is_file():
            problem = messages[-1] if messages else "the process ended"
            raise document_error(
                f"the written modules cannot be loaded: {problem}.",
                "Nothing was changed. Please report it.",
            )
        return json.loads(result.read_bytes())


def _module_name(path: str) -> str:
    """The dotted name of a module below its package; empty for the package itself."""
    steps = path.removesuffix(".py").split("/")
    return ".".join(steps[:-1] if steps[-1] == "__init__" else steps)
