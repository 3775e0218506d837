"""Users."""

from __future__ import annotations

from typing import Literal

from restmap import UNSET, Params, field

from .base import FrontlineApiResource

StateType = Literal["active", "deactivated"]


class User(FrontlineApiResource, uri="/Users/{sid}"):
    """client.frontline_api.v1.users"""

    sid: str = field(prefix="US")
    identity: str | None
    friendly_name: str | None
    avatar: str | None
    state: StateType
    is_available: bool | None
    url: str

    class Update(Params):
        friendly_name: str = UNSET
        avatar: str = UNSET
        state: StateType = UNSET
        is_available: bool = UNSET

    class Fetch(Params): ...
