"""Assistants: https://www.twilio.com/docs/autopilot/api/assistant"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from restmap import UNSET, Paging, Params, collection, deferred, field, json_value, param

from .base import AutopilotResource

if TYPE_CHECKING:
    from .defaults import Defaults
    from .dialogue import Dialogue
    from .field_type import FieldType
    from .model_build import ModelBuild
    from .query import Query
    from .style_sheet import StyleSheet
    from .task import Task
    from .webhook import Webhook
else:
    Defaults = deferred(".defaults:Defaults", __package__)
    Dialogue = deferred(".dialogue:Dialogue", __package__)
    FieldType = deferred(".field_type:FieldType", __package__)
    ModelBuild = deferred(".model_build:ModelBuild", __package__)
    Query = deferred(".query:Query", __package__)
    StyleSheet = deferred(".style_sheet:StyleSheet", __package__)
    Task = deferred(".task:Task", __package__)
    Webhook = deferred(".webhook:Webhook", __package__)


class AssistantParameters(Params):
    """The parameters of Create and Update."""

    friendly_name: str = UNSET
    log_queries: bool = UNSET
    unique_name: str = UNSET
    callback_url: str = UNSET
    callback_events: str = UNSET
    style_sheet: Any = param(json_value, default=UNSET)
    defaults: Any = param(json_value, default=UNSET)


class Assistant(AutopilotResource, uri="/Assistants/{sid}"):
    """client.autopilot.v1.assistants"""

    account_sid: str
    date_created: datetime
    date_updated: datetime | None
    friendly_name: str | None
    latest_model_build_sid: str | None
    links: dict[str, str] | None
    log_queries: bool | None
    development_stage: str | None
    needs_model_build: bool | None
    sid: str = field(prefix="UA")
    unique_name: str | None
    url: str
    callback_url: str | None
    callback_events: str | None

    class Update(AssistantParameters):
        development_stage: str = UNSET

    class Create(AssistantParameters): ...

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    defaults = collection(Defaults)
    dialogues = collection(Dialogue)
    field_types = collection(FieldType)
    model_builds = collection(ModelBuild)
    queries = collection(Query)
    style_sheet = collection(StyleSheet)
    tasks = collection(Task)
    webhooks = collection(Webhook)
