"""Sim ip addresses of sims."""

from __future__ import annotations

from typing import Literal

from restmap import Paging

from .base import SupersimResource

IpAddressVersion = Literal["IPv4", "IPv6"]


class IpAddress(SupersimResource, uri="/Sims/{sim_sid}/IpAddresses"):
    """client.supersim.v1.sims(…).sim_ip_addresses"""

    ip_address: str | None
    ip_address_version: IpAddressVersion
    sim_sid: str

    class List(Paging): ...
