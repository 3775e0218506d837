"""Api key."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Params, field, json_value, param

from .base import IamResource


class ApiKey(IamResource, uri="/Keys/{sid}"):
    """client.iam.v1.api_key"""

    sid: str = field(prefix="SK")
    friendly_name: str | None
    date_created: datetime
    date_updated: datetime | None
    policy: dict[str, Any] | None

    class Update(Params):
        friendly_name: str = UNSET
        policy: Any = param(json_value, default=UNSET)

    class Fetch(Params): ...

    class Delete(Params): ...
