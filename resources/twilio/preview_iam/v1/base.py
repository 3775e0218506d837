"""What the resources of preview_iam.v1 share."""

from restmap import Resource, as_written


class PreviewIamResource(Resource, parameter_names=as_written):
    """What is written goes as a form."""
