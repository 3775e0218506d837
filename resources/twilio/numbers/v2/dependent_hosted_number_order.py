"""Dependent hosted number orders of authorization documents."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, field

from .base import NumbersResource
from .models import Capabilities

Status = Literal[
    "received",
    "verified",
    "pending-loa",
    "carrier-processing",
    "completed",
    "failed",
    "action-required",
]


class DependentHostedNumberOrder(
    NumbersResource,
    uri="/HostedNumber/AuthorizationDocuments/{signing_document_sid}/DependentHostedNumberOrders",
):
    """client.numbers.v2.authorization_documents(…).dependent_hosted_number_orders"""

    sid: str = field(prefix="HR")
    bulk_hosting_request_sid: str | None
    next_step: str | None
    account_sid: str
    incoming_phone_number_sid: str | None
    address_sid: str | None
    signing_document_sid: str
    phone_number: str | None
    capabilities: Capabilities | None
    friendly_name: str | None
    status: Status
    failure_reason: str | None
    date_created: datetime
    date_updated: datetime | None
    email: str | None
    cc_emails: list[str] | None
    contact_title: str | None
    contact_phone_number: str | None

    class List(Paging):
        status: Status = UNSET
        phone_number: str = UNSET
        incoming_phone_number_sid: str = UNSET
        friendly_name: str = UNSET
