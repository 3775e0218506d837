from __future__ import annotations

from restmap import Model, Params, param

from .base import IntelligenceResource


class RuleExecutionCreateRuleExecutionRequest(Model):
    intelligence_configuration_id: str
    rule_id: str
    conversation_id: str


class RuleExecution(IntelligenceResource, uri="/RuleExecutions"):
    """intelligence.v3.rule_executions."""

    class Create(Params):
        create_rule_execution_request: RuleExecutionCreateRuleExecutionRequest = param(
            location="body"
        )
