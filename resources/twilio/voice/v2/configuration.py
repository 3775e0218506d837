"""Type."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Params, Resource, param

from .base import VoiceResource


class Configuration(VoiceResource, uri="/Configurations/{type}/{id_or_unique_name}"):
    """client.voice.v2.type"""

    id: str
    account_sid: str
    unique_name: str | None
    description: str | None
    date_created: datetime
    date_updated: datetime
    configuration: dict[str, Any]

    class Key(Resource.Key):
        type: str
        id_or_unique_name: str

    class Update(Params, method="PUT"):
        unique_name: str | None = UNSET
        description: str | None = UNSET
        configuration: dict[str, Any] = UNSET
        voice_v2_configuration_request: dict[str, Any] = param(location="body", default=UNSET)

    class Fetch(Params): ...

    class Delete(Params): ...
