"""Challenges of entities: https://www.twilio.com/docs/verify/api/challenge"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, collection, field, json_value, list_of, param

from .base import VerifyResource
from .notification import Notification
from .types import FactorTypes

ChallengeReasons = Literal["none", "not_needed", "not_requested"]
ChallengeStatuses = Literal["pending", "expired", "approved", "denied"]
ListOrders = Literal["asc", "desc"]


class Challenge(VerifyResource, uri="/Services/{service_sid}/Entities/{identity}/Challenges/{sid}"):
    """client.verify.v2.services(…).entities(…).challenges"""

    sid: str = field(prefix="YC")
    account_sid: str
    service_sid: str
    entity_sid: str | None
    identity: str
    factor_sid: str | None
    date_created: datetime
    date_updated: datetime | None
    date_responded: datetime | None
    expiration_date: datetime | None
    status: ChallengeStatuses
    responded_reason: ChallengeReasons
    details: Any
    hidden_details: Any
    metadata: Any
    factor_type: FactorTypes
    url: str
    links: dict[str, str] | None

    class Create(Params):
        factor_sid: str
        expiration_date: datetime = UNSET
        details_message: str = param(name="Details.Message", default=UNSET)
        details_fields: list[Any] = param(list_of(json_value), name="Details.Fields", default=UNSET)
        hidden_details: Any = param(json_value, default=UNSET)
        auth_payload: str = UNSET

    class Update(Params):
        auth_payload: str = UNSET
        metadata: Any = param(json_value, default=UNSET)

    class List(Paging):
        factor_sid: str = UNSET
        status: ChallengeStatuses = UNSET
        order: ListOrders = UNSET

    class Fetch(Params): ...

    notifications = collection(Notification)
