from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Model, NoKey, Params, action, field, param

from .base import VoiceResource


class DefaultDefaultConfigurationRequest(Model):
    configuration_id: str = field(name="configuration_id", default=UNSET)


class Default(VoiceResource, uri="/Configurations/{type}/Default"):
    """voice.v2.configurations(…).default."""

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
        default_configuration_request: DefaultDefaultConfigurationRequest = param(
            location="body", default=UNSET
        )

    class Fetch(Params): ...

    create = action(Post)
    create_async = create.awaited()
