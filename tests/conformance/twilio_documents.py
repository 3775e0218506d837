"""Where Twilio's OpenAPI documents are, and what they have of their own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .openapi import PACKAGES, Document

DIRECTORY = PACKAGES / "@twilio/cli-core/src/services/twilio-api"

LEFT_OUT = "content_sdk"

# The documents' format of a query parameter sent as several: AddOnsData goes as AddOns.NAME.
PREFIXED_MAP = "prefixed-collapsible-map-"


def documents() -> dict[str, Document]:
    """Twilio's documents by name, such as "proxy_v1"."""
    found = [_document(path) for path in sorted(DIRECTORY.glob("twilio_*.json"))]
    if not found:
        raise FileNotFoundError(f"no documents in {DIRECTORY}: run npm ci --ignore-scripts")
    return {each.name: each for each in found if each.name != LEFT_OUT}


def document_left_out() -> Document:
    """All that is in it is in content_v1 too, and one route can be judged only by one document."""
    return _document(DIRECTORY / f"twilio_{LEFT_OUT}.json")


def package_version() -> str:
    """Of the package that the documents come in."""
    package = json.loads((DIRECTORY.parents[2] / "package.json").read_bytes())
    return str(package["version"])


def _document(path: Path) -> Document:
    return Document(path.stem.removeprefix("twilio_"), path, "twilio_overlays.mjs", _prefix)


def _prefix(schema: Mapping[str, Any]) -> str:
    style = schema.get("format", "")
    return style.removeprefix(PREFIXED_MAP) + "." if style.startswith(PREFIXED_MAP) else ""
