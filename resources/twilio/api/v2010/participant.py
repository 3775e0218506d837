"""Participants of conferences."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, param

from ...types import CallbackMethod
from .base import ApiResource

Status = Literal["queued", "connecting", "ringing", "connected", "complete", "failed"]


class ParticipantParameters(Params):
    """The parameters of Create and Update."""

    muted: bool = UNSET
    end_conference_on_exit: bool = UNSET
    wait_url: str = UNSET
    wait_method: CallbackMethod = UNSET
    coaching: bool = UNSET
    call_sid_to_coach: str = UNSET


class Participant(
    ApiResource,
    uri="/Accounts/{account_sid}/Conferences/{conference_sid}/Participants/{call_sid}.json",
):
    """client.api.v2010.accounts(…).conferences(…).participants"""

    account_sid: str
    call_sid: str
    label: str | None
    call_sid_to_coach: str | None
    coaching: bool | None
    conference_sid: str
    date_created: datetime
    date_updated: datetime | None
    end_conference_on_exit: bool | None
    muted: bool | None
    hold: bool | None
    start_conference_on_enter: bool | None
    status: Status
    queue_time: str | None
    uri: str

    class Create(ParticipantParameters):
        from_: str
        to: str
        status_callback: str = UNSET
        status_callback_method: CallbackMethod = UNSET
        status_callback_event: list[str] = UNSET
        label: str = UNSET
        timeout: int = UNSET
        record: bool = UNSET
        beep: str = UNSET
        start_conference_on_enter: bool = UNSET
        early_media: bool = UNSET
        max_participants: int = UNSET
        conference_record: str = UNSET
        conference_trim: str = UNSET
        conference_status_callback: str = UNSET
        conference_status_callback_method: CallbackMethod = UNSET
        conference_status_callback_event: list[str] = UNSET
        recording_channels: str = UNSET
        recording_status_callback: str = UNSET
        recording_status_callback_method: CallbackMethod = UNSET
        sip_auth_username: str = UNSET
        sip_auth_password: str = param(sensitive=True, default=UNSET)
        region: str = UNSET
        conference_recording_status_callback: str = UNSET
        conference_recording_status_callback_method: CallbackMethod = UNSET
        recording_status_callback_event: list[str] = UNSET
        conference_recording_status_callback_event: list[str] = UNSET
        jitter_buffer_size: str = UNSET
        byoc: str = UNSET
        caller_id: str = UNSET
        call_reason: str = UNSET
        recording_track: str = UNSET
        recording_configuration_id: str = UNSET
        time_limit: int = UNSET
        machine_detection: str = UNSET
        machine_detection_timeout: int = UNSET
        machine_detection_speech_threshold: int = UNSET
        machine_detection_speech_end_threshold: int = UNSET
        machine_detection_silence_timeout: int = UNSET
        amd_status_callback: str = UNSET
        amd_status_callback_method: CallbackMethod = UNSET
        trim: str = UNSET
        call_token: str = UNSET
        passports: str = UNSET
        client_notification_url: str = UNSET
        caller_display_name: str = UNSET
        emergency_caller_position: str = UNSET
        emergency_caller_location: str = UNSET
        emergency_name: str = UNSET
        emergency_address: str = UNSET
        emergency_zip_code: str = UNSET
        emergency_city: str = UNSET
        emergency_state: str = UNSET
        emergency_country: str = UNSET

    class Update(ParticipantParameters):
        hold: bool = UNSET
        hold_url: str = UNSET
        hold_method: CallbackMethod = UNSET
        announce_url: str = UNSET
        announce_method: CallbackMethod = UNSET
        beep_on_exit: bool = UNSET

    class List(Paging, items="participants"):
        muted: bool = UNSET
        hold: bool = UNSET
        coaching: bool = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...
