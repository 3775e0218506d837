from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params, field

from .base import MessagingResource


class UsAppToPerson(
    MessagingResource, uri="/Services/{messaging_service_sid}/Compliance/Usa2p/{sid}"
):
    """messaging.v1.services(…).us_app_to_person."""

    sid: str = field(prefix="QE")
    account_sid: str
    brand_registration_sid: str | None
    messaging_service_sid: str
    description: str | None
    message_samples: list[str] | None
    us_app_to_person_usecase: str | None
    has_embedded_links: bool | None
    has_embedded_phone: bool | None
    subscriber_opt_in: bool | None
    age_gated: bool | None
    direct_lending: bool | None
    campaign_status: str | None
    campaign_id: str | None
    is_externally_registered: bool | None
    rate_limits: Any
    message_flow: str | None
    opt_in_message: str | None
    opt_out_message: str | None
    help_message: str | None
    opt_in_keywords: list[str] | None
    opt_out_keywords: list[str] | None
    help_keywords: list[str] | None
    date_created: datetime
    date_updated: datetime | None
    url: str
    mock: bool | None
    errors: list[Any] | None

    class Create(Params):
        brand_registration_sid: str
        description: str
        message_flow: str
        message_samples: list[str]
        us_app_to_person_usecase: str
        has_embedded_links: bool
        has_embedded_phone: bool
        opt_in_message: str = UNSET
        opt_out_message: str = UNSET
        help_message: str = UNSET
        opt_in_keywords: list[str] = UNSET
        opt_out_keywords: list[str] = UNSET
        help_keywords: list[str] = UNSET
        subscriber_opt_in: bool = UNSET
        age_gated: bool = UNSET
        direct_lending: bool = UNSET

    class Update(Params):
        has_embedded_links: bool
        has_embedded_phone: bool
        message_samples: list[str]
        message_flow: str
        description: str
        age_gated: bool
        direct_lending: bool

    class List(Paging): ...
    class Fetch(Params): ...
    class Delete(Params): ...
