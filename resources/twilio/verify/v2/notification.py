"""Notifications of challenges."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Params, field

from .base import VerifyResource


class Notification(
    VerifyResource,
    uri="/Services/{service_sid}/Entities/{identity}/Challenges/{challenge_sid}/Notifications",
):
    """client.verify.v2.services(…).entities(…).challenges(…).notifications"""

    sid: str = field(prefix="NT")
    account_sid: str
    service_sid: str
    entity_sid: str | None
    identity: str
    challenge_sid: str
    priority: str | None
    ttl: int
    date_created: datetime

    class Create(Params):
        ttl: int = UNSET
