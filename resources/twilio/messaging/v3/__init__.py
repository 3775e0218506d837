"""Messaging, v3."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .v3_typing_indicator import V3TypingIndicator
else:
    V3TypingIndicator = deferred(".v3_typing_indicator:V3TypingIndicator", __package__)


class V3(Version, prefix="/v3"):
    """https://messaging.twilio.com/v3"""

    typing_indicator = collection(V3TypingIndicator)
