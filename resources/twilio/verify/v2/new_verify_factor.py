"""New verify factors of services."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Model, NoKey, Params, camel_case, field, param

from .base import VerifyResource
from .types import AuthenticatorAttachment, FactorType

NewVerifyFactorResponseTransport = Literal["usb", "nfc", "ble", "smart-card", "internal", "hybrid"]
Status = Literal["unverified", "verified"]


class NewVerifyFactorResponse(Model):
    attestation_object: str = field(name="attestationObject", default=UNSET)
    client_data_json: str = field(name="clientDataJSON", default=UNSET)
    transports: list[NewVerifyFactorResponseTransport] = UNSET


class NewVerifyFactor(
    VerifyResource, uri="/Services/{service_sid}/Passkeys/VerifyFactor", parameter_names=camel_case
):
    """client.verify.v2.services(…).new_verify_factors"""

    sid: str = field(prefix="YF")
    account_sid: str
    service_sid: str
    entity_sid: str | None
    identity: str | None
    date_created: datetime
    date_updated: datetime | None
    friendly_name: str | None
    status: Status
    factor_type: FactorType
    config: Any
    metadata: Any
    url: str

    class Key(NoKey): ...

    class Update(Params, body="json"):
        response: NewVerifyFactorResponse = param(default=...)
        id: str = UNSET
        raw_id: str = UNSET
        authenticator_attachment: AuthenticatorAttachment = UNSET
        type: Literal["public-key"] = UNSET
        verify_passkeys_factor_request: dict[str, Any] = param(location="body", default=UNSET)
