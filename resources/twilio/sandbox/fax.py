"""Faxes in the sandbox."""

from __future__ import annotations

from restmap.sandbox import Behaviour

from ..fax.v1.fax import Fax

behaviour = Behaviour()
behaviour.lifecycle(
    Fax, "status", [("queued", 0), ("processing", 1), ("sending", 2), ("delivered", 30)]
)
