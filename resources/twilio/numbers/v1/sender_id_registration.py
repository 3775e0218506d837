from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import Params, camel_case, param

from .base import NumbersResource


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
    embedded_session: dict[str, Any]
    data: dict[str, Any]
    date_created: datetime
    date_updated: datetime

    class Create(Params):
        numbers_v1_create_embedded_registration_request: dict[str, Any] = param(location="body")
