"""Operator attachments."""

from __future__ import annotations

from restmap import Params, Resource

from .base import IntelligenceResource


class OperatorAttachments(IntelligenceResource, uri="/Services/{service_sid}/Operators"):
    """client.intelligence.v2.operator_attachments"""

    service_sid: str
    operator_sids: list[str] | None
    url: str

    class Key(Resource.Key):
        service_sid: str

    class Fetch(Params): ...
