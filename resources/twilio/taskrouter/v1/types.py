"""Literal types that several resources of taskrouter.v1 use."""

from typing import Literal

CallStatus = Literal["initiated", "ringing", "answered", "completed"]
ConferenceEvent = Literal["start", "end", "join", "leave", "mute", "hold", "speaker"]
Status = Literal[
    "pending", "accepted", "rejected", "timeout", "canceled", "rescinded", "wrapping", "completed"
]
