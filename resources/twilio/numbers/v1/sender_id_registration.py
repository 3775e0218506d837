"""Sender id registrations."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Model, Params, camel_case, param

from .base import NumbersResource


class EmbeddedSession(Model):
    session_id: str
    session_token: str


class SenderIdRegistration(
    NumbersResource,
    uri="/SenderIdRegistrations",
    parameter_names=camel_case,
    field_names=camel_case,
):
    """client.numbers.v1.sender_id_registrations"""

    id: str
    regulation_id: str
    regulation_version: int
    friendly_name: str
    status: str
    status_notification_email: str | None
    status_callback_url: str | None
    comments: str | None
    embedded_session: EmbeddedSession
    data: dict[str, Any]
    date_created: datetime
    date_updated: datetime

    class Create(Params):
        regulation_id: str = param(default=...)
        regulation_version: int = param(default=...)
        friendly_name: str = param(default=...)
        data: dict[str, Any] = param(default=...)
        status_notification_email: str = UNSET
        status_callback_url: str | None = UNSET
        comments: str = UNSET
        theme_set_id: str = UNSET
        numbers_v1_create_embedded_registration_request: dict[str, Any] = param(
            location="body", default=UNSET
        )
