"""The error for a module of `resources` where a package of a program's own hides that package."""

from __future__ import annotations

import os
import sys

_PACKAGE = "resources"
"""The package that is installed beside this one."""


class HiddenModuleError(ModuleNotFoundError):
    """A module of the package that is hidden. Its message is what was found, and what to do."""


class HiddenResources:
    """A finder of modules that is asked last, and explains why a module was not found.

    https://docs.python.org/3/reference/import.html#the-meta-path
    """

    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> None:
        """Raise HiddenModuleError for a module of the hidden package; find nothing else."""
        package, _, module = name.partition(".")
        if package != _PACKAGE or not module:
            return
        hidden = os.path.join(os.path.dirname(os.path.dirname(__file__)), _PACKAGE)
        others = [*getattr(sys.modules.get(_PACKAGE), "__path__", ())]
        if hidden in others or not os.path.isdir(os.path.join(hidden, *module.split("."))):
            return
        raise HiddenModuleError(
            f"No module named {name!r}: the package {_PACKAGE!r} in {others[0]!r} hides that in "
            f"{hidden!r}.\n  Rename yours, or move it into a package of your own: of several "
            "top-level packages of one name, Python finds the first in sys.path.",
            name=name,
        )


def explain_hidden_resources() -> None:
    """Let the error for such a module explain it."""
    if HiddenResources not in sys.meta_path:
        sys.meta_path.append(HiddenResources)
