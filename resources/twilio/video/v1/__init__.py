"""Video, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .composition import Composition
    from .composition_hook import CompositionHook
    from .composition_settings import CompositionSettings
    from .recording import Recording
    from .recording_settings import RecordingSettings
    from .room import Room
else:
    Composition = deferred(".composition:Composition", __package__)
    CompositionHook = deferred(".composition_hook:CompositionHook", __package__)
    CompositionSettings = deferred(".composition_settings:CompositionSettings", __package__)
    Recording = deferred(".recording:Recording", __package__)
    RecordingSettings = deferred(".recording_settings:RecordingSettings", __package__)
    Room = deferred(".room:Room", __package__)


class V1(Version, prefix="/v1"):
    """https://video.twilio.com/v1"""

    composition_hooks = collection(CompositionHook)
    composition_settings = collection(CompositionSettings)
    compositions = collection(Composition)
    recording_settings = collection(RecordingSettings)
    recordings = collection(Recording)
    rooms = collection(Room)
