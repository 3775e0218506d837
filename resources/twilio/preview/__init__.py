"""Preview: https://preview.twilio.com"""

from restmap import Domain, deferred, version

from .hosted_numbers import HostedNumbers
from .marketplace import Marketplace
from .wireless import Wireless


class Preview(Domain, host="preview.twilio.com"):
    """Versions: hosted_numbers, marketplace, wireless."""

    sandbox_rules = deferred("resources.twilio.sandbox:TwilioRules")

    hosted_numbers = version(HostedNumbers)
    marketplace = version(Marketplace)
    wireless = version(Wireless)
