"""Step context of steps."""

from __future__ import annotations

from .context import Context


class ExecutionStepContext(
    Context, uri="/Flows/{flow_sid}/Executions/{execution_sid}/Steps/{step_sid}/Context"
):
    """client.studio.v2.flows(…).executions(…).steps(…).step_context"""

    step_sid: str
