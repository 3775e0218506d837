"""Step context of steps."""

from __future__ import annotations

from .execution_context import Context


class ExecutionStepContext(
    Context, uri="/Flows/{flow_sid}/Executions/{execution_sid}/Steps/{step_sid}/Context"
):
    """client.studio.v1.flows(…).executions(…).steps(…).step_context"""

    step_sid: str
