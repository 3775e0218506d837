"""The base class of the resources of voice.v2."""

from restmap import as_written, camel_case

from ...base import TwilioResource


class VoiceResource(
    TwilioResource, body="json", parameter_names=as_written, member_names=camel_case
):
    """Request bodies are sent as JSON."""
