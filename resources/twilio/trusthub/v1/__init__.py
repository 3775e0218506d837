"""Trusthub, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, collections, deferred

if TYPE_CHECKING:
    from .a2p_brand_registration import A2pBrandRegistration
    from .a2p_brand_registration_embedded_session import A2pBrandRegistrationEmbeddedSession
    from .a2p_campaign_registration import A2pCampaignRegistration
    from .a2p_campaign_registration_embedded_session import A2pCampaignRegistrationEmbeddedSession
    from .compliance_inquiries import ComplianceInquiries
    from .compliance_registration_inquiries import ComplianceRegistrationInquiries
    from .compliance_tollfree_inquiries import ComplianceTollfreeInquiries
    from .customer_profile_provisional_copy import CustomerProfileProvisionalCopy
    from .customer_profiles import CustomerProfiles
    from .end_user import EndUser
    from .end_user_type import EndUserType
    from .policies import Policies
    from .supporting_document import SupportingDocument
    from .supporting_document_type import SupportingDocumentType
    from .trust_product_provisional_copy import TrustProductProvisionalCopy
    from .trust_products import TrustProducts
else:
    A2pBrandRegistration = deferred(".a2p_brand_registration:A2pBrandRegistration", __package__)
    A2pBrandRegistrationEmbeddedSession = deferred(
        ".a2p_brand_registration_embedded_session:A2pBrandRegistrationEmbeddedSession", __package__
    )
    A2pCampaignRegistration = deferred(
        ".a2p_campaign_registration:A2pCampaignRegistration", __package__
    )
    A2pCampaignRegistrationEmbeddedSession = deferred(
        ".a2p_campaign_registration_embedded_session:A2pCampaignRegistrationEmbeddedSession",
        __package__,
    )
    ComplianceInquiries = deferred(".compliance_inquiries:ComplianceInquiries", __package__)
    ComplianceRegistrationInquiries = deferred(
        ".compliance_registration_inquiries:ComplianceRegistrationInquiries", __package__
    )
    ComplianceTollfreeInquiries = deferred(
        ".compliance_tollfree_inquiries:ComplianceTollfreeInquiries", __package__
    )
    CustomerProfileProvisionalCopy = deferred(
        ".customer_profile_provisional_copy:CustomerProfileProvisionalCopy", __package__
    )
    CustomerProfiles = deferred(".customer_profiles:CustomerProfiles", __package__)
    EndUser = deferred(".end_user:EndUser", __package__)
    EndUserType = deferred(".end_user_type:EndUserType", __package__)
    Policies = deferred(".policies:Policies", __package__)
    SupportingDocument = deferred(".supporting_document:SupportingDocument", __package__)
    SupportingDocumentType = deferred(
        ".supporting_document_type:SupportingDocumentType", __package__
    )
    TrustProductProvisionalCopy = deferred(
        ".trust_product_provisional_copy:TrustProductProvisionalCopy", __package__
    )
    TrustProducts = deferred(".trust_products:TrustProducts", __package__)


class V1(Version, prefix="/v1"):
    """https://trusthub.twilio.com/v1"""

    a2_p_brand_registration_embedded_sessions = collections(A2pBrandRegistrationEmbeddedSession)
    a2_p_brand_registrations = collection(A2pBrandRegistration)
    a2_p_campaign_registration_embedded_sessions = collections(
        A2pCampaignRegistrationEmbeddedSession
    )
    a2_p_campaign_registrations = collection(A2pCampaignRegistration)
    compliance_inquiries = collection(ComplianceInquiries)
    compliance_registration_inquiries = collection(ComplianceRegistrationInquiries)
    compliance_tollfree_inquiries = collection(ComplianceTollfreeInquiries)
    customer_profiles = collection(CustomerProfiles)
    customer_profiles_provisional_copy = collection(CustomerProfileProvisionalCopy)
    end_user_types = collection(EndUserType)
    end_users = collection(EndUser)
    policies = collection(Policies)
    supporting_document_types = collection(SupportingDocumentType)
    supporting_documents = collection(SupportingDocument)
    trust_products = collection(TrustProducts)
    trust_products_provisional_copy = collection(TrustProductProvisionalCopy)
