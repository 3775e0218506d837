"""Module data management."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Params, field

from .base import MarketplaceResource


class ModuleDataManagement(MarketplaceResource, uri="/Listing/{sid}"):
    """client.marketplace.v1.module_data_management"""

    url: str
    sid: str = field(prefix="XB")
    description: dict[str, Any] | None
    support: dict[str, Any] | None
    policies: dict[str, Any] | None
    module_info: dict[str, Any] | None
    documentation: dict[str, Any] | None
    configuration: dict[str, Any] | None
    pricing: dict[str, Any] | None

    class Update(Params):
        module_info: str = UNSET
        description: str = UNSET
        documentation: str = UNSET
        policies: str = UNSET
        support: str = UNSET
        configuration: str = UNSET
        pricing: str = UNSET

    class Fetch(Params): ...
