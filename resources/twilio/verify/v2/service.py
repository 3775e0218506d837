"""Services: https://www.twilio.com/docs/verify/api/service"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from restmap import UNSET, Paging, Params, collection, deferred, field, handle, param

from .base import VerifyResource

if TYPE_CHECKING:
    from .access_token import AccessToken
    from .approve_challenge import ApproveChallenge
    from .entity import Entity
    from .messaging_configuration import MessagingConfiguration
    from .new_challenge import NewChallenge
    from .new_factor_passkey import NewFactor
    from .new_verify_factor import NewVerifyFactor
    from .rate_limit import RateLimit
    from .verification import Verification
    from .verification_check import VerificationCheck
    from .webhook import Webhook
else:
    AccessToken = deferred(".access_token:AccessToken", __package__)
    ApproveChallenge = deferred(".approve_challenge:ApproveChallenge", __package__)
    Entity = deferred(".entity:Entity", __package__)
    MessagingConfiguration = deferred(
        ".messaging_configuration:MessagingConfiguration", __package__
    )
    NewChallenge = deferred(".new_challenge:NewChallenge", __package__)
    NewFactor = deferred(".new_factor_passkey:NewFactor", __package__)
    NewVerifyFactor = deferred(".new_verify_factor:NewVerifyFactor", __package__)
    RateLimit = deferred(".rate_limit:RateLimit", __package__)
    Verification = deferred(".verification:Verification", __package__)
    VerificationCheck = deferred(".verification_check:VerificationCheck", __package__)
    Webhook = deferred(".webhook:Webhook", __package__)


class ServiceParameters(Params):
    """The parameters of Create and Update."""

    code_length: int = UNSET
    lookup_enabled: bool = UNSET
    skip_sms_to_landlines: bool = UNSET
    dtmf_input_required: bool = UNSET
    tts_name: str = UNSET
    psd2_enabled: bool = UNSET
    do_not_share_warning_enabled: bool = UNSET
    custom_code_enabled: bool = UNSET
    push_include_date: bool = param(name="Push.IncludeDate", default=UNSET)
    push_apn_credential_sid: str = param(name="Push.ApnCredentialSid", default=UNSET)
    push_fcm_credential_sid: str = param(name="Push.FcmCredentialSid", default=UNSET)
    totp_issuer: str = param(name="Totp.Issuer", default=UNSET)
    totp_time_step: int = param(name="Totp.TimeStep", default=UNSET)
    totp_code_length: int = param(name="Totp.CodeLength", default=UNSET)
    totp_skew: int = param(name="Totp.Skew", default=UNSET)
    default_template_sid: str = UNSET
    whatsapp_msg_service_sid: str = param(name="Whatsapp.MsgServiceSid", default=UNSET)
    whatsapp_from: str = param(name="Whatsapp.From", default=UNSET)
    passkeys_relying_party_id: str = param(name="Passkeys.RelyingParty.Id", default=UNSET)
    passkeys_relying_party_name: str = param(name="Passkeys.RelyingParty.Name", default=UNSET)
    passkeys_relying_party_origins: str = param(name="Passkeys.RelyingParty.Origins", default=UNSET)
    passkeys_authenticator_attachment: str = param(
        name="Passkeys.AuthenticatorAttachment", default=UNSET
    )
    passkeys_discoverable_credentials: str = param(
        name="Passkeys.DiscoverableCredentials", default=UNSET
    )
    passkeys_user_verification: str = param(name="Passkeys.UserVerification", default=UNSET)
    verify_event_subscription_enabled: bool = UNSET


class Service(VerifyResource, uri="/Services/{sid}"):
    """client.verify.v2.services"""

    sid: str = field(prefix="VA")
    account_sid: str
    friendly_name: str | None
    code_length: int
    lookup_enabled: bool | None
    psd2_enabled: bool | None
    skip_sms_to_landlines: bool | None
    dtmf_input_required: bool | None
    tts_name: str | None
    do_not_share_warning_enabled: bool | None
    custom_code_enabled: bool | None
    push: Any
    totp: Any
    default_template_sid: str | None
    whatsapp: Any
    passkeys: Any
    verify_event_subscription_enabled: bool | None
    date_created: datetime
    date_updated: datetime | None
    url: str
    links: dict[str, str] | None

    class Create(ServiceParameters):
        friendly_name: str

    class Update(ServiceParameters):
        friendly_name: str = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    access_tokens = collection(AccessToken)
    approve_challenge = handle(ApproveChallenge)
    entities = collection(Entity)
    messaging_configurations = collection(MessagingConfiguration)
    new_challenge = collection(NewChallenge)
    new_factors = collection(NewFactor)
    new_verify_factors = handle(NewVerifyFactor)
    rate_limits = collection(RateLimit)
    verification_checks = collection(VerificationCheck)
    verifications = collection(Verification)
    webhooks = collection(Webhook)
