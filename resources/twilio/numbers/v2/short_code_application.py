from __future__ import annotations

from typing import Any, Literal

from restmap import Paging, Params, field, param

from ...other_pages import HasNextPage
from .base import NumbersResource

State = Literal[
    "DRAFT", "TWILIO_REVIEW", "PENDING_PAYMENT", "PAYMENT_FAILED", "IN_PROVISIONING",
    "PENDING_CARRIER", "APPROVED", "CORRECTIONS_NEEDED", "CANCELED", "ARCHIVED",
]


class ShortCodeApplication(NumbersResource, uri="/ShortCodes/Applications/{sid}"):
    """numbers.v2.applications."""

    sid: str = field(prefix="AP")
    bundle_sid: str
    friendly_name: str
    iso_country: str
    state: State
    application_requirements_sid: str

    class Create(Params):
        create_short_code_application_request: dict[str, Any] = param(location="body")

    class List(Paging, page=HasNextPage("results")): ...
    class Fetch(Params): ...
