from __future__ import annotations

from typing import Any

from restmap import UNSET, Model, Paging, Params, param

from ...other_pages import MetaTokenPage
from .base import IntelligenceResource
from .models import OperatorContext, OperatorParameter, OperatorTrainingExample
from .types import OperatorAuthorEnum, OperatorOutputFormat


class OperatorLanguageOperator(Model):
    display_name: str
    prompt: str
    output_format: OperatorOutputFormat
    description: str = UNSET
    output_schema: dict[str, Any] = UNSET
    training_examples: list[OperatorTrainingExample] = UNSET
    context: OperatorContext = UNSET
    parameters: dict[str, OperatorParameter] = UNSET


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
    training_examples: list[OperatorTrainingExample]
    context: OperatorContext
    parameters: dict[str, OperatorParameter]

    class Create(Params):
        language_operator: OperatorLanguageOperator = param(location="body")

    class Update(Params, method="PUT"):
        language_operator: OperatorLanguageOperator = param(location="body")
        if_match: str = param(location="header", default=UNSET)

    class List(Paging, page=MetaTokenPage("items")): ...
    class Fetch(Params): ...
    class Delete(Params): ...
