"""Porting all port ins."""

from __future__ import annotations

from restmap import UNSET, Paging

from ...other_pages import TokenListPage
from .base import NumbersResource


class PortInRequests(NumbersResource, uri="/Porting/PortIn/PortInRequests"):
    """client.numbers.v1.porting_all_port_ins"""

    port_in_request_sid: str
    port_in_request_status: str | None
    status_last_updated_timestamp: str | None
    phone_numbers_requested: int | None
    phone_numbers_ported: int | None
    suggested_action: str | None

    class List(Paging, page=TokenListPage("port_in_requests", max_page_size=100)):
        port_in_request_sid: str = UNSET
        port_in_request_status: str = UNSET
        created_before: str = UNSET
        created_after: str = UNSET
