"""Voice, v3."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .transcription import Transcription
else:
    Transcription = deferred(".transcription:Transcription", __package__)


class V3(Version, prefix="/v3"):
    """https://voice.twilio.com/v3"""

    transcriptions = collection(Transcription)
