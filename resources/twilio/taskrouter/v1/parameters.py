"""Parameters that operations of taskrouter.v1 have in common."""

from __future__ import annotations

from restmap import UNSET, Params, param

from ...types import CallbackMethod
from .types import CallStatus, ConferenceEvent, Status


class ReservationAndReservation(Params):
    """The parameters of Reservation.Update and Reservation.Update."""

    if_match: str = param(location="header", default=UNSET)
    reservation_status: Status = UNSET
    worker_activity_sid: str = UNSET
    instruction: str = UNSET
    dequeue_post_work_activity_sid: str = UNSET
    dequeue_from: str = UNSET
    dequeue_record: str = UNSET
    dequeue_timeout: int = UNSET
    dequeue_to: str = UNSET
    dequeue_status_callback_url: str = UNSET
    call_from: str = UNSET
    call_record: str = UNSET
    call_timeout: int = UNSET
    call_to: str = UNSET
    call_url: str = UNSET
    call_status_callback_url: str = UNSET
    call_accept: bool = UNSET
    redirect_call_sid: str = UNSET
    redirect_accept: bool = UNSET
    redirect_url: str = UNSET
    to: str = UNSET
    from_: str = UNSET
    status_callback: str = UNSET
    status_callback_method: CallbackMethod = UNSET
    status_callback_event: list[CallStatus] = UNSET
    timeout: int = UNSET
    record: bool = UNSET
    muted: bool = UNSET
    beep: str = UNSET
    start_conference_on_enter: bool = UNSET
    end_conference_on_exit: bool = UNSET
    wait_url: str = UNSET
    wait_method: CallbackMethod = UNSET
    early_media: bool = UNSET
    max_participants: int = UNSET
    conference_status_callback: str = UNSET
    conference_status_callback_method: CallbackMethod = UNSET
    conference_status_callback_event: list[ConferenceEvent] = UNSET
    conference_record: str = UNSET
    conference_trim: str = UNSET
    recording_channels: str = UNSET
    recording_status_callback: str = UNSET
    recording_status_callback_method: CallbackMethod = UNSET
    conference_recording_status_callback: str = UNSET
    conference_recording_status_callback_method: CallbackMethod = UNSET
    region: str = UNSET
    sip_auth_username: str = UNSET
    sip_auth_password: str = param(sensitive=True, default=UNSET)
    dequeue_status_callback_event: list[str] = UNSET
    post_work_activity_sid: str = UNSET
    end_conference_on_customer_exit: bool = UNSET
    beep_on_customer_entrance: bool = UNSET
    jitter_buffer_size: str = UNSET
