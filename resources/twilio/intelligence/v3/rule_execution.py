from __future__ import annotations

from typing import Any

from restmap import Params, param

from .base import IntelligenceResource


class RuleExecution(IntelligenceResource, uri="/RuleExecutions"):
    """intelligence.v3.rule_executions."""

    class Create(Params):
        create_rule_execution_request: dict[str, Any] = param(location="body")
