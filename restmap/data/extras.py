"""The packages for data, which are installed with an extra or by the user."""

from __future__ import annotations

from importlib.util import find_spec

from ..errors import configuration_error


def require(package: str, feature: str) -> None:
    """Refuse to go on without a package. feature: what needs it, such as `to_pandas()`.

    Raises ConfigurationError with the command that installs the package.
    """
    if find_spec(package) is None:
        install = _INSTALL.get(package, package)
        raise configuration_error(
            f"{feature} needs {package}, which is not installed.", f"Run: pip install {install}"
        )


_INSTALL = {"pyarrow": "'restmap[arrow]'"}
