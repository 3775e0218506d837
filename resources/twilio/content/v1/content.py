from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import Paging, Params, collection, field, param

from .approval_create import ApprovalCreate
from .approval_fetch import ApprovalFetch
from .base import ContentResource


class Content(ContentResource, uri="/Content/{sid}"):
    """content.v1.contents."""

    date_created: datetime
    date_updated: datetime | None
    sid: str = field(prefix="HX")
    account_sid: str
    friendly_name: str | None
    language: str | None
    variables: dict[str, Any] | None
    types: dict[str, Any] | None
    url: str
    links: dict[str, str] | None

    class Create(Params):
        content_create_request: dict[str, Any] = param(location="body")

    class Update(Params, method="PUT"):
        content_update_request: dict[str, Any] = param(location="body")

    class List(Paging): ...
    class Fetch(Params): ...
    class Delete(Params): ...

    approval_create = collection(ApprovalCreate)
    approval_fetch = collection(ApprovalFetch)
