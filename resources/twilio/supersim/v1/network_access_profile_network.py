"""Networks of network access profiles."""

from __future__ import annotations

from typing import Any

from restmap import Paging, Params, field

from .base import SupersimResource


class NetworkAccessProfileNetwork(
    SupersimResource, uri="/NetworkAccessProfiles/{network_access_profile_sid}/Networks/{sid}"
):
    """client.supersim.v1.network_access_profiles(…).networks"""

    sid: str = field(prefix="HW")
    network_access_profile_sid: str
    friendly_name: str | None
    iso_country: str | None
    identifiers: list[Any] | None
    url: str

    class Create(Params):
        network: str

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
