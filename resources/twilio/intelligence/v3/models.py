"""Objects in the requests and responses of several resources of intelligence.v3."""

from __future__ import annotations

from typing import Any, Literal

from restmap import Model

OperatorParameterType = Literal[
    "STRING", "INTEGER", "NUMBER", "BOOLEAN", "KNOWLEDGE_BASE_AND_SOURCE_IDS"
]


class Memory(Model):
    enabled: bool | None = None


class OperatorTrainingExample(Model):
    input: str
    output: str


class OperatorContextKnowledge(Model):
    enabled: bool | None = None


class OperatorContext(Model):
    memory: Memory | None = None
    knowledge: OperatorContextKnowledge | None = None


class OperatorParameter(Model):
    type: OperatorParameterType
    default: Any = None
    required: bool | None = None
    description: str | None = None
