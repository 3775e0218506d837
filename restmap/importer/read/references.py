"""References: the files that belong to a document, and what each `$ref` in them leads to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import attrs
from referencing import Registry, Resource
from referencing.exceptions import Unresolvable

from ...errors import configuration_error
from .parsing import MAX_FILE_BYTES, DocumentError, Value, document_error, parse

MAX_FILES = 20_000
MAX_TOTAL_BYTES = 4 * MAX_FILE_BYTES
_TIMEOUT_SECONDS = 30.0

Files: TypeAlias = "Registry[Value]"


_NO_FILES: Files = Registry[Value]()


class BrokenReferenceError(Exception):
    """A reference that leads nowhere, or to where it may not; the text says why."""


@attrs.define(eq=False)
class References:
    """The files of a document, and a look-up for what is in them.

    root: the URI of the document's own file. files: each with its content; references in all
    but the root are absolute. broken: why some files cannot be read, by their URIs.
    """

    root: str
    files: Files
    broken: dict[str, str]
    _found: dict[str, Value] = attrs.field(init=False, factory=dict[str, Value])

    @classmethod
    def within(cls, content: Any) -> References:
        """References that lead nowhere but into one value."""
        return cls("", _NO_FILES.with_resource("", Resource.opaque(content)), {})

    def look_up(self, reference: str) -> Value:
        """What a reference leads to, which may be a reference again.

        Raises BrokenReferenceError where it leads nowhere, or to where it may not.
        """
        if reference not in self._found:
            self._found[reference] = self._looked_up(reference)
        return self._found[reference]

    def _looked_up(self, reference: str) -> Value:
        try:
            why = self.broken.get(_file_of(urljoin(self.root, reference)))
            if why is not None:
                raise BrokenReferenceError(f"refers to {reference[:200]!r}: {why}")
            found: Value = self.files.resolver(self.root).lookup(reference).contents
        except (Unresolvable, LookupError, TypeError, ValueError, AttributeError):
            raise BrokenReferenceError(
                f"refers to {reference[:200]!r}, which the document lacks"
            ) from None
        return found


def read_with_references(path: Path, allowed: Sequence[str] = ()) -> tuple[Value, References]:
    """The content of a file, and of all files that its references lead to.

    allowed: folders, and beginnings of URLs, that references may lead into; the folder of the
    file always is. What lies elsewhere is not read. Raises DocumentError where the file itself
    cannot be read, or where there are too many.
    """
    root = path.resolve().as_uri()
    permitted = (f"{path.resolve().parent.as_uri()}/", *map(_checked_prefix, allowed))
    content = parse(path.read_bytes(), path.name)
    files = _NO_FILES.with_resource(root, Resource.opaque(content))
    broken: dict[str, str] = {}
    waiting = [(root, content)]
    left = MAX_TOTAL_BYTES
    while waiting:
        uri, within = waiting.pop()
        for target in sorted(_files_referred_to(within, uri, root)):
            if target in files or target in broken:
                continue
            if len(files) >= MAX_FILES:
                raise document_error(
                    f"{path.name} refers to more than {MAX_FILES:,} files.", "Bundle it into one."
                )
            try:
                data = _read(target, permitted)
                found = parse(data, target.removeprefix(permitted[0]))
            except (DocumentError, OSError) as error:
                broken[target] = str(error).partition("\n")[0]
            else:
                files = files.with_resource(target, Resource.opaque(found))
                waiting.append((target, found))
                left -= len(data)
                if left < 0:
                    raise document_error(
                        f"the files of {path.name} have more than {MAX_TOTAL_BYTES:,} bytes.",
                        "Import a part of the document at a time.",
                    )
    return content, References(root, files, broken)


def _file_of(uri: str) -> str:
    return urldefrag(uri).url


def _files_referred_to(content: Value, uri: str, root: str) -> set[str]:
    """The files that references in a file lead to; below the root's they become absolute."""
    found: set[str] = set()
    for container in _containers(content):
        reference = container.get("$ref")
        if isinstance(reference, str) and not (uri == root and reference.startswith("#")):
            try:
                absolute = urljoin(uri, reference)
            except ValueError:  # brackets that are no IPv6 address
                continue
            found.add(_file_of(absolute))
            if uri != root:
                container["$ref"] = absolute
    return found


def _containers(content: Value) -> Iterator[dict[str, Value]]:
    """Every object in a value, once."""
    waiting: list[Value] = [content]
    seen: set[int] = set()
    while waiting:
        value = waiting.pop()
        if not isinstance(value, dict | list) or id(value) in seen:
            continue
        seen.add(id(value))
        if isinstance(value, dict):
            yield value
            waiting += value.values()
        else:
            waiting += value


# -- reading what a reference leads to ----------------------------------------------------------


def _checked_prefix(text: str) -> str:
    """A folder or the beginning of a URL as a URI with a slash at its end."""
    if text.startswith(("https://", "http://")):
        return text if text.endswith("/") else f"{text}/"
    folder = Path(text)
    if not folder.is_dir():
        raise configuration_error(
            f"{text!r} is neither a folder nor the beginning of a URL.",
            "Give what references may lead into: ../common, or https://specs.example/.",
            "--allow-references",
        )
    return f"{folder.resolve().as_uri()}/"


def _read(uri: str, permitted: Sequence[str]) -> bytes:
    """The bytes of a file. Raises DocumentError where it may not be read, or OSError."""
    parts = urlsplit(uri)
    # Links are followed before it is decided where a file is.
    path = Path(unquote(parts.path)).resolve() if parts.scheme == "file" else None
    if not (uri if path is None else path.as_uri()).startswith(tuple(permitted)):
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

    # Redirects could lead to where nobody allowed it to go.
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
