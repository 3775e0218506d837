"""The values that several resources of taskrouter.v1 have."""

from __future__ import annotations

from typing import Literal

CallStatus = Literal["initiated", "ringing", "answered", "completed"]
ConferenceEvent = Literal["start", "end", "join", "leave", "mute", "hold", "speaker"]
ConferenceRecordingStatusCallbackMethod = Literal["GET", "POST"]
ConferenceStatusCallbackMethod = Literal["GET", "POST"]
RecordingStatusCallbackMethod = Literal["GET", "POST"]
Status = Literal[
    "pending", "accepted", "rejected", "timeout", "canceled", "rescinded", "wrapping", "completed",
]
StatusCallbackMethod = Literal["GET", "POST"]
WaitMethod = Literal["GET", "POST"]
