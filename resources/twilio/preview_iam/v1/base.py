"""The base class of the resources of preview_iam.v1."""

from restmap import as_written

from ...base import TwilioResource


class PreviewIamResource(TwilioResource, parameter_names=as_written):
    """Request bodies are sent as forms."""
