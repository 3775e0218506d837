"""OpenAPI documents as text and as files."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ..errors import ConfigurationError, configuration_error
from .components import Part
from .document import openapi_documents

_YAML = (".yaml", ".yml")


def openapi_text(package: str) -> str:
    """The OpenAPI document of a package of one host, as JSON.

    Raises ConfigurationError for a package without operations, and for one with several hosts.
    """
    return _as_json(_only(openapi_documents(package), package))


def write_openapi(package: str, into: Path) -> dict[Path, int]:
    """Write the OpenAPI documents of a package; the files, each with its number of operations.

    into: a file, whose suffix says whether it is JSON or YAML, or a folder with a file for each
    host. Raises ConfigurationError for a package without operations, for one with several hosts
    where one file is to be written, and for a file that cannot be written.
    """
    documents = openapi_documents(package)
    if into.suffix in (".json", *_YAML):
        files = {into: _only(documents, package)}
    else:
        files = {into / f"{host or package}.json": each for host, each in documents.items()}
    for path, document in files.items():
        _write(path, document)
    return {path: _count(document) for path, document in files.items()}


def _only(documents: dict[str, Part], package: str) -> Part:
    """The only document; a document describes one host."""
    if len(documents) > 1:
        hosts = ", ".join(list(documents)[:3])
        raise configuration_error(
            f"{package} has {len(documents)} hosts ({hosts}{', …' if len(documents) > 3 else ''}), "
            "and an OpenAPI document describes one.",
            "Write --into FOLDER for a document of each, or name a module with one of them.",
        )
    (document,) = documents.values()
    return document


def _write(path: Path, document: Part) -> None:
    text = _as_yaml(document) if path.suffix in _YAML else _as_json(document)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> ConfigurationError:
    return configuration_error(
        f"{path} cannot be written: {error.strerror}.", "Choose another place: --into FILE."
    )


def _as_json(document: Part) -> str:
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _as_yaml(document: Part) -> str:
    if find_spec("ruamel") is None:
        raise configuration_error(
            "YAML needs ruamel.yaml, which is not installed.",
            "Install it with: pip install 'restmap[import]'; or give a name that ends with .json.",
        )
    from io import StringIO

    from ruamel.yaml import YAML

    yaml: Any = YAML(typ="safe", pure=True)
    text = StringIO()
    yaml.default_flow_style = False
    # The order of the document is kept, not that of the alphabet.
    yaml.sort_base_mapping_type_on_output = False
    yaml.dump(document, text)
    return text.getvalue()


def _count(document: Part) -> int:
    return sum(map(len, document["paths"].values()))
