"""Configurations."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Params, action, handle, param

from .base import VoiceResource
from .default import Default


class Configurations(VoiceResource, uri="/Configurations/{type}"):
    """client.voice.v2.configurations"""

    id: str
    account_sid: str
    unique_name: str | None
    description: str | None
    date_created: datetime
    date_updated: datetime
    configuration: dict[str, Any]

    class Post(Params):
        unique_name: str | None = UNSET
        description: str | None = UNSET
        configuration: dict[str, Any] = UNSET
        voice_v2_configuration_request: dict[str, Any] = param(location="body", default=UNSET)

    create = action(Post)
    create_async = create.awaited()

    default = handle(Default)
