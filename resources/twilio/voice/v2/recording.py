from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import Params, param

from .base import VoiceResource


class Recording(VoiceResource, uri="/Configurations/Recording/{id}"):
    """voice.v2.recording."""

    id: str
    account_sid: str
    unique_name: str | None
    description: str | None
    date_created: datetime
    date_updated: datetime
    configuration: dict[str, Any]

    class Create(Params):
        voice_v2_configuration_recording_request: dict[str, Any] = param(location="body")

    class Update(Params, method="PUT"):
        voice_v2_configuration_recording_request: dict[str, Any] = param(location="body")

    class Fetch(Params): ...
    class Delete(Params): ...
