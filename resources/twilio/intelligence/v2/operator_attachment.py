"""Operator attachment."""

from __future__ import annotations

from restmap import Params, Resource, action

from .base import IntelligenceResource


class OperatorAttachment(
    IntelligenceResource, uri="/Services/{service_sid}/Operators/{operator_sid}"
):
    """client.intelligence.v2.operator_attachment"""

    service_sid: str
    operator_sid: str
    url: str

    class Key(Resource.Key):
        service_sid: str
        operator_sid: str

    class Post(Params): ...

    class Delete(Params): ...

    create = action(Post)
    create_async = create.awaited()
