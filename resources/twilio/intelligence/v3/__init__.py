"""Intelligence, v3."""

from typing import TYPE_CHECKING

from restmap import Version, collection, collections, deferred

if TYPE_CHECKING:
    from .configuration import Configuration
    from .conversation import Conversation
    from .operator import Operator
    from .operator_result import OperatorResult
    from .operator_version import OperatorVersion
    from .rule_execution import RuleExecution
else:
    Configuration = deferred(".configuration:Configuration", __package__)
    Conversation = deferred(".conversation:Conversation", __package__)
    Operator = deferred(".operator:Operator", __package__)
    OperatorResult = deferred(".operator_result:OperatorResult", __package__)
    OperatorVersion = deferred(".operator_version:OperatorVersion", __package__)
    RuleExecution = deferred(".rule_execution:RuleExecution", __package__)


class V3(Version, prefix="/v3"):
    """https://intelligence.twilio.com/v3"""

    configurations = collection(Configuration)
    conversations = collection(Conversation)
    operator_results = collection(OperatorResult)
    operators = collection(Operator)
    rule_executions = collection(RuleExecution)
    versions = collections(OperatorVersion)
