"""New challenge of services."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, NoKey, Params, action, as_written, field, param

from .base import VerifyResource
from .types import FactorType, RespondedReason, Status


class NewChallenge(
    VerifyResource, uri="/Services/{service_sid}/Passkeys/Challenges", parameter_names=as_written
):
    """client.verify.v2.services(…).new_challenge"""

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

    class Post(Params, body="json"):
        identity: str = UNSET
        factor_sid: str = UNSET
        create_passkeys_challenge_request: dict[str, Any] = param(location="body", default=UNSET)

    create = action(Post)
    create_async = create.awaited()
