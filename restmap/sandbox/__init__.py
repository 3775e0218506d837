"""The sandbox: a local server derived from declarations.

A request goes through it in this order: server (HTTP/1.1, not used by a client in the same
process) → sandbox → routes → decode → handlers → records → store. `Rules` is what an API's server
does that its declarations do not say.
"""

from .handlers import Answer, Call
from .refusal import Refusal
from .rules import Credentials, Placed, Rules, json_response
from .sandbox import Sandbox

__all__ = [
    "Answer",
    "Call",
    "Credentials",
    "Placed",
    "Refusal",
    "Rules",
    "Sandbox",
    "json_response",
]
