"""Authorization documents."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, collection, field

from .base import PreviewResource
from .hosted_numbers_dependent_hosted_number_order import HostedNumbersDependentHostedNumberOrder

Status = Literal["opened", "signing", "signed", "canceled", "failed"]


class HostedNumbersAuthorizationDocument(PreviewResource, uri="/AuthorizationDocuments/{sid}"):
    """client.preview.hosted_numbers.authorization_documents"""

    sid: str = field(prefix="PX")
    address_sid: str | None
    status: Status
    email: str | None
    cc_emails: list[str] | None
    date_created: datetime
    date_updated: datetime | None
    url: str
    links: dict[str, str] | None

    class Create(Params):
        hosted_number_order_sids: list[str]
        address_sid: str
        email: str
        contact_title: str
        contact_phone_number: str
        cc_emails: list[str] = UNSET

    class Update(Params):
        hosted_number_order_sids: list[str] = UNSET
        address_sid: str = UNSET
        email: str = UNSET
        cc_emails: list[str] = UNSET
        status: Status = UNSET
        contact_title: str = UNSET
        contact_phone_number: str = UNSET

    class List(Paging):
        email: str = UNSET
        status: Status = UNSET

    class Fetch(Params): ...

    dependent_hosted_number_orders = collection(HostedNumbersDependentHostedNumberOrder)
