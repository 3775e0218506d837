"""Embedded sessions."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, NoKey, Params, camel_case, param

from .base import NumbersResource


class SenderIdRegistrationEmbeddedSession(
    NumbersResource,
    uri="/SenderIdRegistrations/{bundle_sid}/EmbeddedSessions",
    parameter_names=camel_case,
    field_names=camel_case,
):
    """client.numbers.v1.embedded_sessions"""

    id: str
    session_id: str
    session_token: str
    bundle_sid: str

    class Key(NoKey): ...

    class Create(Params):
        theme_set_id: str = UNSET
        numbers_v1_create_embedded_session_request: dict[str, Any] = param(
            location="body", default=UNSET
        )
