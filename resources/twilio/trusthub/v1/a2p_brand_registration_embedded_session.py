"""A2 p brand registration embedded sessions."""

from __future__ import annotations

from restmap import NoKey, Params, camel_case

from .base import TrusthubResource


class A2pBrandRegistrationEmbeddedSession(
    TrusthubResource, uri="/A2PBrandRegistrations/{id}/EmbeddedSessions", field_names=camel_case
):
    """client.trusthub.v1.a2_p_brand_registration_embedded_sessions"""

    id: str
    session_id: str | None
    session_token: str | None

    class Key(NoKey): ...

    class Create(Params): ...
