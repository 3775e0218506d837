"""Identity resolution settings."""

from __future__ import annotations

from typing import Any, Literal

from restmap import UNSET, Model, Params, Resource, param

from .base import MemoryResource


class IdentifierConfig(Model):
    id_type: str
    matching_algo: Literal["exact", "fuzzy"] | None = None
    matching_threshold: int | None = None
    limit: int | None = None
    limit_policy: Literal["fifo", "lifo"] | None = None
    enforce_unique: bool | None = None
    normalization: Literal["phone", "email", "trim", "none"] | None = None


class IdentityResolutionSettings(
    MemoryResource, uri="/ControlPlane/Stores/{store_id}/IdentityResolutionSettings"
):
    """client.memory.v1.identity_resolution_settings"""

    identifier_configs: list[IdentifierConfig] | None
    matching_rules: list[str] | None
    version: int | None
    message: str | None
    status_url: str | None

    class Key(Resource.Key):
        store_id: str

    class Update(Params, method="PUT"):
        identifier_configs: list[IdentifierConfig] = param(default=...)
        matching_rules: list[str] = param(default=...)
        if_match: str = param(location="header", default=UNSET)
        identity_resolution_settings_core: dict[str, Any] = param(location="body", default=UNSET)

    class Fetch(Params): ...
