"""Assistants, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .assistant import Assistant
    from .knowledge import Knowledge
    from .policies import Policies
    from .session import Session
    from .tool import Tool
else:
    Assistant = deferred(".assistant:Assistant", __package__)
    Knowledge = deferred(".knowledge:Knowledge", __package__)
    Policies = deferred(".policies:Policies", __package__)
    Session = deferred(".session:Session", __package__)
    Tool = deferred(".tool:Tool", __package__)


class V1(Version, prefix="/v1"):
    """https://assistants.twilio.com/v1"""

    assistants = collection(Assistant)
    knowledge = collection(Knowledge)
    policies = collection(Policies)
    sessions = collection(Session)
    tools = collection(Tool)
