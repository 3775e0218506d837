"""Transcriptions of calls."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Params, field

from ...types import CallbackMethod
from .base import ApiResource
from .types import Status, Track, UpdateStatus


class RealtimeTranscription(
    ApiResource, uri="/Accounts/{account_sid}/Calls/{call_sid}/Transcriptions/{sid}.json"
):
    """client.api.v2010.accounts(…).calls(…).transcriptions"""

    sid: str = field(prefix="GT")
    account_sid: str
    call_sid: str
    name: str | None
    status: Status
    date_updated: datetime | None
    uri: str

    class Create(Params):
        name: str = UNSET
        track: Track = UNSET
        status_callback_url: str = UNSET
        status_callback_method: CallbackMethod = UNSET
        inbound_track_label: str = UNSET
        outbound_track_label: str = UNSET
        partial_results: bool = UNSET
        language_code: str = UNSET
        transcription_engine: str = UNSET
        profanity_filter: bool = UNSET
        speech_model: str = UNSET
        hints: str = UNSET
        enable_automatic_punctuation: bool = UNSET
        intelligence_service: str = UNSET
        conversation_configuration: str = UNSET
        conversation_id: str = UNSET
        transcription_configuration_id: str = UNSET
        enable_provider_data: bool = UNSET

    class Update(Params):
        status: UpdateStatus
