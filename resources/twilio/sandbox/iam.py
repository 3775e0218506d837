"""API keys in the sandbox: https://www.twilio.com/docs/iam/api-keys"""

from __future__ import annotations

from restmap.sandbox import Behaviour, select_all

from ..iam.v1.get_api_keys import GetApiKeys

behaviour = Behaviour()
behaviour.filters(GetApiKeys, account_sid=select_all)  # there is one account
