"""Network access profiles."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, collection, field

from .base import SupersimResource
from .network_access_profile_network import NetworkAccessProfileNetwork


class NetworkAccessProfile(SupersimResource, uri="/NetworkAccessProfiles/{sid}"):
    """client.supersim.v1.network_access_profiles"""

    sid: str = field(prefix="HA")
    unique_name: str | None
    account_sid: str
    date_created: datetime
    date_updated: datetime | None
    url: str
    links: dict[str, str] | None

    class Create(Params):
        unique_name: str = UNSET
        networks: list[str] = UNSET

    class Update(Params):
        unique_name: str = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    networks = collection(NetworkAccessProfileNetwork)
