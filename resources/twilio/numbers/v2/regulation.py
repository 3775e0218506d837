"""Regulations, in regulatory compliance:
https://www.twilio.com/docs/phone-numbers/regulatory/api/regulations"""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Paging, Params, field

from .base import NumbersResource
from .types import EndUserType


class Regulation(NumbersResource, uri="/RegulatoryCompliance/Regulations/{sid}"):
    """client.numbers.v2.regulatory_compliance.regulations"""

    sid: str = field(prefix="RN")
    friendly_name: str | None
    iso_country: str | None
    number_type: str | None
    end_user_type: EndUserType
    requirements: Any
    url: str

    class List(Paging):
        end_user_type: EndUserType = UNSET
        iso_country: str = UNSET
        number_type: str = UNSET
        include_constraints: bool = UNSET

    class Fetch(Params):
        include_constraints: bool = UNSET
