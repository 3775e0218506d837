"""Targets of connection policies."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from .base import VoiceResource


class ConnectionPolicyTarget(
    VoiceResource, uri="/ConnectionPolicies/{connection_policy_sid}/Targets/{sid}"
):
    """client.voice.v1.connection_policies(…).targets"""

    account_sid: str
    connection_policy_sid: str
    sid: str = field(prefix="NE")
    friendly_name: str | None
    target: str | None
    priority: int
    weight: int
    enabled: bool | None
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Create(Params):
        target: str
        friendly_name: str = UNSET
        priority: int = UNSET
        weight: int = UNSET
        enabled: bool = UNSET

    class Update(Params):
        friendly_name: str = UNSET
        target: str = UNSET
        priority: int = UNSET
        weight: int = UNSET
        enabled: bool = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
