"""Proxy services: https://www.twilio.com/docs/proxy/api/service"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Literal

from restmap import UNSET, Paging, Params, collection, deferred, field

from .base import ProxyResource

if TYPE_CHECKING:
    from .phone_number import PhoneNumber
    from .session import Session
else:
    PhoneNumber = deferred(".phone_number:PhoneNumber", __package__)
    Session = deferred(".session:Session", __package__)

GeoMatchLevel = Literal["area-code", "overlay", "radius", "country"]
NumberSelectionBehavior = Literal["avoid-sticky", "prefer-sticky"]


class Service(ProxyResource, uri="/Services/{sid}"):
    """The top of Proxy: a pool of numbers, and the sessions that use it."""

    sid: str = field(prefix="KS")
    unique_name: str = field(unique=True)
    account_sid: str
    chat_instance_sid: str | None
    callback_url: str | None
    default_ttl: int
    number_selection_behavior: NumberSelectionBehavior = field(initial="prefer-sticky")
    geo_match_level: GeoMatchLevel = field(initial="country")
    intercept_callback_url: str | None
    out_of_session_callback_url: str | None
    date_created: datetime
    date_updated: datetime
    url: str
    links: dict[str, str]

    class Create(Params):
        unique_name: str
        default_ttl: int = UNSET
        callback_url: str = UNSET
        geo_match_level: GeoMatchLevel = UNSET
        number_selection_behavior: NumberSelectionBehavior = UNSET
        intercept_callback_url: str = UNSET
        out_of_session_callback_url: str = UNSET
        chat_instance_sid: str = UNSET

    class Update(Params):
        unique_name: str = UNSET
        default_ttl: int = UNSET
        callback_url: str = UNSET
        geo_match_level: GeoMatchLevel = UNSET
        number_selection_behavior: NumberSelectionBehavior = UNSET
        intercept_callback_url: str = UNSET
        out_of_session_callback_url: str = UNSET
        chat_instance_sid: str = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    sessions = collection(Session)
    phone_numbers = collection(PhoneNumber)
