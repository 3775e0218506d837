"""Configurations."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Model, Paging, Params, param

from .base import IntelligenceResource
from .models import Memory

TriggerOn = Literal["COMMUNICATION", "CONVERSATION_END", "CONVERSATION_INACTIVE"]


class OperatorData(Model):
    id: str
    version: int | None = None
    parameters: dict[str, Any] | None = None


class TriggerParameters(Model):
    count: int | None = None


class Trigger(Model):
    on: TriggerOn
    parameters: TriggerParameters | None = None


class Action(Model):
    type: Literal["WEBHOOK"]
    method: Literal["POST"]
    url: str


class ContextKnowledge(Model):
    bases: list[str]


class Context(Model):
    memory: Memory | None = None
    knowledge: ContextKnowledge | None = None


class Rule(Model):
    id: str
    operators: list[OperatorData]
    triggers: list[Trigger]
    actions: list[Action]
    context: Context | None = None


class RuleCreationRequestPayload(Model):
    operators: list[OperatorData]
    actions: list[Action]
    triggers: list[Trigger] = UNSET
    context: Context = UNSET


class RuleUpdateRequestPayload(Model):
    operators: list[OperatorData]
    actions: list[Action]
    id: str = UNSET
    triggers: list[Trigger] = UNSET
    context: Context = UNSET


class Configuration(IntelligenceResource, uri="/ControlPlane/Configurations/{id}"):
    """client.intelligence.v3.configurations"""

    account_id: str
    id: str
    display_name: str
    description: str | None
    version: int
    rules: list[Rule]
    date_created: datetime
    date_updated: datetime

    class Create(Params):
        display_name: str = param(default=...)
        rules: list[RuleCreationRequestPayload] = param(default=...)
        description: str = UNSET
        create_configuration_request: dict[str, Any] = param(location="body", default=UNSET)

    class Update(Params, method="PUT"):
        display_name: str = param(default=...)
        rules: list[RuleUpdateRequestPayload] = param(default=...)
        description: str = UNSET
        update_configuration_request: dict[str, Any] = param(location="body", default=UNSET)

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
