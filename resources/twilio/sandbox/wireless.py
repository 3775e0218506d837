"""Commands to SIMs in the sandbox: https://www.twilio.com/docs/iot/wireless/api/command-resource"""

from __future__ import annotations

from restmap.sandbox import Behaviour

from ..wireless.v1.command import Command

behaviour = Behaviour()
behaviour.initial(Command, direction="to_sim", sim_sid=lambda given: given.get("sim"))
behaviour.lifecycle(Command, "status", [("queued", 0), ("sent", 1), ("delivered", 3)])
