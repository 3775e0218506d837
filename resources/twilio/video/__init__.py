"""Video: https://video.twilio.com"""

from restmap import Domain, deferred, version

from .v1 import V1


class Video(Domain, host="video.twilio.com"):
    """Versions: v1."""

    sandbox_rules = deferred("resources.twilio.sandbox:TwilioRules")

    v1 = version(V1)
