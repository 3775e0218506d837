"""Default of configurations."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, NoKey, Params, action, param

from .base import VoiceResource


class Default(VoiceResource, uri="/Configurations/{type}/Default"):
    """client.voice.v2.configurations(…).default"""

    id: str
    account_sid: str
    unique_name: str | None
    description: str | None
    date_created: datetime
    date_updated: datetime
    configuration: dict[str, Any]
    type: str

    class Key(NoKey): ...

    class Post(Params):
        configuration_id: str = UNSET
        default_configuration_request: dict[str, Any] = param(location="body", default=UNSET)

    class Fetch(Params): ...

    create = action(Post)
    create_async = create.awaited()
