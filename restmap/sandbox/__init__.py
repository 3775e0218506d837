"""The sandbox: a local server derived from declarations.

A request passes these modules in this order: http_server and wsgi (not for a client in the same
process) → sandbox → lifecycle → routes → decode → handlers → call → records → store. `Rules` holds
what the server of an API does that its declarations do not say, and `Behaviour` what it does with
records.
"""

from .behaviour import Behaviour
from .call import HandlerResult, SandboxCall
from .clock import Clock
from .credentials import Credentials
from .filters import at_least, at_most, equal_to, select_all
from .refusal import Refusal
from .rules import RecordContext, Rules, json_response
from .sandbox import Sandbox
from .snapshot import Snapshot
from .stored_record import StoredRecord

__all__ = [
    "Behaviour",
    "Clock",
    "Credentials",
    "HandlerResult",
    "RecordContext",
    "Refusal",
    "Rules",
    "Sandbox",
    "SandboxCall",
    "Snapshot",
    "StoredRecord",
    "at_least",
    "at_most",
    "equal_to",
    "json_response",
    "select_all",
]
