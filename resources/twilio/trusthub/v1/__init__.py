"""Trusthub, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .compliance_inquiries import ComplianceInquiries
    from .compliance_registration_inquiries import ComplianceRegistrationInquiries
    from .compliance_tollfree_inquiries import ComplianceTollfreeInquiries
    from .customer_profiles import CustomerProfiles
    from .end_user import EndUser
    from .end_user_type import EndUserType
    from .policies import Policies
    from .supporting_document import SupportingDocument
    from .supporting_document_type import SupportingDocumentType
    from .trust_products import TrustProducts
else:
    ComplianceInquiries = deferred(".compliance_inquiries:ComplianceInquiries", __package__)
    ComplianceRegistrationInquiries = deferred(
        ".compliance_registration_inquiries:ComplianceRegistrationInquiries", __package__
    )
    ComplianceTollfreeInquiries = deferred(
        ".compliance_tollfree_inquiries:ComplianceTollfreeInquiries", __package__
    )
    CustomerProfiles = deferred(".customer_profiles:CustomerProfiles", __package__)
    EndUser = deferred(".end_user:EndUser", __package__)
    EndUserType = deferred(".end_user_type:EndUserType", __package__)
    Policies = deferred(".policies:Policies", __package__)
    SupportingDocument = deferred(".supporting_document:SupportingDocument", __package__)
    SupportingDocumentType = deferred(
        ".supporting_document_type:SupportingDocumentType", __package__
    )
    TrustProducts = deferred(".trust_products:TrustProducts", __package__)


class V1(Version, prefix="/v1"):
    """https://trusthub.twilio.com/v1"""

    compliance_inquiries = collection(ComplianceInquiries)
    compliance_registration_inquiries = collection(ComplianceRegistrationInquiries)
    compliance_tollfree_inquiries = collection(ComplianceTollfreeInquiries)
    customer_profiles = collection(CustomerProfiles)
    end_user_types = collection(EndUserType)
    end_users = collection(EndUser)
    policies = collection(Policies)
    supporting_document_types = collection(SupportingDocumentType)
    supporting_documents = collection(SupportingDocument)
    trust_products = collection(TrustProducts)
