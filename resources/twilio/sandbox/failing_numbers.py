"""The numbers with which Twilio's test credentials let requests fail.

https://www.twilio.com/docs/iam/test-credentials
"""

from __future__ import annotations

from collections.abc import Mapping

from restmap.sandbox import Refusal, SandboxCall

Failures = Mapping[str, tuple[int, str]]


def refuse_failing_numbers(call: SandboxCall, argument: str, failures: Failures) -> None:
    """Raise a 400 if an argument is one of the numbers that stand for failures.

    failures: the code and the message of the error, with {} for the number, by the last digit of
    the number +1500555000….
    """
    number = str(call.arguments.get(argument, ""))
    found = failures.get(number.removeprefix("+1500555000")) if len(number) == 12 else None
    if found is not None:
        code, message = found
        raise Refusal(400, message.format(number), code=code)
