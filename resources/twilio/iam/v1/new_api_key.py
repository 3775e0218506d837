"""New api key."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Params, field, json_value, param

from .base import IamResource


class NewApiKey(IamResource, uri="/Keys"):
    """client.iam.v1.new_api_key"""

    sid: str = field(prefix="SK")
    friendly_name: str | None
    date_created: datetime
    date_updated: datetime | None
    secret: str | None
    policy: dict[str, Any] | None

    class Create(Params):
        account_sid: str
        friendly_name: str = UNSET
        key_type: str = UNSET
        policy: Any = param(json_value, default=UNSET)
