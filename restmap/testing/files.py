"""The file of a recording: YAML by ruamel.yaml (extra `testing`), or JSON.

It is read by people, and kept beside the tests: bodies that are JSON or forms are values in it.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from typing import Any, Protocol, cast

import attrs

from ..errors import ConfigurationError, configuration_error
from .documents import Document

_VERSION = 1
_COMMENT = "Recorded by restmap.testing.RecordingTransport."


class Format(Protocol):
    """How calls are written. Each call is text of its own, so that one more costs no more."""

    def write_call(self, call: Document) -> str:
        """The text of one call."""
        ...

    def join(self, calls: Sequence[str]) -> str:
        """The text of a file."""
        ...

    def read(self, text: str) -> Any:
        """The value of a file. Raises ValueError for text that has another format."""
        ...


class JsonFormat:
    """JSON, which needs no extra."""

    def write_call(self, call: Document) -> str:
        return json.dumps(call, indent=2, ensure_ascii=False)

    def join(self, calls: Sequence[str]) -> str:
        return f'{{"version": {_VERSION}, "calls": [\n' + ",\n".join(calls) + "\n]}\n"

    def read(self, text: str) -> Any:
        return json.loads(text)


class YamlFormat:
    """YAML 1.2, which is easier to read and to compare."""

    def __init__(self) -> None:
        from ruamel.yaml import YAML

        yaml: Any = YAML(typ="safe", pure=True)  # the parser in Python reads all of YAML 1.2
        # Classes of its own: those of ruamel.yaml serve the whole program.
        yaml.Constructor = type("Constructor", (yaml.Constructor,), {})
        yaml.Representer = type("Representer", (yaml.Representer,), {})
        yaml.Constructor.add_constructor("tag:yaml.org,2002:timestamp", _construct_text)
        yaml.Representer.add_representer(str, _represent_text)
        yaml.default_flow_style = False
        yaml.sort_base_mapping_type_on_output = False
        yaml.width = 1_000_000
        self._yaml = yaml

    def write_call(self, call: Document) -> str:
        text = StringIO()
        self._yaml.dump([call], text)
        return text.getvalue()

    def join(self, calls: Sequence[str]) -> str:
        return f"# {_COMMENT}\nversion: {_VERSION}\ncalls:\n" + "\n".join(calls)

    def read(self, text: str) -> Any:
        from ruamel.yaml.error import YAMLError

        try:
            return self._yaml.load(text)
        except YAMLError as error:
            raise ValueError(str(error)) from None


def _construct_text(constructor: Any, node: Any) -> str:
    """A date that someone wrote without quotation marks: text, as it is in JSON."""
    return str(constructor.construct_scalar(node))


def _represent_text(representer: Any, text: str) -> Any:
    """Text, with escapes where a line break could be read as another one (YAML 1.2 5.4)."""
    style = '"' if any(each in text for each in "\x85\u2028\u2029\ufeff") else None
    return representer.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def format_of(path: Path) -> Format:
    """The format by the suffix of a path.

    Raises ConfigurationError for another suffix, and for YAML if ruamel.yaml is not installed.
    """
    if path.suffix == ".json":
        return JsonFormat()
    if path.suffix not in (".yaml", ".yml"):
        raise configuration_error(
            f"a recording cannot be written to {path.name!r}.",
            "Give the path of a file that ends with '.yaml' or '.json'.",
            "RecordingTransport",
        )
    try:
        return YamlFormat()
    except ModuleNotFoundError as error:
        if error.name is None or not error.name.startswith("ruamel"):
            raise
        raise configuration_error(
            f"the recording {path.name!r} needs ruamel.yaml, which is not installed.",
            "Run: pip install 'restmap[testing]', or give a path that ends with '.json'.",
            "RecordingTransport",
        ) from None


def read_calls(path: Path, form: Format) -> list[Document]:
    """The calls in a file. Raises ConfigurationError for a file that is not a recording."""
    try:
        found = form.read(path.read_text("utf-8"))
    except (ValueError, RecursionError) as error:
        reason = str(error).partition("\n")[0]
        raise _not_a_recording(path, f"it cannot be read: {reason}") from None
    if not isinstance(found, dict) or cast("Document", found).get("version") != _VERSION:
        raise _not_a_recording(path, f"it has no 'version: {_VERSION}'")
    calls = cast("Document", found).get("calls")
    for number, call in enumerate(cast("list[Any]", calls) if isinstance(calls, list) else [], 1):
        if not _is_call(call):
            raise _not_a_recording(path, f"call {number} has no request or no response")
    return cast("list[Document]", calls or [])


def _is_call(call: Any) -> bool:
    try:
        request, response = call["request"], call["response"]
        return isinstance(request["method"] + request["url"], str) and response["status"] >= 100
    except (TypeError, KeyError):
        return False


def _not_a_recording(path: Path, why: str) -> ConfigurationError:
    return configuration_error(
        f"{path} is not a recording: {why}.",
        "Delete it to record it again, or give another path.",
        "RecordingTransport",
    )


@attrs.define
class CallFile:
    """A file that calls are written to. It is whole at any time."""

    path: Path
    form: Format
    _calls: list[tuple[Document, str]] = attrs.field(factory=list[tuple[Document, str]], init=False)

    def put(self, index: int, call: Document) -> None:
        """Add a call at the end, or replace one; one that is equal is not formatted again."""
        if index == len(self._calls) or self._calls[index][0] != call:
            self._calls[index : index + 1] = [(call, self.form.write_call(call))]

    def write(self) -> None:
        """Write the file with these calls."""
        text = self.form.join([text for _, text in self._calls])
        replace_file(self.path, text.encode())


def replace_file(path: Path, content: bytes) -> None:
    """Write a file that is either the one before or the new one, and never a part of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name[:40]}-{secrets.token_hex(4)}.part")
    try:
        temporary.write_bytes(content)
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
