"""Messages of accounts: https://www.twilio.com/docs/sms/api/message-resource"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, collection, param

from .base import ApiResource
from .feedback import Feedback
from .media import Media

AddressRetention = Literal["retain", "obfuscate"]
ContentRetention = Literal["retain", "discard"]
Direction = Literal["inbound", "outbound-api", "outbound-call", "outbound-reply"]
RiskCheck = Literal["enable", "disable"]
ScheduleType = Literal["fixed"]
Status = Literal[
    "queued",
    "sending",
    "sent",
    "failed",
    "delivered",
    "undelivered",
    "receiving",
    "received",
    "accepted",
    "scheduled",
    "read",
    "partially_delivered",
    "canceled",
]
TrafficType = Literal["free"]
UpdateStatus = Literal["canceled"]


class Message(ApiResource, uri="/Accounts/{account_sid}/Messages/{sid}.json"):
    """client.api.v2010.accounts(…).messages"""

    body: str | None
    num_segments: str | None
    direction: Direction
    from_: str | None
    to: str | None
    date_updated: datetime | None
    price: str | None
    error_message: str | None
    uri: str
    account_sid: str
    num_media: str | None
    status: Status
    messaging_service_sid: str | None
    sid: str
    date_sent: datetime | None
    date_created: datetime
    error_code: int | None
    price_unit: str | None
    api_version: str | None
    subresource_uris: dict[str, str] | None

    class Create(Params):
        to: str
        status_callback: str = UNSET
        application_sid: str = UNSET
        max_price: float = UNSET
        provide_feedback: bool = UNSET
        attempt: int = UNSET
        validity_period: int = UNSET
        force_delivery: bool = UNSET
        content_retention: ContentRetention = UNSET
        address_retention: AddressRetention = UNSET
        smart_encoded: bool = UNSET
        persistent_action: list[str] = UNSET
        traffic_type: TrafficType = UNSET
        shorten_urls: bool = UNSET
        schedule_type: ScheduleType = UNSET
        send_at: datetime = UNSET
        send_as_mms: bool = UNSET
        content_variables: str = UNSET
        message_intent: str = UNSET
        risk_check: RiskCheck = UNSET
        from_: str = UNSET
        fallback_from: str = UNSET
        messaging_service_sid: str = UNSET
        body: str = UNSET
        media_url: list[str] = UNSET
        content_sid: str = UNSET

    class Update(Params):
        body: str = UNSET
        status: UpdateStatus = UNSET

    class List(Paging, items="messages"):
        to: str = UNSET
        from_: str = UNSET
        date_sent: datetime = UNSET
        date_sent_before: datetime = param(name="DateSent<", default=UNSET)
        date_sent_after: datetime = param(name="DateSent>", default=UNSET)

    class Fetch(Params): ...

    class Delete(Params): ...

    feedback = collection(Feedback)
    media = collection(Media)
