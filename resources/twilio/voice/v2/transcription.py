from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import Params, param

from .base import VoiceResource


class Transcription(VoiceResource, uri="/Configurations/Transcription/{id}"):
    """voice.v2.transcription."""

    id: str
    account_sid: str
    unique_name: str | None
    description: str | None
    date_created: datetime
    date_updated: datetime
    configuration: dict[str, Any]

    class Create(Params):
        voice_v2_configuration_transcription_request: dict[str, Any] = param(location="body")

    class Update(Params, method="PUT"):
        voice_v2_configuration_transcription_request: dict[str, Any] = param(location="body")

    class Fetch(Params): ...
    class Delete(Params): ...
