from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, param

from ...other_pages import MetaTokenPage
from .base import VoiceResource

Status = Literal["PENDING", "RUNNING", "COMPLETED", "FAILED"]


class Transcription(VoiceResource, uri="/Transcriptions/{id}"):
    """voice.v3.transcriptions."""

    operation_id: str | None
    status: Status
    status_url: str | None
    transcription: dict[str, Any] | None
    id: str
    account_id: str | None
    transcription_configuration_id: str | None
    media_url: str | None
    source_id: str | None
    audio_started_at: datetime | None
    conversation_id: str | None
    participants: list[dict[str, Any]] | None
    duration: int | None
    resolved_configuration: dict[str, Any] | None
    created_at: datetime | None
    updated_at: datetime | None
    url: str
    links: dict[str, str] | None

    class Create(Params):
        create_v3_transcriptions_request: dict[str, Any] = param(location="body")
        idempotency_key: str = param(location="header", default=UNSET)

    class List(Paging, page=MetaTokenPage("transcriptions", max_page_size=100)):
        created_after: datetime = UNSET
        created_before: datetime = UNSET
        language_code: str = UNSET
        source_id: str = UNSET
        status: Status = UNSET

    class Fetch(Params): ...
