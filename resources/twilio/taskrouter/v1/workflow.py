"""Workflows of workspaces."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, collection, field

from .base import TaskrouterResource
from .workflow_cumulative_statistics import WorkflowCumulativeStatistics
from .workflow_real_time_statistics import WorkflowRealTimeStatistics
from .workflow_statistics import WorkflowStatistics


class Workflow(TaskrouterResource, uri="/Workspaces/{workspace_sid}/Workflows/{sid}"):
    """client.taskrouter.v1.workspaces(…).workflows"""

    account_sid: str
    assignment_callback_url: str | None
    configuration: str | None
    date_created: datetime
    date_updated: datetime | None
    document_content_type: str | None
    fallback_assignment_callback_url: str | None
    friendly_name: str | None
    sid: str = field(prefix="WW")
    task_reservation_timeout: int
    workspace_sid: str
    url: str
    links: dict[str, str] | None

    class Create(Params):
        friendly_name: str
        configuration: str
        assignment_callback_url: str = UNSET
        fallback_assignment_callback_url: str = UNSET
        task_reservation_timeout: int = UNSET

    class Update(Params):
        friendly_name: str = UNSET
        assignment_callback_url: str = UNSET
        fallback_assignment_callback_url: str = UNSET
        configuration: str = UNSET
        task_reservation_timeout: int = UNSET
        re_evaluate_tasks: str = UNSET

    class List(Paging):
        friendly_name: str = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...

    cumulative_statistics = collection(WorkflowCumulativeStatistics)
    real_time_statistics = collection(WorkflowRealTimeStatistics)
    statistics = collection(WorkflowStatistics)
