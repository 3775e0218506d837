"""Operators."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Paging, Params, param

from .base import IntelligenceResource
from .models import OperatorContext, OperatorParameter, OperatorTrainingExample
from .types import OperatorAuthorEnum, OperatorOutputFormat


class OperatorParameters(Params):
    """The parameters of Create and Update."""

    display_name: str = param(default=...)
    prompt: str = param(default=...)
    output_format: OperatorOutputFormat = param(default=...)
    description: str = UNSET
    output_schema: dict[str, Any] = UNSET
    training_examples: list[OperatorTrainingExample] = UNSET
    context: OperatorContext = UNSET
    parameters: dict[str, OperatorParameter] = UNSET
    language_operator: dict[str, Any] = param(location="body", default=UNSET)


class Operator(IntelligenceResource, uri="/ControlPlane/Operators/{id}"):
    """client.intelligence.v3.operators"""

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

    class Update(OperatorParameters, method="PUT"):
        if_match: str = param(location="header", default=UNSET)

    class Create(OperatorParameters): ...

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
