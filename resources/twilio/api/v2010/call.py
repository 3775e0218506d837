"""Calls of accounts: https://www.twilio.com/docs/voice/api/call-resource"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, collection, field, param

from ...types import CallbackMethod
from .base import ApiResource
from .call_notification import Notification
from .call_recording import Recording
from .event import Event
from .payments import Payments
from .realtime_transcription import RealtimeTranscription
from .siprec import Siprec
from .stream import Stream
from .user_defined_message import UserDefinedMessage
from .user_defined_message_subscription import UserDefinedMessageSubscription

Status = Literal[
    "queued", "ringing", "in-progress", "completed", "busy", "failed", "no-answer", "canceled"
]
UpdateStatus = Literal["canceled", "completed"]


class CallParameters(Params):
    """The parameters of Create and Update."""

    method: CallbackMethod = UNSET
    fallback_url: str = UNSET
    fallback_method: CallbackMethod = UNSET
    status_callback: str = UNSET
    status_callback_method: CallbackMethod = UNSET
    time_limit: int = UNSET
    url: str = UNSET
    twiml: str = UNSET


class Call(ApiResource, uri="/Accounts/{account_sid}/Calls/{sid}.json"):
    """client.api.v2010.accounts(…).calls"""

    sid: str = field(prefix="CA")
    date_created: datetime
    date_updated: datetime | None
    parent_call_sid: str | None
    account_sid: str
    to: str | None
    to_formatted: str | None
    from_: str | None
    from_formatted: str | None
    phone_number_sid: str | None
    status: Status
    start_time: datetime | None
    end_time: datetime | None
    duration: str | None
    price: str | None
    price_unit: str | None
    direction: str | None
    answered_by: str | None
    api_version: str | None
    forwarded_from: str | None
    group_sid: str | None
    caller_name: str | None
    queue_time: str | None
    trunk_sid: str | None
    uri: str
    subresource_uris: dict[str, str] | None

    class Create(CallParameters):
        to: str
        from_: str
        status_callback_event: list[str] = UNSET
        send_digits: str = UNSET
        timeout: int = UNSET
        record: bool = UNSET
        recording_channels: str = UNSET
        recording_status_callback: str = UNSET
        recording_status_callback_method: CallbackMethod = UNSET
        recording_configuration_id: str = UNSET
        sip_auth_username: str = UNSET
        sip_auth_password: str = param(sensitive=True, default=UNSET)
        machine_detection: str = UNSET
        machine_detection_timeout: int = UNSET
        recording_status_callback_event: list[str] = UNSET
        trim: str = UNSET
        caller_id: str = UNSET
        machine_detection_speech_threshold: int = UNSET
        machine_detection_speech_end_threshold: int = UNSET
        machine_detection_silence_timeout: int = UNSET
        async_amd: str = UNSET
        async_amd_status_callback: str = UNSET
        async_amd_status_callback_method: CallbackMethod = UNSET
        passports: str = UNSET
        byoc: str = UNSET
        call_reason: str = UNSET
        call_token: str = UNSET
        recording_track: str = UNSET
        client_notification_url: str = UNSET
        application_sid: str = UNSET

    class Update(CallParameters):
        status: UpdateStatus = UNSET

    class List(Paging, items="calls"):
        to: str = UNSET
        from_: str = UNSET
        parent_call_sid: str = UNSET
        status: Status = UNSET
        start_time: datetime = UNSET
        start_time_before: datetime = param(name="StartTime<", default=UNSET)
        start_time_after: datetime = param(name="StartTime>", default=UNSET)
        end_time: datetime = UNSET
        end_time_before: datetime = param(name="EndTime<", default=UNSET)
        end_time_after: datetime = param(name="EndTime>", default=UNSET)

    class Fetch(Params): ...

    class Delete(Params): ...

    events = collection(Event)
    notifications = collection(Notification)
    payments = collection(Payments)
    recordings = collection(Recording)
    siprec = collection(Siprec)
    streams = collection(Stream)
    transcriptions = collection(RealtimeTranscription)
    user_defined_message_subscriptions = collection(UserDefinedMessageSubscription)
    user_defined_messages = collection(UserDefinedMessage)
