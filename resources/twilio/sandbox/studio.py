"""Executions of flows in the sandbox: https://www.twilio.com/docs/studio/rest-api/v2/execution"""

from __future__ import annotations

from restmap.sandbox import Behaviour

from ..studio.v1.execution import Execution as ExecutionV1
from ..studio.v2.execution import Execution

behaviour = Behaviour()

for _resource in (Execution, ExecutionV1):
    behaviour.lifecycle(_resource, "status", [("active", 0), ("ended", 5)])
