from __future__ import annotations

from typing import Any

from restmap import UNSET, Params, Resource, param

from .base import MemoryResource


class IdentityResolutionSettings(
    MemoryResource, uri="/ControlPlane/Stores/{store_id}/IdentityResolutionSettings"
):
    """memory.v1.identity_resolution_settings."""

    identifier_configs: list[dict[str, Any]] | None
    matching_rules: list[str] | None
    version: int | None
    message: str | None
    status_url: str | None

    class Key(Resource.Key):
        store_id: str

    class Update(Params, method="PUT"):
        identity_resolution_settings_core: dict[str, Any] = param(location="body")
        if_match: str = param(location="header", default=UNSET)

    class Fetch(Params): ...
