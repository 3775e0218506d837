"""References: the files of a document, and the value that each `$ref` in them refers to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import attrs
from referencing import Registry, Resource
from referencing.exceptions import Unresolvable

from ...errors import configuration_error
from .parsing import (
    MAX_FILE_BYTES,
    DocumentError,
    Value,
    document_error,
    parse,
)

MAX_FILES = 20_000
MAX_TOTAL_BYTES = 4 * MAX_FILE_BYTES
_TIMEOUT_SECONDS = 30.0

Files: TypeAlias = "Registry[Value]"


_NO_FILES: Files = Registry[Value]()


class BrokenReferenceError(Exception):
    """A reference that cannot or must not be resolved; the text says why."""


@attrs.define(eq=False)
class References:
    """The files of a document, and the look-up of references to them.

    root: the URI of the document's own file. files: the content of each file; the references in
    all files but the root are absolute. broken: the reason why a file cannot be read, by its URI.
    """

    root: str
    files: Files
    broken: dict[str, str]
    _targets: dict[str, Value] = attrs.field(init=False, factory=dict[str, Value])

    @classmethod
    def within(cls, content: Any) -> References:
        """The references within a single value."""
        return cls("", _NO_FILES.with_resource("", Resource.opaque(content)), {})

    def look_up(self, reference: str) -> Value:
        """The value that a reference leads to, which may be another reference.

        Raises BrokenReferenceError if there is no such value, or if it must not be read.
        """
        if reference not in self._targets:
            self._targets[reference] = self._looked_up(reference)
        return self._targets[reference]

    def _looked_up(self, reference: str) -> Value:
        try:
            reason = self.broken.get(_file_of(urljoin(self.root, reference)))
            if reason is not None:
                raise BrokenReferenceError(f"refers to {reference[:200]!r}: {reason}")
            target: Value = self.files.resolver(self.root).lookup(reference).contents
        except (Unresolvable, LookupError, TypeError, ValueError, AttributeError):
            raise BrokenReferenceError(
                f"refers to {reference[:200]!r}, which the document lacks"
            ) from None
        return target


def read_with_references(path: Path, allowed: Sequence[str] = ()) -> tuple[Value, References]:
    """Read a file and all files that its references lead to.

    allowed: folders, and beginnings of URLs, that references may lead into in addition to the
    folder of the file. Files elsewhere are not read. Raises DocumentError if the file itself cannot
    be read, or if there are too many files.
    """
    root = path.resolve().as_uri()
    permitted = (f"{path.resolve().parent.as_uri()}/", *map(_checked_prefix, allowed))
    content = parse(path.read_bytes(), path.name)
    files = _NO_FILES.with_resource(root, Resource.opaque(content))
    broken: dict[str, str] = {}
    pending = [(root, content)]
    bytes_left = MAX_TOTAL_BYTES
    while pending:
        uri, value = pending.pop()
        for target in sorted(_files_referred_to(value, uri, root)):
            if target in files or target in broken:
                continue
            if len(files) >= MAX_FILES:
                raise document_error(
                    f"{path.name} refers to more than {MAX_FILES:,} files.", "Bundle it into one."
                )
            try:
                data = _read(target, permitted)
                parsed = parse(data, target.removeprefix(permitted[0]))
            except (DocumentError, OSError, ValueError) as error:  # a path with a null character
                broken[target] = str(error).partition("\n")[0]
            else:
                files = files.with_resource(target, Resource.opaque(parsed))
                pending.append((target, parsed))
                bytes_left -= len(data)
                if bytes_left < 0:
                    raise document_error(
                        f"the files of {path.name} have more than {MAX_TOTAL_BYTES:,} bytes.",
                        "Import a part of the document at a time.",
                    )
    return content, References(root, files, broken)


def _file_of(uri: str) -> str:
    return urldefrag(uri).url


def _files_referred_to(content: Value, uri: str, root: str) -> set[str]:
    """The files that the references in a file lead to.

    In every file but the root, the references are made absolute.
    """
    files: set[str] = set()
    for container in _containers(content):
        reference = container.get("$ref")
        if isinstance(reference, str) and not (uri == root and reference.startswith("#")):
            try:
                absolute = urljoin(uri, reference)
            except ValueError:  # brackets around text that is not an IPv6 address
                continue
            files.add(_file_of(absolute))
            if uri != root:
                container["$ref"] = absolute
    return files


def _containers(content: Value) -> Iterator[dict[str, Value]]:
    """Every object inside a value, each once."""
    pending: list[Value] = [content]
    seen: set[int] = set()
    while pending:
        value = pending.pop()
        if not isinstance(value, dict | list) or id(value) in seen:
            continue
        seen.add(id(value))
        if isinstance(value, dict):
            yield value
            pending += value.values()
        else:
            pending += value


# -- reading the file of a reference ------------------------------------------------------------


def _checked_prefix(text: str) -> str:
    """The URI of a folder, or the beginning of a URL, with a slash at its end."""
    if text.startswith(("https://", "http://")):
        return text if text.endswith("/") else f"{text}/"
    folder = Path(text)
    if not folder.is_dir():
        raise configuration_error(
            f"{text!r} is neither a folder nor the beginning of a URL.",
            "Write a folder or a URL that references may lead into: ../common, or https://specs.example/.",
            "--allow-references",
        )
    return f"{folder.resolve().as_uri()}/"


def _read(uri: str, permitted: Sequence[str]) -> bytes:
    """The bytes of a file. Raises DocumentError if it must not be read, or OSError."""
    parts = urlsplit(uri)
    # Symbolic links are resolved first, so that a link cannot lead out of a permitted folder.
    path = Path(unquote(parts.path)).resolve() if parts.scheme == "file" else None
    is_inside = (uri if path is None else path.as_uri()).startswith(tuple(permitted))
    leads_up = path is None and {".", ".."} & {*unquote(parts.path).split("/")}
    if not is_inside or leads_up:
        raise document_error(
            "it is outside of the document's folder", "Allow it by --allow-references."
        )
    if path is None:
        return _download(uri)
    if not path.is_file():
        raise document_error("there is no such file", "Correct the reference.")
    return path.read_bytes()


def _download(url: str) -> bytes:
    import urllib3

    # A redirect could lead to a URL that is not permitted.
    http = urllib3.PoolManager(retries=False, timeout=_TIMEOUT_SECONDS)
    try:
        response = http.request("GET", url, redirect=False, preload_content=False)
        if response.status != 200:
            raise document_error(f"its status code is {response.status}", "Correct the reference.")
        return response.read(MAX_FILE_BYTES + 1, decode_content=True)
    except urllib3.exceptions.HTTPError as error:
        raise document_error(f"it cannot be downloaded: {error}", "Try again later.") from None
    finally:
        http.clear()
