"""The sandbox: a local server derived from declarations.

A request passes these modules in this order: http_server and wsgi (not for a client in the same
process) → sandbox → routes → decode → handlers → records → store. `Rules` holds what the server of
an API does that its declarations do not say.
"""

from .clock import Clock
from .handlers import HandlerResult, SandboxCall
from .refusal import Refusal
from .rules import Credentials, RecordContext, Rules, json_response
from .sandbox import Sandbox

__all__ = [
    "Clock",
    "Credentials",
    "HandlerResult",
    "RecordContext",
    "Refusal",
    "Rules",
    "Sandbox",
    "SandboxCall",
    "json_response",
]
