"""A2 p campaign registration embedded sessions."""

from __future__ import annotations

from restmap import NoKey, Params, camel_case

from .base import TrusthubResource


class A2pCampaignRegistrationEmbeddedSession(
    TrusthubResource, uri="/A2PCampaignRegistrations/{id}/EmbeddedSessions", field_names=camel_case
):
    """client.trusthub.v1.a2_p_campaign_registration_embedded_sessions"""

    id: str
    session_id: str | None
    session_token: str | None

    class Key(NoKey): ...

    class Create(Params): ...
