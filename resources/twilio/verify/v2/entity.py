"""Entities of services."""

from __future__ import annotations

from datetime import datetime

from restmap import Paging, Params, collection, field

from .base import VerifyResource
from .challenge import Challenge
from .factor import Factor
from .new_factor import NewFactor


class Entity(VerifyResource, uri="/Services/{service_sid}/Entities/{identity}"):
    """client.verify.v2.services(…).entities"""

    sid: str = field(prefix="YE")
    identity: str
    account_sid: str
    service_sid: str
    date_created: datetime
    date_updated: datetime | None
    url: str
    links: dict[str, str] | None

    class Create(Params):
        identity: str

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    challenges = collection(Challenge)
    factors = collection(Factor)
    new_factors = collection(NewFactor)
