"""Customer profiles evaluations of customer profiles."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import Paging, Params, field

from .base import TrusthubResource

Status = Literal["compliant", "noncompliant"]


class CustomerProfilesEvaluations(
    TrusthubResource, uri="/CustomerProfiles/{customer_profile_sid}/Evaluations/{sid}"
):
    """client.trusthub.v1.customer_profiles(…).customer_profiles_evaluations"""

    sid: str = field(prefix="EL")
    account_sid: str
    policy_sid: str | None
    customer_profile_sid: str
    status: Status
    results: list[Any] | None
    date_created: datetime
    url: str

    class Create(Params):
        policy_sid: str

    class List(Paging): ...

    class Fetch(Params): ...
