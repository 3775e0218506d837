"""Proxy sessions: https://www.twilio.com/docs/proxy/api/session"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from restmap import UNSET, Paging, Params, collection, deferred, field, json_object, list_of, param

from .base import ProxyResource

if TYPE_CHECKING:
    from .interaction import Interaction
    from .participant import Participant
else:
    Interaction = deferred(".interaction:Interaction", __package__)
    Participant = deferred(".participant:Participant", __package__)

Mode = Literal["message-only", "voice-only", "voice-and-message"]
Status = Literal["open", "in-progress", "closed", "failed", "unknown"]


class Session(ProxyResource, uri="/Services/{service_sid}/Sessions/{sid}"):
    """A conversation between participants, masked by numbers of the service."""

    sid: str = field(prefix="KC")
    service_sid: str
    account_sid: str
    unique_name: str = field(unique=True)
    status: Status
    closed_reason: str | None
    mode: Mode = field(initial="voice-and-message")
    ttl: int
    date_started: datetime | None
    date_ended: datetime | None
    date_last_interaction: datetime | None
    date_expiry: datetime | None
    date_created: datetime
    date_updated: datetime
    url: str
    links: dict[str, str]

    class Create(Params):
        unique_name: str = UNSET
        date_expiry: datetime = UNSET
        ttl: int = UNSET
        mode: Mode = UNSET
        status: Status = UNSET
        participants: list[dict[str, Any]] = param(list_of(json_object), default=UNSET)
        fail_on_participant_conflict: bool = UNSET  # in the seed, not in today's OpenAPI

    class Update(Params):
        date_expiry: datetime = UNSET
        ttl: int = UNSET
        status: Status = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    participants = collection(Participant)
    interactions = collection(Interaction)
