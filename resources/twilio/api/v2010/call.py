"""api.v2010.accounts(…).calls: https://www.twilio.com/docs/voice/api/call-resource"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Literal

from restmap import UNSET, Paging, Params, collection, deferred, field, param

from ...pages import UriPage
from ...types import CallbackMethod
from .base import ApiResource

if TYPE_CHECKING:
    from .call_notification import Notification
    from .call_recording import Recording
    from .event import Event
    from .payments import Payments
    from .realtime_transcription import RealtimeTranscription
    from .siprec import Siprec
    from .stream import Stream
    from .user_defined_message import UserDefinedMessage
    from .user_defined_message_subscription import UserDefinedMessageSubscription
else:
    Notification = deferred(".call_notification:Notification", __package__)
    Recording = deferred(".call_recording:Recording", __package__)
    Event = deferred(".event:Event", __package__)
    Payments = deferred(".payments:Payments", __package__)
    RealtimeTranscription = deferred(".realtime_transcription:RealtimeTranscription", __package__)
    Siprec = deferred(".siprec:Siprec", __package__)
    Stream = deferred(".stream:Stream", __package__)
    UserDefinedMessage = deferred(".user_defined_message:UserDefinedMessage", __package__)
    UserDefinedMessageSubscription = deferred(
        ".user_defined_message_subscription:UserDefinedMessageSubscription", __package__
    )

Status = Literal[
    "queued", "ringing", "in-progress", "completed", "busy", "failed", "no-answer", "canceled",
]
UpdateStatus = Literal["canceled", "completed"]


class Call(ApiResource, uri="/Accounts/{account_sid}/Calls/{sid}.json"):
    """A call of an account."""

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

    class Create(Params):
        to: str
        from_: str
        method: CallbackMethod = UNSET
        fallback_url: str = UNSET
        fallback_method: CallbackMethod = UNSET
        status_callback: str = UNSET
        status_callback_event: list[str] = UNSET
        status_callback_method: CallbackMethod = UNSET
        send_digits: str = UNSET
        timeout: int = UNSET
        record: bool = UNSET
        recording_channels: str = UNSET
        recording_status_callback: str = UNSET
        recording_status_callback_method: CallbackMethod = UNSET
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
        byoc: str = UNSET
        call_reason: str = UNSET
        call_token: str = UNSET
        recording_track: str = UNSET
        time_limit: int = UNSET
        client_notification_url: str = UNSET
        url: str = UNSET
        twiml: str = UNSET
        application_sid: str = UNSET

    class Update(Params):
        url: str = UNSET
        method: CallbackMethod = UNSET
        status: UpdateStatus = UNSET
        fallback_url: str = UNSET
        fallback_method: CallbackMethod = UNSET
        status_callback: str = UNSET
        status_callback_method: CallbackMethod = UNSET
        twiml: str = UNSET
        time_limit: int = UNSET

    class List(Paging, page=UriPage("calls")):
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
