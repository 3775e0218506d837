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
from .checkpoints import CheckpointFile, unfinished_path, write_atomically

if TYPE_CHECKING:
    from ..api.listing import ListCall

_NAME = ".export.json"


@attrs.frozen
class ListedCall:
    """A list in a manifest.

    name: of the partition; None for a stream, which has its place alone. request: a hash of the
    first request; shown: without its query.
    """

    name: str | None
    resource: str
    request: str
    shown: str
    limit: int | None


@attrs.frozen
class Manifest:
    """What an export is of.

    columns: a hash of the declared columns; None for JSON lines, which need none. calls: by the
    number that is in the names of their files. run: which export of what is new, from 0.
    """

    format: str
    since_last: str | None
    columns: str | None
    calls: tuple[ListedCall, ...]
    run: int = 0

    @property
    def is_named(self) -> bool:
        """Whether it is of partitions, which have names, and not of streams."""
        return all(each.name is not None for each in self.calls)

    def with_new_partitions(self, calls: Sequence[ListedCall]) -> Manifest:
        """The manifest with the partitions that it does not have yet, after its own."""
        if not self.is_named:
            return self
        known = {each.name for each in self.calls}
        added = [each for each in calls if each.name not in known]
        return attrs.evolve(self, calls=(*self.calls, *added))

    def number_of(self, index: int, listed: ListedCall) -> str:
        """The number in the names of the files of a list. index: of it in this call."""
        if self.is_named:
            index = [each.name for each in self.calls].index(listed.name)
        return f"{index:04}"


def manifest_of(
    calls: Sequence[ListCall],
    names: Sequence[str | None],
    format_name: str,
    since_last: str | None,
    *,
    has_columns: bool,
) -> Manifest:
    """The manifest of an export that begins. names: of the partitions; None for streams."""
    columns = _hash(str(calls[0].table_builder().schema)) if has_columns else None
    listed = tuple(map(listed_call, names, calls))
    return Manifest(format_name, since_last, columns, listed)


def listed_call(name: str | None, call: ListCall) -> ListedCall:
    """What a manifest has of a list."""
    request = call.first_request
    body = request.body if isinstance(request.body, bytes) else b""
    return ListedCall(
        name,
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
    if difference := _difference(directory, found, manifest):
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


def _difference(directory: Path, found: Manifest, given: Manifest) -> str | None:
    """What two manifests differ in, for the message."""
    for name in ("format", "since_last"):
        there, here = getattr(found, name), getattr(given, name)
        if there != here:
            return f"{name} was {there!r} there and is {here!r} here"
    if found.is_named != given.is_named:
        kinds = ("partitions", "streams") if found.is_named else ("streams", "partitions")
        return "it was of {} and is of {} here".format(*kinds)
    if not found.is_named and len(found.calls) != len(given.calls):
        return f"it was of {len(found.calls)} streams and is of {len(given.calls)} here"
    for index, (there, here) in enumerate(_pairs(found, given)):
        if here is None:
            state = CheckpointFile(directory, found.number_of(index, there)).read()
            if state is None or not state.parts:  # such as one whose key was wrong
                continue
            return f"it has records of the partition {there.name!r}, which is not among these"
        if difference := difference_of(there, here):
            return difference
    return None if found.columns == given.columns else "the declaration had other columns"


def _pairs(found: Manifest, given: Manifest) -> list[tuple[ListedCall, ListedCall | None]]:
    """The lists of a manifest with those of another one, by their names or by their order."""
    if not found.is_named:
        return [*zip(found.calls, given.calls, strict=True)]
    by_name = {each.name: each for each in given.calls}
    return [(each, by_name.get(each.name)) for each in found.calls]


def difference_of(there: ListedCall, here: ListedCall) -> str | None:
    """What two lists differ in, for the message; None where they are the same."""
    if (there.resource, there.shown) != (here.resource, here.shown):
        return f"it was of {there.resource}, {there.shown}, and is of {here.shown} here"
    if there.limit != here.limit:
        return f"limit was {there.limit} there and is {here.limit} here"
    if there.request != here.request:
        of = "" if here.name is None else f" of the partition {here.name!r}"
        return f"the filters of {here.shown}{of} were others"
    return None
