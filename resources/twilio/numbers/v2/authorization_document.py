"""Authorization documents:
https://www.twilio.com/docs/phone-numbers/hosted-numbers/hosted-numbers-api/authorization-
document-resource"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, collection, field

from .base import NumbersResource
from .dependent_hosted_number_order import DependentHostedNumberOrder

Status = Literal["opened", "signing", "signed", "canceled", "failed"]


class AuthorizationDocument(NumbersResource, uri="/HostedNumber/AuthorizationDocuments/{sid}"):
    """client.numbers.v2.authorization_documents"""

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
        address_sid: str
        email: str
        contact_phone_number: str
        hosted_number_order_sids: list[str]
        contact_title: str = UNSET
        cc_emails: list[str] = UNSET

    class List(Paging):
        email: str = UNSET
        status: Status = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...

    dependent_hosted_number_orders = collection(DependentHostedNumberOrder)
