"""External campaign."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Params, field

from .base import MessagingResource


class ExternalCampaign(MessagingResource, uri="/Services/PreregisteredUsa2p"):
    """client.messaging.v1.external_campaign"""

    sid: str = field(prefix="QE")
    account_sid: str
    campaign_id: str | None
    messaging_service_sid: str | None
    date_created: datetime

    class Create(Params):
        campaign_id: str
        messaging_service_sid: str
        cnp_migration: bool = UNSET
