"""Us app to person of services."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params, field, param

from .base import MessagingResource


class UsAppToPersonParameters(Params):
    """The parameters of Create and Update."""

    description: str
    message_flow: str
    message_samples: list[str]
    has_embedded_links: bool
    has_embedded_phone: bool
    x_twilio_api_version: str = param(location="header", default=UNSET)
    privacy_policy_url: str = UNSET
    terms_and_conditions_url: str = UNSET


class UsAppToPerson(
    MessagingResource, uri="/Services/{messaging_service_sid}/Compliance/Usa2p/{sid}"
):
    """client.messaging.v1.services(…).us_app_to_person"""

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
    privacy_policy_url: str | None
    terms_and_conditions_url: str | None

    class Create(UsAppToPersonParameters):
        brand_registration_sid: str
        us_app_to_person_usecase: str
        opt_in_message: str = UNSET
        opt_out_message: str = UNSET
        help_message: str = UNSET
        opt_in_keywords: list[str] = UNSET
        opt_out_keywords: list[str] = UNSET
        help_keywords: list[str] = UNSET
        subscriber_opt_in: bool = UNSET
        age_gated: bool = UNSET
        direct_lending: bool = UNSET

    class Update(UsAppToPersonParameters):
        age_gated: bool
        direct_lending: bool

    class List(Paging):
        x_twilio_api_version: str = param(location="header", default=UNSET)

    class Fetch(Params):
        x_twilio_api_version: str = param(location="header", default=UNSET)

    class Delete(Params): ...
