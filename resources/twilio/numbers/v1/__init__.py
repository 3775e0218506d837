"""Numbers, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, collections, deferred, handle

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
    from .sender_id_registration import SenderIdRegistration
    from .sender_id_registration_embedded_session import SenderIdRegistrationEmbeddedSession
    from .signing_request_configuration import SigningRequestConfiguration
    from .sms_verification import SmsVerification
    from .sms_verification_check import SmsVerificationCheck
    from .voice_verification import VoiceVerification
    from .voice_verification_check import VoiceVerificationCheck
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
    SenderIdRegistration = deferred(".sender_id_registration:SenderIdRegistration", __package__)
    SenderIdRegistrationEmbeddedSession = deferred(
        ".sender_id_registration_embedded_session:SenderIdRegistrationEmbeddedSession", __package__
    )
    SigningRequestConfiguration = deferred(
        ".signing_request_configuration:SigningRequestConfiguration", __package__
    )
    SmsVerification = deferred(".sms_verification:SmsVerification", __package__)
    SmsVerificationCheck = deferred(".sms_verification_check:SmsVerificationCheck", __package__)
    VoiceVerification = deferred(".voice_verification:VoiceVerification", __package__)
    VoiceVerificationCheck = deferred(
        ".voice_verification_check:VoiceVerificationCheck", __package__
    )


class V1(Version, prefix="/v1"):
    """https://numbers.twilio.com/v1"""

    bulk_eligibilities = collection(BulkEligibility)
    eligibilities = collection(Eligibility)
    embedded_sessions = collections(SenderIdRegistrationEmbeddedSession)
    porting_all_port_ins = collection(PortInRequests)
    porting_port_in_phone_number = collection(PortingPortInPhoneNumber)
    porting_port_ins = collection(PortingPortIn)
    porting_portabilities = collection(PortingPortability)
    porting_webhook_configurations = collection(PortingWebhookConfiguration)
    porting_webhook_configurations_delete = collection(PortingWebhookConfigurationDelete)
    sender_id_registrations = collection(SenderIdRegistration)
    signing_request_configurations = collection(SigningRequestConfiguration)
    sms_verification_checks = collection(SmsVerificationCheck)
    sms_verifications = collection(SmsVerification)
    voice_verification_checks = collection(VoiceVerificationCheck)
    voice_verifications = collection(VoiceVerification)
    webhook = handle(PortingWebhookConfigurationFetch)
