"""Bundle clone."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Params, Resource, action

from .base import NumbersResource
from .types import Status


class BundleClone(NumbersResource, uri="/RegulatoryCompliance/Bundles/{bundle_sid}/Clones"):
    """client.numbers.v2.bundle_clone"""

    bundle_sid: str
    account_sid: str
    regulation_sid: str | None
    friendly_name: str | None
    status: Status
    valid_until: datetime | None
    email: str | None
    status_callback: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Key(Resource.Key):
        bundle_sid: str

    class Post(Params):
        target_account_sid: str
        move_to_draft: bool = UNSET
        friendly_name: str = UNSET

    create = action(Post)
    create_async = create.awaited()
