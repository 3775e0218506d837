"""Bindings of services."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from ...pages import MetaPage
from .base import IpMessagingResource
from .types import BindingType


class Binding(IpMessagingResource, uri="/Services/{service_sid}/Bindings/{sid}"):
    """client.ip_messaging.v2.services(…).bindings"""

    sid: str = field(prefix="BS")
    account_sid: str
    service_sid: str
    date_created: datetime
    date_updated: datetime | None
    endpoint: str | None
    identity: str | None
    credential_sid: str | None
    binding_type: BindingType
    message_types: list[str] | None
    url: str
    links: dict[str, str] | None

    class List(Paging, page=MetaPage(max_page_size=50)):
        binding_type: list[BindingType] = UNSET
        identity: list[str] = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...
