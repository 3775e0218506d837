"""Subscribed tracks of participants."""

from __future__ import annotations

from .published_track import PublishedTrack


class SubscribedTrack(
    PublishedTrack, uri="/Rooms/{room_sid}/Participants/{participant_sid}/SubscribedTracks/{sid}"
):
    """client.video.v1.rooms(…).participants(…).subscribed_tracks"""

    publisher_sid: str | None
