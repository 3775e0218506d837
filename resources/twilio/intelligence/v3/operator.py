from __future__ import annotations

from typing import Any

from restmap import UNSET, Paging, Params, param

from ...other_pages import MetaTokenPage
from .base import IntelligenceResource
from .types import OperatorAuthorEnum, OperatorOutputFormat


class Operator(IntelligenceResource, uri="/ControlPlane/Operators/{id}"):
    """intelligence.v3.operators."""

    id: str
    display_name: str
    description: str
    version: int
    author: OperatorAuthorEnum
    prompt: str
    output_format: OperatorOutputFormat
    output_schema: dict[str, Any]
    training_examples: list[dict[str, Any]]
    context: dict[str, Any]
    parameters: dict[str, Any]

    class Create(Params):
        language_operator: dict[str, Any] = param(location="body")

    class Update(Params, method="PUT"):
        language_operator: dict[str, Any] = param(location="body")
        if_match: str = param(location="header", default=UNSET)

    class List(Paging, page=MetaTokenPage("items")): ...
    class Fetch(Params): ...
    class Delete(Params): ...
