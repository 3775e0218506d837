"""Services: https://www.twilio.com/docs/notify/api/service-resource"""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, collection, field

from .base import NotifyResource
from .binding import Binding
from .notification import Notification


class ServiceParameters(Params):
    """The parameters of Create and Update."""

    friendly_name: str = UNSET
    apn_credential_sid: str = UNSET
    gcm_credential_sid: str = UNSET
    messaging_service_sid: str = UNSET
    facebook_messenger_page_id: str = UNSET
    default_apn_notification_protocol_version: str = UNSET
    default_gcm_notification_protocol_version: str = UNSET
    fcm_credential_sid: str = UNSET
    default_fcm_notification_protocol_version: str = UNSET
    log_enabled: bool = UNSET
    alexa_skill_id: str = UNSET
    default_alexa_notification_protocol_version: str = UNSET
    delivery_callback_url: str = UNSET
    delivery_callback_enabled: bool = UNSET


class Service(NotifyResource, uri="/Services/{sid}"):
    """client.notify.v1.services"""

    sid: str = field(prefix="IS")
    account_sid: str
    friendly_name: str | None
    date_created: datetime
    date_updated: datetime | None
    apn_credential_sid: str | None
    gcm_credential_sid: str | None
    fcm_credential_sid: str | None
    messaging_service_sid: str | None
    facebook_messenger_page_id: str | None
    default_apn_notification_protocol_version: str | None
    default_gcm_notification_protocol_version: str | None
    default_fcm_notification_protocol_version: str | None
    log_enabled: bool | None
    url: str
    links: dict[str, str] | None
    alexa_skill_id: str | None
    default_alexa_notification_protocol_version: str | None
    delivery_callback_url: str | None
    delivery_callback_enabled: bool | None

    class List(Paging):
        friendly_name: str = UNSET

    class Create(ServiceParameters): ...

    class Update(ServiceParameters): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    bindings = collection(Binding)
    notifications = collection(Notification)
