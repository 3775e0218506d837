"""Messaging, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred, handle

if TYPE_CHECKING:
    from .brand_registrations import BrandRegistrations
    from .deactivations import Deactivations
    from .domain_certs import DomainCerts
    from .domain_config import DomainConfig
    from .domain_config_messaging_service import DomainConfigMessagingService
    from .domain_dns_validation import DomainDnsValidation
    from .external_campaign import ExternalCampaign
    from .linkshortening_messaging_service import LinkshorteningMessagingService
    from .linkshortening_messaging_service_domain_association import (
        LinkshorteningMessagingServiceDomainAssociation,
    )
    from .request_managed_cert import RequestManagedCert
    from .service import Service
    from .tollfree_verification import TollfreeVerification
    from .usecase import Usecase
else:
    BrandRegistrations = deferred(".brand_registrations:BrandRegistrations", __package__)
    Deactivations = deferred(".deactivations:Deactivations", __package__)
    DomainCerts = deferred(".domain_certs:DomainCerts", __package__)
    DomainConfig = deferred(".domain_config:DomainConfig", __package__)
    DomainConfigMessagingService = deferred(
        ".domain_config_messaging_service:DomainConfigMessagingService", __package__
    )
    DomainDnsValidation = deferred(".domain_dns_validation:DomainDnsValidation", __package__)
    ExternalCampaign = deferred(".external_campaign:ExternalCampaign", __package__)
    LinkshorteningMessagingService = deferred(
        ".linkshortening_messaging_service:LinkshorteningMessagingService", __package__
    )
    LinkshorteningMessagingServiceDomainAssociation = deferred(
        ".linkshortening_messaging_service_domain_association:LinkshorteningMessagingServiceDomainAssociation",
        __package__,
    )
    RequestManagedCert = deferred(".request_managed_cert:RequestManagedCert", __package__)
    Service = deferred(".service:Service", __package__)
    TollfreeVerification = deferred(".tollfree_verification:TollfreeVerification", __package__)
    Usecase = deferred(".usecase:Usecase", __package__)


class V1(Version, prefix="/v1"):
    """https://messaging.twilio.com/v1"""

    brand_registrations = collection(BrandRegistrations)
    deactivations = collection(Deactivations)
    domain_certs = collection(DomainCerts)
    domain_config = collection(DomainConfig)
    domain_config_messaging_service = collection(DomainConfigMessagingService)
    domain_validate_dns = collection(DomainDnsValidation)
    external_campaign = collection(ExternalCampaign)
    linkshortening_messaging_service = collection(LinkshorteningMessagingService)
    linkshortening_messaging_service_domain_association = collection(
        LinkshorteningMessagingServiceDomainAssociation
    )
    request_managed_cert = collection(RequestManagedCert)
    services = collection(Service)
    tollfree_verifications = collection(TollfreeVerification)
    usecases = handle(Usecase)
