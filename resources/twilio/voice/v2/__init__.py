"""Voice, v2."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .account_default_configuration import AccountDefaultConfiguration
    from .configuration import Configuration
    from .configurations import Configurations
    from .recording import Recording
    from .transcription import Transcription
else:
    AccountDefaultConfiguration = deferred(
        ".account_default_configuration:AccountDefaultConfiguration", __package__
    )
    Configuration = deferred(".configuration:Configuration", __package__)
    Configurations = deferred(".configurations:Configurations", __package__)
    Recording = deferred(".recording:Recording", __package__)
    Transcription = deferred(".transcription:Transcription", __package__)


class V2(Version, prefix="/v2"):
    """https://voice.twilio.com/v2"""

    account_default_configuration = collection(AccountDefaultConfiguration)
    configurations = collection(Configurations)
    recording = collection(Recording)
    transcription = collection(Transcription)
    type = collection(Configuration)
