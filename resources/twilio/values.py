"""`values.unset`, for programs that were written for twilio-python."""

from restmap import UNSET

unset = UNSET
