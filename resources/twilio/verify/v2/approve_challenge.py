from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Model, NoKey, Params, field, param

from .base import VerifyResource
from .types import FactorType, RespondedReason, Status


class Response(Model):
    authenticator_data: str
    client_data_json: str = field(name="clientDataJSON")
    signature: str
    user_handle: str = UNSET


class ApproveChallengeApprovePasskeysChallengeRequest(Model):
    id: str
    raw_id: str
    authenticator_attachment: Literal["platform", "cross-platform"]
    response: Response
    type: Literal["public-key"] = UNSET


class ApproveChallenge(VerifyResource, uri="/Services/{service_sid}/Passkeys/ApproveChallenge"):
    """verify.v2.services(…).approve_challenge."""

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

    class Update(Params):
        approve_passkeys_challenge_request: ApproveChallengeApprovePasskeysChallengeRequest = param(
            location="body"
        )
