"""Evaluations of bundles, in regulatory compliance."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import Paging, Params, field

from .base import NumbersResource

Status = Literal["compliant", "noncompliant"]


class Evaluation(
    NumbersResource, uri="/RegulatoryCompliance/Bundles/{bundle_sid}/Evaluations/{sid}"
):
    """client.numbers.v2.regulatory_compliance.bundles(…).evaluations"""

    sid: str = field(prefix="EL")
    account_sid: str
    regulation_sid: str | None
    bundle_sid: str
    status: Status
    results: list[Any] | None
    date_created: datetime
    url: str

    class Create(Params): ...

    class List(Paging): ...

    class Fetch(Params): ...
