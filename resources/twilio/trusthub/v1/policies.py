"""Policies."""

from __future__ import annotations

from typing import Any

from restmap import Paging, Params, field

from .base import TrusthubResource


class Policies(TrusthubResource, uri="/Policies/{sid}"):
    """client.trusthub.v1.policies"""

    sid: str = field(prefix="RN")
    friendly_name: str | None
    requirements: Any
    url: str

    class List(Paging): ...

    class Fetch(Params): ...
