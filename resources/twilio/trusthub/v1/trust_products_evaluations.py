"""Trust products evaluations of trust products."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import Paging, Params, field

from .base import TrusthubResource

Status = Literal["compliant", "noncompliant"]


class TrustProductsEvaluations(
    TrusthubResource, uri="/TrustProducts/{trust_product_sid}/Evaluations/{sid}"
):
    """client.trusthub.v1.trust_products(…).trust_products_evaluations"""

    sid: str = field(prefix="EL")
    account_sid: str
    policy_sid: str | None
    trust_product_sid: str
    status: Status
    results: list[Any] | None
    date_created: datetime
    url: str

    class Create(Params):
        policy_sid: str

    class List(Paging): ...

    class Fetch(Params): ...
