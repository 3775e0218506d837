"""Builds the wheel and tries it in an empty environment: `make wheel`.

It is built from a copy, so that nothing of an earlier build is in it, and used from another
folder, so that nothing of the checkout is.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from zipfile import ZipFile

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PACKAGES = ("restmap", "resources")
MADE_ANYWHERE = shutil.ignore_patterns(".*", "__pycache__", "node_modules", "_build")
MADE_ON_TOP = shutil.ignore_patterns("build", "dist", "*.egg-info")
SECONDS = 300


def run(*command: str | Path, folder: Path) -> str:
    """What a command printed; where it fails, so does this program."""
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=SECONDS, check=False
    )
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def pip(*arguments: str | Path, folder: Path) -> None:
    run(
        sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments,
        folder=folder,
    )  # fmt: skip


def what_was_made(folder: str, names: list[str]) -> set[str]:
    """What commands left in the checkout: no part of the source."""
    made = MADE_ANYWHERE(folder, names)
    return made | MADE_ON_TOP(folder, names) if Path(folder) == ROOT else made


def built_wheel(source: Path, folder: Path) -> Path:
    pip("wheel", "--no-deps", "--wheel-dir", folder, source, folder=folder)
    (wheel,) = folder.glob("*.whl")
    return wheel


def check_contents(wheel: Path, source: Path) -> None:
    """Both packages whole, each marked as typed, and nothing beside them.

    What the importer wrote is known where it is imported again: in a checkout.
    """
    there = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    wanted = {
        path.relative_to(source).as_posix()
        for package in PACKAGES
        for path in (source / package).rglob("*")
        if path.is_file() and path.name != "restmap-import.json"
    }
    assert wanted >= {f"{package}/py.typed" for package in PACKAGES}
    assert there == wanted, sorted(there ^ wanted)


def empty_environment(folder: Path) -> Path:
    """The folder with the commands of a new environment, without pip even."""
    venv.create(folder / "environment", with_pip=False)
    return folder / "environment" / ("Scripts" if sys.platform == "win32" else "bin")


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="restmap-wheel-") as name:
        folder = Path(name)
        source = shutil.copytree(ROOT, folder / "source", ignore=what_was_made)
        wheel = built_wheel(source, folder)
        check_contents(wheel, source)
        commands = empty_environment(folder)
        pip("--python", commands / "python", "install", wheel, folder=folder)
        # -I: neither the checkout nor what this machine's variables say is seen.
        program = (commands / "python", "-I", "-W", "error", HERE / "program.py")
        print(run(*program, folder=folder))
        needed = subprocess.run(
            [commands / "restmap", "--version"], capture_output=True, text=True, check=False
        )
        assert needed.returncode == 2
        assert needed.stderr == (
            "restmap: the command line needs click and rich. "
            "Install the extra: pip install 'restmap[cli]'\n"
        )
        pip("--python", commands / "python", "install", f"{wheel}[sandbox]", folder=folder)
        print(run(*program, "sandbox", folder=folder))
        pip("--python", commands / "python", "install", f"{wheel}[cli]", folder=folder)
        version = run(commands / "restmap", "--version", folder=folder)
        assert re.fullmatch(r"restmap \d+\.\d+\.\d+\n", version), version
        assert "--port" in run(commands / "restmap", "sandbox", "--help", folder=folder)
        print(f"{wheel.name}: {wheel.stat().st_size / 1024:.0f} KiB, works by itself")


if __name__ == "__main__":
    main()
