"""Module data."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, NoKey, Params, action, field

from .base import MarketplaceResource


class ModuleDataForListingOwner(MarketplaceResource, uri="/Listings"):
    """client.marketplace.v1.module_data"""

    listings: list[dict[str, Any]] | None
    url: str | None
    sid: str | None = field(prefix="XB")
    description: dict[str, Any] | None
    support: dict[str, Any] | None
    policies: dict[str, Any] | None
    module_info: dict[str, Any] | None
    documentation: dict[str, Any] | None
    configuration: dict[str, Any] | None
    pricing: dict[str, Any] | None

    class Key(NoKey): ...

    class Post(Params):
        module_info: str = UNSET
        configuration: str = UNSET

    class Fetch(Params): ...

    create = action(Post)
    create_async = create.awaited()
