"""Item assignments of bundles, in regulatory compliance."""

from __future__ import annotations

from datetime import datetime

from restmap import Paging, Params, field

from .base import NumbersResource


class ItemAssignment(
    NumbersResource, uri="/RegulatoryCompliance/Bundles/{bundle_sid}/ItemAssignments/{sid}"
):
    """client.numbers.v2.regulatory_compliance.bundles(…).item_assignments"""

    sid: str = field(prefix="BV")
    bundle_sid: str
    account_sid: str
    object_sid: str | None
    date_created: datetime
    url: str

    class Create(Params):
        object_sid: str

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
