from __future__ import annotations

from .recording_rules import RecordingRules


class SubscribeRules(
    RecordingRules, uri="/Rooms/{room_sid}/Participants/{participant_sid}/SubscribeRules"
):
    """video.v1.rooms(…).participants(…).subscribe_rules."""

    participant_sid: str
