"""The base class of the resources of preview_iam.v1."""

from restmap import Resource, as_written


class PreviewIamResource(Resource, parameter_names=as_written):
    """Request bodies are sent as forms."""
