"""Numbers, v3."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .hosted_numbers_hosted_number_order import HostedNumbersHostedNumberOrder
else:
    HostedNumbersHostedNumberOrder = deferred(
        ".hosted_numbers_hosted_number_order:HostedNumbersHostedNumberOrder", __package__
    )


class V3(Version, prefix="/v3"):
    """https://numbers.twilio.com/v3"""

    hosted_number_orders = collection(HostedNumbersHostedNumberOrder)
