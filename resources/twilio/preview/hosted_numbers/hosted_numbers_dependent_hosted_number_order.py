"""Dependent hosted number orders of authorization documents."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, field

from .base import PreviewResource
from .models import Capabilities
from .types import Status, VerificationType


class HostedNumbersDependentHostedNumberOrder(
    PreviewResource,
    uri="/AuthorizationDocuments/{signing_document_sid}/DependentHostedNumberOrders",
):
    """….hosted_numbers.authorization_documents(…).dependent_hosted_number_orders"""

    sid: str = field(prefix="HR")
    account_sid: str
    incoming_phone_number_sid: str | None
    address_sid: str | None
    signing_document_sid: str
    phone_number: str | None
    capabilities: Capabilities | None
    friendly_name: str | None
    unique_name: str | None
    status: Status
    failure_reason: str | None
    date_created: datetime
    date_updated: datetime | None
    verification_attempts: int
    email: str | None
    cc_emails: list[str] | None
    verification_type: VerificationType
    verification_document_sid: str | None
    extension: str | None
    call_delay: int
    verification_code: str | None
    verification_call_sids: list[str] | None

    class List(Paging):
        status: Status = UNSET
        phone_number: str = UNSET
        incoming_phone_number_sid: str = UNSET
        friendly_name: str = UNSET
        unique_name: str = UNSET
