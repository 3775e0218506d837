"""Participants of rooms."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, collection, field, handle

from .anonymize import Anonymize
from .base import VideoResource
from .published_track import PublishedTrack
from .subscribe_rules import SubscribeRules
from .subscribed_track import SubscribedTrack

Status = Literal["connected", "disconnected", "reconnecting"]


class Participant(VideoResource, uri="/Rooms/{room_sid}/Participants/{sid}"):
    """client.video.v1.rooms(…).participants"""

    sid: str = field(prefix="PA")
    room_sid: str
    account_sid: str
    status: Status
    identity: str | None
    date_created: datetime
    date_updated: datetime | None
    start_time: datetime | None
    end_time: datetime | None
    duration: int | None
    url: str
    links: dict[str, str] | None

    class Update(Params):
        status: Status = UNSET

    class List(Paging):
        status: Status = UNSET
        identity: str = UNSET
        date_created_after: datetime = UNSET
        date_created_before: datetime = UNSET

    class Fetch(Params): ...

    anonymize = collection(Anonymize)
    published_tracks = collection(PublishedTrack)
    subscribe_rules = handle(SubscribeRules)
    subscribed_tracks = collection(SubscribedTrack)
