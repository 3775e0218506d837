"""taskrouter.v1.workspaces(…).workflows(…).statistics."""

from __future__ import annotations

from .workspace_statistics import WorkspaceStatistics


class WorkflowStatistics(
    WorkspaceStatistics, uri="/Workspaces/{workspace_sid}/Workflows/{workflow_sid}/Statistics"
):
    """A workflow statistics of a workflow."""

    workflow_sid: str
