"""Playback grant of player streamers."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, NoKey, Params, action, field

from .base import MediaResource


class PlaybackGrant(MediaResource, uri="/PlayerStreamers/{sid}/PlaybackGrant"):
    """client.media.v1.player_streamer(…).playback_grant"""

    sid: str = field(prefix="VJ")
    url: str
    account_sid: str
    date_created: datetime
    grant: Any

    class Key(NoKey): ...

    class Post(Params):
        ttl: int = UNSET
        access_control_allow_origin: str = UNSET

    class Fetch(Params): ...

    create = action(Post)
    create_async = create.awaited()
