"""Numbers, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred, handle

if TYPE_CHECKING:
    from .bulk_eligibility import BulkEligibility
    from .eligibility import Eligibility
    from .port_in_requests import PortInRequests
    from .porting_port_in import PortingPortIn
    from .porting_port_in_phone_number import PortingPortInPhoneNumber
    from .porting_portability import PortingPortability
    from .porting_webhook_configuration import PortingWebhookConfiguration
    from .porting_webhook_configuration_delete import PortingWebhookConfigurationDelete
    from .porting_webhook_configuration_fetch import PortingWebhookConfigurationFetch
    from .signing_request_configuration import SigningRequestConfiguration
else:
    BulkEligibility = deferred(".bulk_eligibility:BulkEligibility", __package__)
    Eligibility = deferred(".eligibility:Eligibility", __package__)
    PortInRequests = deferred(".port_in_requests:PortInRequests", __package__)
    PortingPortIn = deferred(".porting_port_in:PortingPortIn", __package__)
    PortingPortInPhoneNumber = deferred(
        ".porting_port_in_phone_number:PortingPortInPhoneNumber", __package__
    )
    PortingPortability = deferred(".porting_portability:PortingPortability", __package__)
    PortingWebhookConfiguration = deferred(
        ".porting_webhook_configuration:PortingWebhookConfiguration", __package__
    )
    PortingWebhookConfigurationDelete = deferred(
        ".porting_webhook_configuration_delete:PortingWebhookConfigurationDelete", __package__
    )
    PortingWebhookConfigurationFetch = deferred(
        ".porting_webhook_configuration_fetch:PortingWebhookConfigurationFetch", __package__
    )
    SigningRequestConfiguration = deferred(
        ".signing_request_configuration:SigningRequestConfiguration", __package__
    )


class V1(Version, prefix="/v1"):
    """https://numbers.twilio.com/v1"""

    bulk_eligibilities = collection(BulkEligibility)
    eligibilities = collection(Eligibility)
    porting_all_port_ins = collection(PortInRequests)
    porting_port_in_phone_number = collection(PortingPortInPhoneNumber)
    porting_port_ins = collection(PortingPortIn)
    porting_portabilities = collection(PortingPortability)
    porting_webhook_configurations = collection(PortingWebhookConfiguration)
    porting_webhook_configurations_delete = collection(PortingWebhookConfigurationDelete)
    signing_request_configurations = collection(SigningRequestConfiguration)
    webhook = handle(PortingWebhookConfigurationFetch)
