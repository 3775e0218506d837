from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Model, NoKey, Params, field, param

from .base import VerifyResource
from .types import FactorType

NewVerifyFactorVerifyPasskeysFactorRequestResponseTransport = Literal[
    "usb", "nfc", "ble", "smart-card", "internal", "hybrid",
]
Status = Literal["unverified", "verified"]


class NewVerifyFactorVerifyPasskeysFactorRequestResponse(Model):
    attestation_object: str = UNSET
    client_data_json: str = field(name="clientDataJSON", default=UNSET)
    transports: list[NewVerifyFactorVerifyPasskeysFactorRequestResponseTransport] = UNSET


class NewVerifyFactorVerifyPasskeysFactorRequest(Model):
    response: NewVerifyFactorVerifyPasskeysFactorRequestResponse
    id: str = UNSET
    raw_id: str = UNSET
    authenticator_attachment: Literal["platform", "cross-platform"] = UNSET
    type: Literal["public-key"] = UNSET


class NewVerifyFactor(VerifyResource, uri="/Services/{service_sid}/Passkeys/VerifyFactor"):
    """verify.v2.services(…).new_verify_factors."""

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

    class Update(Params):
        verify_passkeys_factor_request: NewVerifyFactorVerifyPasskeysFactorRequest = param(
            location="body"
        )
