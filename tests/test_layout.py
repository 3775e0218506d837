"""Which module may import which: no circles, and arrows between folders go one way.

What is imported for type checkers alone counts as well, and what a function imports when it runs.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import restmap

ROOT = Path(restmap.__file__).parent

# A module imports those of its own folder and of the folders before it.
FOLDERS = (
    "declare",
    "plan",
    "display",
    "encode",
    "transports",
    "send",
    "auth",
    "decode",
    "data",
    "api",
    "exporting",
    "describe",
    "sandbox",
    "testing",
    "openapi",
    "importer",
    "command_line",
)
# The order of the folders in the importer; the importer's own modules are above them.
IMPORTER_FOLDERS = ("read", "draft", "write")
# Modules of the root that every folder may import; they import each other alone.
BELOW = {"_version", "body_sources", "errors", "hidden_resources", "json_codec", "messages"} | {
    "sensitive",
    "short_repr",
    "streamed_body",
    "validators",
}
# Modules of the root that no folder may import.
ABOVE = {"", "__main__"}

Graph = Mapping[str, set[str]]


def import_graph(root: Path) -> dict[str, set[str]]:
    """The modules of a package, each with those of the package that it imports.

    Names are dotted and relative to the package, which is "" itself.
    """
    paths = {module_name(path.relative_to(root)): path for path in root.rglob("*.py")}
    graph: dict[str, set[str]] = {}
    for module, path in paths.items():
        package = module if path.stem == "__init__" else module.rpartition(".")[0]
        imported = imports_of(ast.parse(path.read_text()), root.name, package)
        found = {name if name in paths else name.rpartition(".")[0] for name in imported}
        graph[module] = {name for name in found if name in paths} - {module}
    return graph


def module_name(path: Path) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(tree: ast.Module, root: str, package: str) -> Iterator[str]:
    """The names that a module imports from its own package, which may be modules or in them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            absolute = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = f"{root}.{package}".rstrip(".").split(".")
            base = above[: len(above) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            absolute = [f"{module}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (name.partition(".")[2] for name in absolute if name.split(".")[0] == root)


def height(module: str) -> int:
    """The position of a module in the order."""
    if module in ABOVE:
        return len(FOLDERS) + len(IMPORTER_FOLDERS) + 1
    if module in BELOW:
        return 0
    folder, *inner = module.split(".")
    found = FOLDERS.index(folder) + 1
    if folder != "importer":
        # The folders after the importer are above all of its own.
        return found if found <= FOLDERS.index("importer") else found + len(IMPORTER_FOLDERS)
    is_inner = inner and inner[0] in IMPORTER_FOLDERS
    return found + (IMPORTER_FOLDERS.index(inner[0]) if is_inner else len(IMPORTER_FOLDERS))


def circle(graph: Graph) -> list[str]:
    """Modules that import each other in a circle; empty if no modules do."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def wrong_arrows(graph: Graph) -> list[str]:
    """The imports that go up in the order."""
    return sorted(
        f"{module} -> {imported}"
        for module, names in graph.items()
        for imported in names
        if height(imported) > height(module)
    )


GRAPH = import_graph(ROOT)


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert circle(GRAPH) == []


def test_arrows_between_folders_go_one_way() -> None:
    assert wrong_arrows(GRAPH) == []


def test_every_module_has_its_place_in_the_order() -> None:
    folders = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    modules = {name for name in GRAPH if "." not in name and name not in folders}

    assert folders == set(FOLDERS)
    assert modules == BELOW | ABOVE


@pytest.mark.parametrize(
    "statement",
    [
        "from ..decode.records import load_record",
        "from ..decode import records",
        "from .. import decode",
        "import restmap.decode.records",
        "from restmap.decode.records import load_record",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from ..decode import records",
        "def later():\n    from ..decode import records",
        "from .. import Client",
    ],
)
def test_an_arrow_that_goes_up_is_found(tmp_path: Path, statement: str) -> None:
    for path, text in {"plan/operation.py": statement, "decode/records.py": ""}.items():
        file = tmp_path / "restmap" / path
        file.parent.mkdir(parents=True)
        file.write_text(text)
        (file.parent / "__init__.py").touch()
    (tmp_path / "restmap/__init__.py").touch()

    (arrow,) = wrong_arrows(import_graph(tmp_path / "restmap"))

    assert arrow.startswith("plan.operation -> ")


def test_a_circle_is_found(tmp_path: Path) -> None:
    (tmp_path / "first.py").write_text("from .second import two\n")
    (tmp_path / "second.py").write_text("def two():\n    from . import first\n")

    assert sorted(set(circle(import_graph(tmp_path)))) == ["first", "second"]
