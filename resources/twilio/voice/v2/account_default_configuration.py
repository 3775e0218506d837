"""Account default configuration."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Params, action, camel_case, param

from .base import VoiceResource


class AccountDefaultConfiguration(
    VoiceResource, uri="/AccountDefaultConfiguration/{type}", parameter_names=camel_case
):
    """client.voice.v2.account_default_configuration"""

    account_sid: str
    description: str | None
    date_created: datetime
    date_updated: datetime
    configuration: dict[str, Any]

    class Post(Params):
        description: str | None = UNSET
        configuration: dict[str, Any] = UNSET
        voice_v2_account_default_configuration_request: dict[str, Any] = param(
            location="body", default=UNSET
        )

    class Update(Params, method="PUT"):
        description: str | None = UNSET
        configuration: dict[str, Any] = UNSET
        voice_v2_account_default_configuration_request: dict[str, Any] = param(
            location="body", default=UNSET
        )

    class Fetch(Params): ...

    class Delete(Params): ...

    create = action(Post)
    create_async = create.awaited()
