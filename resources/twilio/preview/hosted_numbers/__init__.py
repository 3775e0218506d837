"""Preview, hosted_numbers."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .hosted_numbers_authorization_document import HostedNumbersAuthorizationDocument
    from .hosted_numbers_hosted_number_order import HostedNumbersHostedNumberOrder
else:
    HostedNumbersAuthorizationDocument = deferred(
        ".hosted_numbers_authorization_document:HostedNumbersAuthorizationDocument", __package__
    )
    HostedNumbersHostedNumberOrder = deferred(
        ".hosted_numbers_hosted_number_order:HostedNumbersHostedNumberOrder", __package__
    )


class HostedNumbers(Version, prefix="/HostedNumbers"):
    """https://preview.twilio.com/HostedNumbers"""

    authorization_documents = collection(HostedNumbersAuthorizationDocument)
    hosted_number_orders = collection(HostedNumbersHostedNumberOrder)
