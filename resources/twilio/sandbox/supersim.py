"""Commands to Super SIMs in the sandbox: https://www.twilio.com/docs/iot/supersim/api"""

from __future__ import annotations

from restmap.sandbox import Behaviour

from ..supersim.v1.sms_command import SmsCommand

behaviour = Behaviour()
behaviour.initial(SmsCommand, direction="to_sim", sim_sid=lambda given: given.get("sim"))
behaviour.lifecycle(SmsCommand, "status", [("queued", 0), ("sent", 1), ("delivered", 3)])
