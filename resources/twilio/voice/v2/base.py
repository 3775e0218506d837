"""The base class of the resources of voice.v2."""

from restmap import camel_case

from ...base import TwilioResource


class VoiceResource(TwilioResource, member_names=camel_case):
    """Request bodies are sent as forms."""
