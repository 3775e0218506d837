"""Profiles: the arguments of clients, in a file that nobody else can read; or the environment."""

from __future__ import annotations

import os
import stat
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from ..api.client import Client
from ..declare.place import known_names
from ..errors import ConfigurationError, compose, configuration_error
from .roots import credential_names, make_client, own_argument_names, variable_name

_FILE = "RESTMAP_PROFILES"


def profile_file() -> Path:
    """The path of the file: that in RESTMAP_PROFILES, or `profiles.toml` in the user's folder."""
    given = os.environ.get(_FILE)
    return Path(given) if given else Path(click.get_app_dir("restmap")) / "profiles.toml"


def read_profiles() -> Mapping[str, Mapping[str, Any]]:
    """The profiles of the file by name.

    Raises ConfigurationError for a file that is not there, that others can read, or that is not
    TOML with tables.
    """
    path = profile_file()
    try:
        with path.open("rb") as file:
            _refuse_readable(path, os.fstat(file.fileno()))
            profiles: dict[str, Any] = tomllib.load(file)
    except OSError as error:
        raise configuration_error(
            f"the profiles cannot be read from {path}: {error.strerror}.",
            f"Write the file, with mode 600; or set {_FILE} to the path of another.",
        ) from None
    except ValueError as error:
        raise configuration_error(f"{path} is not TOML: {error}.", "Correct it.") from None
    for name, each in profiles.items():
        if not isinstance(each, dict):
            raise configuration_error(
                f"{name!r} in {path} is not in a profile.", "Write [NAME] in a line above it."
            )
    return profiles


def _refuse_readable(path: Path, found: os.stat_result) -> None:
    """Refuse a file that others than its owner can read or write."""
    mode = stat.S_IMODE(found.st_mode)
    if os.name == "posix" and mode & 0o077:
        raise configuration_error(
            f"{path} has the mode {mode:03o}, so others can read the credentials in it.",
            f"Run: chmod 600 {path}",
        )


def read_profile(name: str) -> Mapping[str, Any]:
    """The arguments of a profile. Raises ConfigurationError where there is no such profile."""
    profiles = read_profiles()
    if name not in profiles:
        raise configuration_error(
            f"there is no profile {name!r} in {profile_file()}.",
            known_names(name, profiles, "Profiles"),
        )
    return profiles[name]


def open_client(cls: type[Client], profile: str | None, base_url: str | None) -> Client:
    """The client of a class, with the arguments of a profile or of the environment.

    base_url: in place of theirs, if given. Raises ConfigurationError where a credential is missing.
    """
    arguments = {**(read_profile(profile) if profile else _from_environment(cls))}
    if base_url is not None:
        arguments["base_url"] = base_url
    try:
        return make_client(cls, arguments)
    except ConfigurationError as error:
        names = [*own_argument_names(cls), *credential_names(cls)]
        variables = [variable_name(cls, each) for each in names]
        if profile or not variables or "environment" in str(error):
            raise
        raise ConfigurationError(
            compose(
                str(error).partition("\n")[0],
                f"Set {' or '.join(variables)} in the environment, or name a profile: "
                "--profile NAME",
            )
        ) from error


def _from_environment(cls: type[Client]) -> dict[str, Any]:
    """The arguments of a client class that the environment has: DESK_TOKEN for `Desk(token=…)`."""
    credentials = _variables_of(cls, credential_names(cls))
    arguments = _variables_of(cls, own_argument_names(cls))
    return {**arguments, "credentials": credentials} if credentials else {**arguments}


def _variables_of(cls: type[Client], names: Iterable[str]) -> dict[str, str]:
    """The values by name of those that the environment has."""
    variables = {name: variable_name(cls, name) for name in names}
    return {name: os.environ[each] for name, each in variables.items() if os.environ.get(each)}
