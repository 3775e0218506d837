"""Trust products provisional copy."""

from __future__ import annotations

from datetime import datetime

from restmap import Params, Resource, action

from .base import TrusthubResource


class TrustProductProvisionalCopy(
    TrusthubResource, uri="/TrustProducts/{trust_product_sid}/ProvisionalCopy"
):
    """client.trusthub.v1.trust_products_provisional_copy"""

    trust_product_sid: str
    account_sid: str
    policy_sid: str | None
    friendly_name: str | None
    status: str | None
    email: str | None
    status_callback: str | None
    valid_until: datetime | None
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Key(Resource.Key):
        trust_product_sid: str

    class Post(Params): ...

    class Fetch(Params): ...

    create = action(Post)
    create_async = create.awaited()
