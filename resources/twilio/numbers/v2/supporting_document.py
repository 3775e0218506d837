"""Supporting documents, in regulatory compliance."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, field, json_value, param

from .base import NumbersResource

Status = Literal[
    "draft", "pending-review", "rejected", "approved", "expired", "provisionally-approved"
]


class SupportingDocument(NumbersResource, uri="/RegulatoryCompliance/SupportingDocuments/{sid}"):
    """client.numbers.v2.regulatory_compliance.supporting_documents"""

    sid: str = field(prefix="RD")
    account_sid: str
    friendly_name: str | None
    mime_type: str | None
    status: Status
    failure_reason: str | None
    errors: list[Any] | None
    type: str | None
    attributes: Any
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Create(Params):
        friendly_name: str
        type: str
        attributes: Any = param(json_value, default=UNSET)

    class Update(Params):
        friendly_name: str = UNSET
        attributes: Any = param(json_value, default=UNSET)

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
