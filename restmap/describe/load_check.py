"""Load check: a program that imports a package which is not in its final place yet.

    python -m restmap.describe.load_check REQUEST RESULT

REQUEST and RESULT are JSON files. The first has the name of the package, its folder, its modules,
and the classes to describe. The program writes to the second: the failures, the operations that can
be reached through the client, and the descriptions. A request with the name and the folder alone
asks for the description of the whole package.
"""

from __future__ import annotations

import gc
import importlib
import json
import sys
import traceback
from collections.abc import Iterator, Mapping, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path
from typing import Any

import attrs
import cattrs

from ..api.mounts import Mount
from ..api.resource import Resource
from ..declare.members import members_of
from ..declare.models import Model, refuse_unfit_member
from ..declare.place import Place
from ..errors import DeclarationError
from .declared import DeclaredSite, find_sites
from .nodes import build_mount_nodes, top_mounts
from .packages import describe_package
from .resources import ResourceDescription
from .routes import routes_of_node


class _StagedFinder(MetaPathFinder):
    """Finds a package in a folder with another name."""

    def __init__(self, package: str, folder: Path) -> None:
        self._package = package
        self._folder = folder

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: Any = None
    ) -> ModuleSpec | None:
        if fullname == self._package:
            init = self._folder / "__init__.py"
            return spec_from_file_location(
                fullname, init, submodule_search_locations=[str(self._folder)]
            )
        return None


class _ParentFinder(MetaPathFinder):
    """Finds the parents of a package that do not exist yet."""

    def __init__(self, package: str) -> None:
        self._package = package

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: Any = None
    ) -> ModuleSpec | None:
        if not self._package.startswith(f"{fullname}."):
            return None
        spec = ModuleSpec(fullname, None, is_package=True)
        spec.submodule_search_locations = []
        return spec


def find_package_in(folder: Path, package: str) -> None:
    """Let imports of a package lead to a folder."""
    sys.meta_path.insert(0, _StagedFinder(package, folder))
    sys.meta_path.append(_ParentFinder(package))


def describe(package: str) -> dict[str, Any]:
    """The description of a package, or the reason why it cannot be loaded."""
    try:
        return {"description": cattrs.unstructure(describe_package(package))}
    except Exception as error:  # importing a module can raise anything
        return {"failure": str(error).partition("\n")[0] or type(error).__name__}


def load(
    package: str,
    folder: Path,
    client: tuple[str, str],
    modules: Sequence[str],
    described: Mapping[str, tuple[str, str]],
) -> dict[str, Any]:
    """Import modules, find the operations that the client reaches, and describe some classes.

    client: the module and the name of the client class. described: the module and the name of each
    class to describe, by a key of the caller's choice.
    """
    failures = [failure for each in modules for failure in _failures_of(package, each, folder)]
    operations: list[tuple[str, str]] = []
    if not failures:
        for site, mount in _mounts(package, client, failures, folder):
            try:
                operations += [
                    (route.operation.method, route.url)
                    for node in build_mount_nodes(mount, site)
                    for route in routes_of_node(node)
                ]
            except Exception as error:  # importing a module can raise anything
                failures.append(_failure(error, folder, ""))
    descriptions = {
        key: attrs.asdict(ResourceDescription.of(resource))
        for key, (module, name) in described.items()
        if (resource := getattr(sys.modules.get(f"{package}.{module}"), name, None)) is not None
    }
    return {"failures": failures, "operations": operations, "descriptions": descriptions}


def _mounts(
    package: str, client: tuple[str, str], failures: list[dict[str, str]], folder: Path
) -> Iterator[tuple[DeclaredSite, Mount[Any]]]:
    """The mounts at the top of the client, its domains and versions."""
    module, name = client
    try:
        sites = find_sites(getattr(importlib.import_module(f"{package}.{module}"), name))
    except Exception as error:
        failures.append(_failure(error, folder, module))
        return
    for site in sites:
        for mount in top_mounts(site):
            yield site, mount


def _failures_of(package: str, module: str, folder: Path) -> Iterator[dict[str, str]]:
    try:
        loaded = importlib.import_module(f"{package}.{module}" if module else package)
        for each in vars(loaded).values():
            if isinstance(each, type) and issubclass(each, Model) and each is not Model:
                _check_members(each, str(loaded.__file__))
            if isinstance(each, type) and issubclass(each, Resource):
                _check_later_types(each)
    except Exception as error:
        yield _failure(error, folder, module)


def _check_members(model: type[Model], file: str) -> None:
    """Read the types of members that may be defined below the model, or in another module."""
    for member in members_of(model):
        refuse_unfit_member(member.name, member.kind, member.spec, Place(model.__name__, file, 1))


def _check_later_types(resource: type[Resource]) -> None:
    """Read the types that name resources of other modules, in fields and results."""
    for field in resource._plan.fields.values():
        _ = field.kind
    for operation in resource._plan.operations.values():
        _ = operation.returns


def _failure(error: Exception, folder: Path, module: str) -> dict[str, str]:
    """A failure as JSON. module: the innermost module of the package in the traceback."""
    inside = [module]
    for frame in traceback.extract_tb(error.__traceback__):
        if Path(frame.filename).is_relative_to(folder):
            path = Path(frame.filename).relative_to(folder).with_suffix("")
            steps = path.parts[:-1] if path.name == "__init__" else path.parts
            inside.append(".".join(steps))
    place = error.__dict__.get("place", "") if isinstance(error, DeclarationError) else ""
    reason = str(error).partition("\n")[0] or type(error).__name__
    return {"module": inside[-1], "place": str(place), "reason": reason}


if __name__ == "__main__":
    # What is made here is needed to the end. Looking for garbage takes a quarter of the time.
    gc.disable()
    request = json.loads(Path(sys.argv[1]).read_bytes())
    find_package_in(Path(request["folder"]), request["package"])
    if "modules" in request:
        result = load(
            request["package"],
            Path(request["folder"]),
            request["client"],
            request["modules"],
            request["described"],
        )
    else:
        result = describe(request["package"])
    Path(sys.argv[2]).write_text(json.dumps(result), encoding="utf-8")
