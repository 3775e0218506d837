from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import Paging, Params, param

from ...other_pages import MetaTokenPage
from .base import IntelligenceResource


class Configuration(IntelligenceResource, uri="/ControlPlane/Configurations/{id}"):
    """intelligence.v3.configurations."""

    account_id: str
    id: str
    display_name: str
    description: str
    version: int
    rules: list[dict[str, Any]]
    date_created: datetime
    date_updated: datetime

    class Create(Params):
        create_configuration_request: dict[str, Any] = param(location="body")

    class Update(Params, method="PUT"):
        update_configuration_request: dict[str, Any] = param(location="body")

    class List(Paging, page=MetaTokenPage("items")): ...
    class Fetch(Params): ...
    class Delete(Params): ...
