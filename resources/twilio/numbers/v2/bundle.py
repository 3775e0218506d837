"""Bundles, in regulatory compliance:
https://www.twilio.com/docs/phone-numbers/regulatory/api/bundles"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, collection, field, param

from .base import NumbersResource
from .copy import Copy
from .evaluation import Evaluation
from .item_assignment import ItemAssignment
from .replace_items import ReplaceItems
from .types import EndUserType, Status

BundleEndUserType = Literal["business", "individual"]
SortBy = Literal["valid-until", "date-updated"]
SortDirection = Literal["ASC", "DESC"]


class Bundle(NumbersResource, uri="/RegulatoryCompliance/Bundles/{sid}"):
    """client.numbers.v2.regulatory_compliance.bundles"""

    sid: str = field(prefix="BU")
    account_sid: str
    regulation_sid: str | None
    friendly_name: str | None
    status: Status
    valid_until: datetime | None
    email: str | None
    status_callback: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str
    links: dict[str, str] | None

    class Create(Params):
        friendly_name: str
        email: str
        status_callback: str = UNSET
        regulation_sid: str = UNSET
        iso_country: str = UNSET
        end_user_type: EndUserType = UNSET
        number_type: str = UNSET
        is_test: bool = UNSET

    class Update(Params):
        status: Status = UNSET
        status_callback: str = UNSET
        friendly_name: str = UNSET
        email: str = UNSET

    class List(Paging):
        status: Status = UNSET
        bundle_sids: str = UNSET
        friendly_name: str = UNSET
        regulation_sid: str = UNSET
        iso_country: str = UNSET
        number_type: str = UNSET
        end_user_type: BundleEndUserType = UNSET
        has_valid_until_date: bool = UNSET
        sort_by: SortBy = UNSET
        sort_direction: SortDirection = UNSET
        valid_until_date: datetime = UNSET
        valid_until_date_before: datetime = param(name="ValidUntilDate<", default=UNSET)
        valid_until_date_after: datetime = param(name="ValidUntilDate>", default=UNSET)

    class Fetch(Params): ...

    class Delete(Params): ...

    bundle_copies = collection(Copy)
    evaluations = collection(Evaluation)
    item_assignments = collection(ItemAssignment)
    replace_items = collection(ReplaceItems)
