from __future__ import annotations

from restmap import UNSET, Model, NoKey, Params, camel_case, field, param

from .base import NumbersResource


class CreateEmbeddedSessionRequest(Model):
    theme_set_id: str = field(name="themeSetId", default=UNSET)


class SenderIdRegistrationEmbeddedSession(
    NumbersResource,
    uri="/SenderIdRegistrations/{bundle_sid}/EmbeddedSessions",
    field_names=camel_case,
):
    """numbers.v1.embedded_sessions."""

    id: str
    session_id: str
    session_token: str
    bundle_sid: str

    class Key(NoKey): ...

    class Create(Params):
        numbers_v1_create_embedded_session_request: CreateEmbeddedSessionRequest = param(
            location="body"
        )
