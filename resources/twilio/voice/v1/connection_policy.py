"""Connection policies."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, collection, field

from .base import VoiceResource
from .connection_policy_target import ConnectionPolicyTarget


class ConnectionPolicy(VoiceResource, uri="/ConnectionPolicies/{sid}"):
    """client.voice.v1.connection_policies"""

    account_sid: str
    sid: str = field(prefix="NY")
    friendly_name: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str
    links: dict[str, str] | None

    class Create(Params):
        friendly_name: str = UNSET

    class Update(Params):
        friendly_name: str = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    targets = collection(ConnectionPolicyTarget)
