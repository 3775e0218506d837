from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params

from ...other_pages import MetaTokenPage
from .base import IntelligenceResource


class OperatorResult(IntelligenceResource, uri="/OperatorResults/{id}"):
    """intelligence.v3.operator_results."""

    output_format: str
    id: str
    account_id: str
    intelligence_configuration: dict[str, Any]
    conversation_id: str
    operator: dict[str, Any]
    date_created: datetime
    reference_ids: list[str]
    execution_details: dict[str, Any]
    metadata: dict[str, Any]
    result: dict[str, Any]

    class List(Paging, page=MetaTokenPage("items")):
        conversation_id: str = UNSET
        intelligence_configuration_id: str = UNSET
        operator_id: str = UNSET

    class Fetch(Params): ...
    class Delete(Params): ...
