"""Studio, v2."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred, handle

if TYPE_CHECKING:
    from .flow import Flow
    from .flow_validate import FlowValidate
else:
    Flow = deferred(".flow:Flow", __package__)
    FlowValidate = deferred(".flow_validate:FlowValidate", __package__)


class V2(Version, prefix="/v2"):
    """https://studio.twilio.com/v2"""

    flow_validate = handle(FlowValidate)
    flows = collection(Flow)
