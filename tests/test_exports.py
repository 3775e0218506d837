"""The public names are imported on first use, and so are slow modules."""

from __future__ import annotations

import ast
import builtins
import subprocess
import sys
from pathlib import Path

import pytest

import restmap


def test_each_name_can_be_imported() -> None:
    assert [name for name in dir(restmap) if not hasattr(restmap, name)] == []
    left_out = {"AiohttpTransport", "collections", "domain", "map", "version"}
    assert {*dir(restmap)} == {*restmap.__all__, *left_out}


def test_importing_every_name_hides_nothing_of_the_standard_library() -> None:
    hidden = {*sys.stdlib_module_names, *dir(builtins)} & {*restmap.__all__}

    assert hidden == set()


def test_type_checkers_and_the_interpreter_see_the_same_names() -> None:
    """Each of the two has a list of its own in `restmap/__init__.py`."""
    tree = ast.parse(Path(restmap.__file__).read_text())
    for_type_checkers = {
        (imported.module, alias.name, alias.asname)
        for imported in ast.walk(tree)
        if isinstance(imported, ast.ImportFrom) and imported.level == 1
        for alias in imported.names
        if imported.module != "hidden_resources"
    }

    at_run_time = {(module, name, name) for name, module in restmap._MODULE_BY_NAME.items()}
    assert for_type_checkers == {*at_run_time, ("_version", "__version__", "__version__")}


def test_another_name_cannot_be_imported() -> None:
    with pytest.raises(AttributeError, match=r"^module 'restmap' has no attribute 'Cleint'$"):
        restmap.Cleint  # type: ignore[attr-defined]  # noqa: B018


# Modules that are imported on first use, since they take longer than the package itself.
LATE = ("aiohttp", "cattrs", "email", "json", "logging", "msgspec", "pyarrow", "ssl")


@pytest.mark.parametrize("statement", ["import restmap", "from resources.twilio import Client"])
def test_importing_loads_nothing_that_a_program_may_never_use(statement: str) -> None:
    # Without `site`, which may import any module.
    command = [sys.executable, "-S", "-c", f"{statement}\nimport sys\nprint(*sys.modules)"]
    path = ":".join([str(Path(restmap.__file__).parents[1]), *sys.path])

    run = subprocess.run(command, env={"PYTHONPATH": path}, capture_output=True, text=True)

    assert run.stderr == ""
    loaded = run.stdout.split()
    assert "restmap" in loaded
    assert [name for name in (*LATE, "urllib3") if name in loaded] == []


HIDES = """\
No module named 'resources.twilio': the package 'resources' in {own!r} hides that in {hidden!r}.
  Rename yours, or move it into a package of your own: of several top-level packages of one name, \
Python finds the first in sys.path.
"""


def run_beside_a_package_of_ones_own(folder: Path, *arguments: str) -> tuple[str, str]:
    """The last lines of the error, where a program has a package `resources`; and that package."""
    own = folder / "resources"
    own.mkdir()
    (own / "__init__.py").touch()
    (own / "images.py").touch()
    path = ":".join([str(folder), str(Path(restmap.__file__).parents[1]), *sys.path])
    # Without `site`, where an editable installation has a finder of its own.
    run = subprocess.run(
        [sys.executable, "-S", *arguments],
        env={"PYTHONPATH": path}, cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    hidden = Path(restmap.__file__).parents[1] / "resources"
    return run.stderr, HIDES.format(own=str(own), hidden=str(hidden))


@pytest.mark.parametrize(
    "statement", ["import resources.twilio", "from resources.twilio import Client"]
)
def test_a_package_that_hides_ours_is_named(tmp_path: Path, statement: str) -> None:
    program = f"import resources.images, restmap\n{statement}"
    found, expected = run_beside_a_package_of_ones_own(tmp_path, "-c", program)
    assert found.endswith(f"HiddenModuleError: {expected}")


def test_the_command_line_names_it(tmp_path: Path) -> None:
    arguments = ["-m", "restmap", "operations", "resources.twilio"]
    found, expected = run_beside_a_package_of_ones_own(tmp_path, *arguments)
    # The command line wraps lines to the width of its terminal.
    assert found.split() == f"restmap operations: {expected}".split()


def test_other_modules_are_missing_as_ever(tmp_path: Path) -> None:
    program = (
        "import restmap\n"
        "from importlib.util import find_spec\n"
        "assert find_spec('resources.nothing') is find_spec('nothing') is None\n"
        "import resources.nothing"
    )
    found, _ = run_beside_a_package_of_ones_own(tmp_path, "-c", program)
    assert found.endswith("ModuleNotFoundError: No module named 'resources.nothing'\n")
