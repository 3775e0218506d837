"""Operator results."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Model, Paging, Params

from .base import IntelligenceResource


class IntelligenceConfigurationReference(Model):
    id: str
    rule_id: str
    version: int


class OperatorReference(Model):
    id: str
    version: int
    parameters: dict[str, Any]


class ExecutionDetailsTrigger(Model):
    on: str
    timestamp: datetime


class ExecutionDetailsCommunications(Model):
    first: str
    last: str


class ExecutionDetailsParticipant(Model):
    id: str
    profile_id: str | None = None
    type: str | None = None


class ResolvedContextMemory(Model):
    profile_id: str
    memory_store_id: str


class ResolvedContextKnowledgeSource(Model):
    base_id: str
    source_id: str


class ResolvedContextKnowledge(Model):
    sources: list[ResolvedContextKnowledgeSource]


class ResolvedContext(Model):
    memory: ResolvedContextMemory | None = None
    knowledge: ResolvedContextKnowledge | None = None


class ExecutionDetails(Model):
    trigger: ExecutionDetailsTrigger
    communications: ExecutionDetailsCommunications
    channels: list[str]
    participants: list[ExecutionDetailsParticipant]
    resolved_context: ResolvedContext | None = None


class SystemMetaData(Model):
    latency_ms: int
    input_characters: int
    output_characters: int
    input_truncated: bool
    resolved_model: str | None = None


class OperatorResultMetadata(Model):
    system: SystemMetaData


class OperatorResultResult(Model):
    text: str


class OperatorResultResultWithLabel(Model):
    label: str


class OperatorResultResultWithEntitiesEntity(Model):
    text: str
    label: str


class OperatorResultResultWithEntities(Model):
    entities: list[OperatorResultResultWithEntitiesEntity]


class OperatorResult(IntelligenceResource, uri="/OperatorResults/{id}"):
    """client.intelligence.v3.operator_results"""

    output_format: str
    id: str
    account_id: str
    intelligence_configuration: IntelligenceConfigurationReference
    conversation_id: str
    operator: OperatorReference
    date_created: datetime
    reference_ids: list[str]
    execution_details: ExecutionDetails
    metadata: OperatorResultMetadata
    result: (
        OperatorResultResult
        | OperatorResultResultWithLabel
        | OperatorResultResultWithEntities
        | dict[str, Any]
    )

    class List(Paging):
        conversation_id: str = UNSET
        intelligence_configuration_id: str = UNSET
        operator_id: str = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...
