"""Autopilot, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred, handle

if TYPE_CHECKING:
    from .assistant import Assistant
    from .restore_assistant import RestoreAssistant
else:
    Assistant = deferred(".assistant:Assistant", __package__)
    RestoreAssistant = deferred(".restore_assistant:RestoreAssistant", __package__)


class V1(Version, prefix="/v1"):
    """https://autopilot.twilio.com/v1"""

    assistants = collection(Assistant)
    restore_assistant = handle(RestoreAssistant)
