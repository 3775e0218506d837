"""Brand registrations."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, collection, field, param

from .base import MessagingResource
from .brand_registration_otp import BrandRegistrationOtp
from .brand_vetting import BrandVetting

BrandFeedback = Literal["TAX_ID", "STOCK_SYMBOL", "NONPROFIT", "GOVERNMENT_ENTITY", "OTHERS"]
IdentityStatus = Literal["SELF_DECLARED", "UNVERIFIED", "VERIFIED", "VETTED_VERIFIED"]
Status = Literal[
    "PENDING", "APPROVED", "FAILED", "IN_REVIEW", "DELETION_PENDING", "DELETION_FAILED", "SUSPENDED"
]


class BrandRegistrations(MessagingResource, uri="/a2p/BrandRegistrations/{sid}"):
    """client.messaging.v1.brand_registrations"""

    sid: str = field(prefix="BN")
    account_sid: str
    customer_profile_bundle_sid: str | None
    a2p_profile_bundle_sid: str | None
    date_created: datetime
    date_updated: datetime | None
    brand_type: str | None
    status: Status
    tcr_id: str | None
    failure_reason: str | None
    errors: list[Any] | None
    url: str
    brand_score: int | None
    brand_feedback: list[BrandFeedback] | None
    identity_status: IdentityStatus
    russell_3000: bool | None
    government_entity: bool | None
    tax_exempt_status: str | None
    skip_automatic_sec_vet: bool | None
    mock: bool | None
    links: dict[str, str] | None

    class Create(Params):
        customer_profile_bundle_sid: str
        a2p_profile_bundle_sid: str = param(name="A2PProfileBundleSid")
        brand_type: str = UNSET
        mock: bool = UNSET
        skip_automatic_sec_vet: bool = UNSET

    class Update(Params): ...

    class List(Paging): ...

    class Fetch(Params): ...

    brand_registration_otps = collection(BrandRegistrationOtp)
    brand_vettings = collection(BrandVetting)
