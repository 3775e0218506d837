"""Intelligence, v2."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .custom_operator import CustomOperator
    from .operator import Operator
    from .operator_attachment import OperatorAttachment
    from .operator_attachments import OperatorAttachments
    from .operator_type import OperatorType
    from .prebuilt_operator import PrebuiltOperator
    from .service import Service
    from .transcript import Transcript
else:
    CustomOperator = deferred(".custom_operator:CustomOperator", __package__)
    Operator = deferred(".operator:Operator", __package__)
    OperatorAttachment = deferred(".operator_attachment:OperatorAttachment", __package__)
    OperatorAttachments = deferred(".operator_attachments:OperatorAttachments", __package__)
    OperatorType = deferred(".operator_type:OperatorType", __package__)
    PrebuiltOperator = deferred(".prebuilt_operator:PrebuiltOperator", __package__)
    Service = deferred(".service:Service", __package__)
    Transcript = deferred(".transcript:Transcript", __package__)


class V2(Version, prefix="/v2"):
    """https://intelligence.twilio.com/v2"""

    custom_operators = collection(CustomOperator)
    operator_attachment = collection(OperatorAttachment)
    operator_attachments = collection(OperatorAttachments)
    operator_type = collection(OperatorType)
    operators = collection(Operator)
    prebuilt_operators = collection(PrebuiltOperator)
    services = collection(Service)
    transcripts = collection(Transcript)
