"""The public names: imported when they are asked for, and what each program does without."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import restmap


def test_each_name_is_there() -> None:
    assert [name for name in restmap.__all__ if not hasattr(restmap, name)] == []
    assert dir(restmap) == sorted(restmap.__all__)


def test_a_checker_and_the_interpreter_see_the_same_names() -> None:
    """They are listed once for each."""
    tree = ast.parse(Path(restmap.__file__).read_text())
    for_checkers = {
        (imported.module, alias.name)
        for imported in ast.walk(tree)
        if isinstance(imported, ast.ImportFrom) and imported.level == 1
        for alias in imported.names
    }

    assert for_checkers == {(home, name) for name, home in restmap._HOME_OF.items()}
    assert sorted(restmap._HOME_OF) == sorted([*restmap.__all__, "AiohttpTransport"])


def test_another_name_is_not_there() -> None:
    with pytest.raises(AttributeError, match=r"^module 'restmap' has no attribute 'Cleint'$"):
        restmap.Cleint  # type: ignore[attr-defined]  # noqa: B018


# What is loaded when it is used, since it takes longer than the package itself.
LATE = ("aiohttp", "attrs", "cattrs", "email", "inspect", "json", "logging", "msgspec", "ssl")


@pytest.mark.parametrize("statement", ["import restmap", "from resources.twilio import Client"])
def test_importing_loads_nothing_that_a_program_may_never_use(statement: str) -> None:
    # Without `site`, which loads what it likes.
    command = [sys.executable, "-S", "-c", f"{statement}\nimport sys\nprint(*sys.modules)"]
    path = ":".join([str(Path(restmap.__file__).parents[1]), *sys.path])

    run = subprocess.run(command, env={"PYTHONPATH": path}, capture_output=True, text=True)

    assert run.stderr == ""
    loaded = run.stdout.split()
    assert "restmap" in loaded
    assert [name for name in (*LATE, "urllib3") if name in loaded] == []
