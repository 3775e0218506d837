from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Model, Params, action, param

from .base import VoiceResource


class Request(Model):
    description: str | None = None
    configuration: dict[str, Any] = UNSET


class AccountDefaultConfiguration(VoiceResource, uri="/AccountDefaultConfiguration/{type}"):
    """voice.v2.account_default_configuration."""

    account_sid: str
    description: str | None
    date_created: datetime
    date_updated: datetime
    configuration: dict[str, Any]

    class Post(Params):
        voice_v2_account_default_configuration_request: Request = param(
            location="body", default=UNSET
        )

    class Update(Params, method="PUT"):
        voice_v2_account_default_configuration_request: Request = param(
            location="body", default=UNSET
        )

    class Fetch(Params): ...
    class Delete(Params): ...

    create = action(Post)
    create_async = create.awaited()
