from __future__ import annotations

from typing import Any

from restmap import UNSET, Params, param

from .base import LookupsResource


class BulkLookup(LookupsResource, uri="/batch/query"):
    """lookups.v2.query."""

    phone_numbers: list[dict[str, Any]]

    class Create(Params):
        lookup_request: dict[str, Any] = param(location="body", default=UNSET)
