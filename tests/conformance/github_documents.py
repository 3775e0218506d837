"""Where GitHub's OpenAPI document is: the one of api.github.com, out of those that it publishes."""

from __future__ import annotations

from .openapi import PACKAGES, Document


def document() -> Document:
    """What api.github.com takes and responds with."""
    path = PACKAGES / "@octokit/openapi/generated/api.github.com.json"
    return Document("github", path, "github_overlays.mjs")
