"""Rule executions."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Params, param

from .base import IntelligenceResource


class RuleExecution(IntelligenceResource, uri="/RuleExecutions"):
    """client.intelligence.v3.rule_executions"""

    class Create(Params):
        intelligence_configuration_id: str = param(default=...)
        rule_id: str = param(default=...)
        conversation_id: str = param(default=...)
        create_rule_execution_request: dict[str, Any] = param(location="body", default=UNSET)
