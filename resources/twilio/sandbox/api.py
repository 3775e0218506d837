"""The 2010 API in the sandbox: messages, calls and phone numbers."""

from __future__ import annotations

from restmap.sandbox import Behaviour

from .available_numbers import behaviour as available_numbers
from .calls import behaviour as calls
from .messages import behaviour as messages
from .usage import behaviour as usage

behaviour = Behaviour(messages, calls, available_numbers, usage)
