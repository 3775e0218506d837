"""Accounts of organizations."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import Paging, Params

from .base import PreviewIamResource

Status = Literal["active", "suspended", "pending_closure", "closed"]


class Account(PreviewIamResource, uri="/Organizations/{organization_sid}/Accounts/{account_sid}"):
    """client.preview_iam.organization(…).accounts"""

    account_sid: str
    friendly_name: str
    status: Status
    owner_sid: str
    date_created: datetime
    organization_sid: str

    class List(Paging): ...

    class Fetch(Params): ...
