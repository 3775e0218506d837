from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Model, Params, camel_case, field, param

from .base import NumbersResource


class EmbeddedSession(Model):
    session_id: str
    session_token: str


class CreateEmbeddedRegistrationRequest(Model):
    regulation_id: str = field(name="regulationId")
    regulation_version: int = field(name="regulationVersion")
    friendly_name: str = field(name="friendlyName")
    data: dict[str, Any]
    status_notification_email: str = field(name="statusNotificationEmail", default=UNSET)
    status_callback_url: str | None = field(name="statusCallbackUrl", default=None)
    comments: str = UNSET
    theme_set_id: str = field(name="themeSetId", default=UNSET)


class SenderIdRegistration(NumbersResource, uri="/SenderIdRegistrations", field_names=camel_case):
    """numbers.v1.sender_id_registrations."""

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
        numbers_v1_create_embedded_registration_request: CreateEmbeddedRegistrationRequest = param(
            location="body"
        )
