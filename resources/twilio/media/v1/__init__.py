"""Media, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .media_processor import MediaProcessor
    from .media_recording import MediaRecording
    from .player_streamer import PlayerStreamer
else:
    MediaProcessor = deferred(".media_processor:MediaProcessor", __package__)
    MediaRecording = deferred(".media_recording:MediaRecording", __package__)
    PlayerStreamer = deferred(".player_streamer:PlayerStreamer", __package__)


class V1(Version, prefix="/v1"):
    """https://media.twilio.com/v1"""

    media_processor = collection(MediaProcessor)
    media_recording = collection(MediaRecording)
    player_streamer = collection(PlayerStreamer)
