"""Small documents of a shed, made of paths alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from restmap.importer.draft.naming import PlainNaming
from restmap.importer.importing import import_documents, read_documents
from restmap.importer.report import Report
from restmap.importer.write.package_files import Package

from .desk import TEXT, response_of


def object_of(**properties: Any) -> dict[str, Any]:
    """An object with these properties."""
    return {"type": "object", "properties": properties}


TOOL = object_of(id=TEXT, name=TEXT)


def items_of(path: str, record: Any, **more: Any) -> dict[str, Any]:
    """The response that has an array of records at a dotted path. more: the members beside it."""
    name, _, rest = path.partition(".")
    inner = {"type": "array", "items": record}
    if rest:
        inner = {**object_of(**{rest: inner}), "required": [rest]}
    return response_of({**object_of(**{name: inner}, **more), "required": [name]})


def imported_paths(folder: Path, paths: dict[str, Any], **components: Any) -> Report:
    """The report on a document with these paths, imported into the package `made` of a folder."""
    document = {
        "openapi": "3.0.3",
        "info": {"title": "Shed", "version": "1"},
        "servers": [{"url": "https://api.shed.example"}],
        "components": {"schemas": components},
        "paths": paths,
    }
    path = folder / "shed.json"
    path.write_text(json.dumps(document))
    return import_documents(read_documents([path]), Package("made", folder), PlainNaming())
