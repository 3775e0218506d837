"""The base class of all resources of Twilio.

Request bodies and parameters: https://www.twilio.com/docs/usage/requests-to-twilio
"""

from restmap import Resource, as_written, pascal_case


class TwilioResource(Resource, body="form", parameter_names=pascal_case, member_names=as_written):
    """Request bodies are sent as forms, with parameters such as `UniqueName`."""
