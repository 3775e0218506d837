"""Messaging, v2."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .channels_sender import ChannelsSender
    from .domain_certs import DomainCerts
    from .typing_indicator import TypingIndicator
else:
    ChannelsSender = deferred(".channels_sender:ChannelsSender", __package__)
    DomainCerts = deferred(".domain_certs:DomainCerts", __package__)
    TypingIndicator = deferred(".typing_indicator:TypingIndicator", __package__)


class V2(Version, prefix="/v2"):
    """https://messaging.twilio.com/v2"""

    channels_senders = collection(ChannelsSender)
    domain_certs = collection(DomainCerts)
    typing_indicator = collection(TypingIndicator)
