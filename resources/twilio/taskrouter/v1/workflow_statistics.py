"""Statistics of workflows."""

from __future__ import annotations

from .workspace_statistics import WorkspaceStatistics


class WorkflowStatistics(
    WorkspaceStatistics, uri="/Workspaces/{workspace_sid}/Workflows/{workflow_sid}/Statistics"
):
    """client.taskrouter.v1.workspaces(…).workflows(…).statistics"""

    workflow_sid: str
