"""What the resources of twilio.preview_iam share."""

from restmap import Resource

from ..pages import MetaPage


class PreviewIamResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
