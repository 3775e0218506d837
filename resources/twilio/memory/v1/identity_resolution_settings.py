from __future__ import annotations

from typing import Literal

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


class IdentityResolutionSettingsCore(Model):
    identifier_configs: list[IdentifierConfig]
    matching_rules: list[str]


class IdentityResolutionSettings(
    MemoryResource, uri="/ControlPlane/Stores/{store_id}/IdentityResolutionSettings"
):
    """memory.v1.identity_resolution_settings."""

    identifier_configs: list[IdentifierConfig] | None
    matching_rules: list[str] | None
    version: int | None
    message: str | None
    status_url: str | None

    class Key(Resource.Key):
        store_id: str

    class Update(Params, method="PUT"):
        identity_resolution_settings_core: IdentityResolutionSettingsCore = param(location="body")
        if_match: str = param(location="header", default=UNSET)

    class Fetch(Params): ...
