"""Where Twilio's OpenAPI documents are, and what they have of their own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .openapi import PACKAGES, Document

DIRECTORY = PACKAGES / "@twilio/cli-core/src/services/twilio-api"

# The documents' format of a query parameter sent as several: AddOnsData goes as AddOns.NAME.
PREFIXED_MAP = "prefixed-collapsible-map-"


def documents() -> dict[str, Document]:
    """Twilio's documents by name, such as "proxy_v1"."""
    found = [_document(path) for path in sorted(DIRECTORY.glob("twilio_*.json"))]
    if not found:
        raise FileNotFoundError(f"no documents in {DIRECTORY}: run npm ci --ignore-scripts")
    # Its operations are all in content_v1 too, and one route can be judged only by one document.
    return {each.name: each for each in found if each.name != "content_sdk"}


def _document(path: Path) -> Document:
    return Document(path.stem.removeprefix("twilio_"), path, "twilio_overlays.mjs", _prefix)


def _prefix(schema: Mapping[str, Any]) -> str:
    style = schema.get("format", "")
    return style.removeprefix(PREFIXED_MAP) + "." if style.startswith(PREFIXED_MAP) else ""
