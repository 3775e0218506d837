"""Numbers, v2."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred, handle

if TYPE_CHECKING:
    from .authorization_document import AuthorizationDocument
    from .bulk_hosted_number_order import BulkHostedNumberOrder
    from .bundle_clone import BundleClone
    from .hosted_number_order import HostedNumberOrder
    from .regulatory_compliance import RegulatoryCompliance
    from .short_code_application import ShortCodeApplication
else:
    AuthorizationDocument = deferred(".authorization_document:AuthorizationDocument", __package__)
    BulkHostedNumberOrder = deferred(".bulk_hosted_number_order:BulkHostedNumberOrder", __package__)
    BundleClone = deferred(".bundle_clone:BundleClone", __package__)
    HostedNumberOrder = deferred(".hosted_number_order:HostedNumberOrder", __package__)
    RegulatoryCompliance = deferred(".regulatory_compliance:RegulatoryCompliance", __package__)
    ShortCodeApplication = deferred(".short_code_application:ShortCodeApplication", __package__)


class V2(Version, prefix="/v2"):
    """https://numbers.twilio.com/v2"""

    applications = collection(ShortCodeApplication)
    authorization_documents = collection(AuthorizationDocument)
    bulk_hosted_number_orders = collection(BulkHostedNumberOrder)
    bundle_clone = collection(BundleClone)
    hosted_number_orders = collection(HostedNumberOrder)
    regulatory_compliance = handle(RegulatoryCompliance)
