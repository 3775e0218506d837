"""The manifest of an export: which call it belongs to, so that no other goes on with it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from ..errors import ConfigurationError, configuration_error
from ..messages import shown_url
from .checkpoints import unfinished_path, write_atomically

if TYPE_CHECKING:
    from ..api.listing import ListCall

_NAME = ".export.json"


@attrs.frozen
class ListedCall:
    """A list in a manifest. request: a hash of the first request; shown: without its query."""

    resource: str
    request: str
    shown: str
    limit: int | None


@attrs.frozen
class Manifest:
    """What an export is of.

    columns: a hash of the declared columns; None for JSON lines, which need none. run: which
    export of what is new, from 0.
    """

    format: str
    since_last: str | None
    columns: str | None
    calls: tuple[ListedCall, ...]
    run: int = 0


def manifest_of(
    calls: Sequence[ListCall], format_name: str, since_last: str | None, *, has_columns: bool
) -> Manifest:
    """The manifest of an export that begins."""
    columns = _hash(str(calls[0].table_builder().schema)) if has_columns else None
    return Manifest(format_name, since_last, columns, tuple(map(_listed, calls)))


def _listed(call: ListCall) -> ListedCall:
    request = call.first_request
    body = request.body if isinstance(request.body, bytes) else b""
    return ListedCall(
        call.target._resource.__qualname__,
        _hash(f"{request.method} {request.url} {body!r}"),
        f"{request.method} {shown_url(request.url)}",
        call.limit,
    )


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def open_directory(directory: Path, manifest: Manifest) -> Manifest:
    """The manifest that a directory has; it is written to a new one.

    Raises ConfigurationError for the directory of another export, and for one with other files.
    """
    try:
        text = (directory / _NAME).read_text()
    except FileNotFoundError:
        if directory.exists() and _has_other_files(directory):
            raise configuration_error(
                f"{str(directory)!r} has other files: an export needs a directory of its own.",
                "Give a new or an empty directory.",
                "export",
            ) from None
        directory.mkdir(parents=True, exist_ok=True)
        write_manifest(directory, manifest)
        return manifest
    found = _parsed(text, directory)
    if difference := _difference(found, manifest):
        raise _other_export(directory, difference)
    return found


def _has_other_files(directory: Path) -> bool:
    interrupted = unfinished_path(directory, _NAME)
    return not directory.is_dir() or any(each != interrupted for each in directory.iterdir())


def write_manifest(directory: Path, manifest: Manifest) -> None:
    """Replace the manifest of a directory."""
    write_atomically(directory / _NAME, json.dumps(attrs.asdict(manifest), indent=1).encode())


def _parsed(text: str, directory: Path) -> Manifest:
    try:
        state = json.loads(text)
        calls = tuple(ListedCall(**each) for each in state.pop("calls"))
        return Manifest(**state, calls=calls)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise _other_export(directory, f"its manifest cannot be read: {error}") from error


def _other_export(directory: Path, difference: str) -> ConfigurationError:
    return configuration_error(
        f"{str(directory)!r} has another export: {difference}.",
        "Make the same call to go on with it, give another path, or delete what is there.",
        "export",
    )


def _difference(found: Manifest, given: Manifest) -> str | None:
    """What two manifests differ in, for the message."""
    for name in ("format", "since_last"):
        there, here = getattr(found, name), getattr(given, name)
        if there != here:
            return f"{name} was {there!r} there and is {here!r} here"
    if len(found.calls) != len(given.calls):
        return f"it was of {len(found.calls)} streams and is of {len(given.calls)} here"
    for there, here in zip(found.calls, given.calls, strict=True):
        if (there.resource, there.shown) != (here.resource, here.shown):
            return f"it was of {there.resource}, {there.shown}, and is of {here.shown} here"
        if there.limit != here.limit:
            return f"limit was {there.limit} there and is {here.limit} here"
        if there.request != here.request:
            return f"the filters of {here.shown} were others"
    return None if found.columns == given.columns else "the declaration had other columns"
