"""Usage records in the sandbox: https://www.twilio.com/docs/usage/api/usage-record"""

from __future__ import annotations

from restmap.sandbox import Behaviour, select_all

from ..api.v2010.all_time import AllTime
from ..api.v2010.daily import Daily
from ..api.v2010.last_month import LastMonth
from ..api.v2010.monthly import Monthly
from ..api.v2010.record import Record
from ..api.v2010.this_month import ThisMonth
from ..api.v2010.today import Today
from ..api.v2010.yearly import Yearly
from ..api.v2010.yesterday import Yesterday

behaviour = Behaviour()

for _resource in (
    Record, AllTime, Daily, LastMonth, Monthly, ThisMonth, Today, Yearly, Yesterday,
):  # fmt: skip
    behaviour.filters(_resource, include_subaccounts=select_all)  # there are none
