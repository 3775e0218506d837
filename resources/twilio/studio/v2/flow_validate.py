"""Flow validate."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, NoKey, Params, json_value, param

from .base import StudioResource
from .types import Status


class FlowValidate(StudioResource, uri="/Flows/Validate"):
    """client.studio.v2.flow_validate"""

    valid: bool | None

    class Key(NoKey): ...

    class Update(Params):
        friendly_name: str
        status: Status
        definition: Any = param(json_value)
        commit_message: str = UNSET
