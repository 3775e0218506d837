"""Events of an account in the sandbox: https://www.twilio.com/docs/usage/monitor-events"""

from __future__ import annotations

from restmap.sandbox import Behaviour, at_least, at_most

from ..monitor.v1.event import Event

behaviour = Behaviour()
behaviour.filters(Event, start_date=at_least("event_date"), end_date=at_most("event_date"))
