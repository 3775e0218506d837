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
    }

    at_run_time = {(module, name, name) for name, module in restmap._MODULE_BY_NAME.items()}
    assert for_type_checkers == {*at_run_time, ("_version", "__version__", "__version__")}


def test_another_name_cannot_be_imported() -> None:
    with pytest.raises(AttributeError, match=r"^module 'restmap' has no attribute 'Cleint'$"):
        restmap.Cleint  # type: ignore[attr-defined]  # noqa: B018


# Modules that are imported on first use, since they take longer than the package itself.
LATE = ("aiohttp", "cattrs", "email", "json", "logging", "msgspec", "ssl")


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
