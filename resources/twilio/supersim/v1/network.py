"""Networks."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Paging, Params, field

from .base import SupersimResource


class Network(SupersimResource, uri="/Networks/{sid}"):
    """client.supersim.v1.networks"""

    sid: str = field(prefix="HW")
    friendly_name: str | None
    url: str
    iso_country: str | None
    identifiers: list[Any] | None

    class List(Paging):
        iso_country: str = UNSET
        mcc: str = UNSET
        mnc: str = UNSET

    class Fetch(Params): ...
