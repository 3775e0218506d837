"""Seed files: records to begin with, as JSON, JSON lines or YAML."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeAlias, cast

from ..errors import ConfigurationError, configuration_error

Seed: TypeAlias = Mapping[Any, Any]
"""Records by the names of their collections, or by their resources: `{"services": [{…}, …]}`."""

_EXAMPLE = '{"services": [{"unique_name": "desk"}]}'


def read_seed(source: Seed | str | Path) -> Iterator[tuple[str, Seed]]:
    """The seeds in a file, each with its place for messages; a mapping is the only one.

    source: the path of a file of JSON, of JSON lines if its name ends with `.jsonl`, or of YAML if
    it ends with `.yaml` or `.yml`. Raises ConfigurationError for what cannot be read.
    """
    if isinstance(source, Mapping):
        yield "the seed", source
        return
    path = Path(source)
    suffix = path.suffix.lower()
    try:
        if suffix in (".jsonl", ".ndjson"):
            with path.open(encoding="utf-8-sig") as lines:
                for number, line in enumerate(lines, 1):
                    if line.strip():
                        place = f"{path}, line {number}"
                        yield place, _require_mapping(json.loads(line), place)
            return
        text = path.read_text("utf-8-sig")
        read = _read_yaml if suffix in (".yaml", ".yml") else json.loads
        loaded = read(text)
    except OSError as error:
        raise configuration_error(
            f"{path} cannot be read: {error.strerror}.", "Name a file of records."
        ) from None
    except (ValueError, RecursionError) as error:
        raise _unreadable(path, error) from None
    yield str(path), _require_mapping(loaded, str(path))


def _read_yaml(text: str) -> Any:
    if find_spec("ruamel") is None:
        raise configuration_error(
            "YAML needs ruamel.yaml, which is not installed.",
            "Install it with: pip install 'restmap[import]'; or write the records as JSON.",
        )
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    yaml: Any = YAML(typ="safe", pure=True)
    try:
        return yaml.load(text)
    except YAMLError as error:
        raise ValueError(str(error)) from None


def _require_mapping(loaded: Any, place: str) -> Seed:
    if not isinstance(loaded, Mapping):
        raise configuration_error(
            f"{place} has {type(loaded).__name__}, not records by their collections.",
            f"Write an object such as {_EXAMPLE}.",
        )
    return cast("Seed", loaded)


def _unreadable(path: Path, error: Exception) -> ConfigurationError:
    reason = str(error).splitlines()[0]
    return configuration_error(
        f"{path} cannot be read: {reason}.",
        "Write UTF-8 text: JSON, JSON lines if the name ends with .jsonl, or YAML with .yaml.",
    )
