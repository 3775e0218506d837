"""Approve challenge of services."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Model, NoKey, Params, camel_case, field, param

from .base import VerifyResource
from .types import AuthenticatorAttachment, FactorType, RespondedReason, Status


class ApproveChallengeResponse(Model):
    authenticator_data: str = field(name="authenticatorData")
    client_data_json: str = field(name="clientDataJSON")
    signature: str
    user_handle: str = field(name="userHandle", default=UNSET)


class ApproveChallenge(
    VerifyResource,
    uri="/Services/{service_sid}/Passkeys/ApproveChallenge",
    parameter_names=camel_case,
):
    """client.verify.v2.services(…).approve_challenge"""

    sid: str = field(prefix="YC")
    account_sid: str
    service_sid: str
    entity_sid: str | None
    identity: str | None
    factor_sid: str | None
    date_created: datetime
    date_updated: datetime | None
    date_responded: datetime | None
    expiration_date: datetime | None
    status: Status
    responded_reason: RespondedReason
    details: Any
    hidden_details: Any
    metadata: Any
    factor_type: FactorType
    url: str
    links: dict[str, str] | None
    options: dict[str, Any]

    class Key(NoKey): ...

    class Update(Params, body="json"):
        id: str = param(default=...)
        raw_id: str = param(default=...)
        authenticator_attachment: AuthenticatorAttachment = param(default=...)
        response: ApproveChallengeResponse = param(default=...)
        type: Literal["public-key"] = UNSET
        approve_passkeys_challenge_request: dict[str, Any] = param(location="body", default=UNSET)
