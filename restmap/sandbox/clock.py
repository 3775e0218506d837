"""The clock of a sandbox, which tests can move."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from ..errors import configuration_error, unfit_setting


class Clock:
    """The time in a sandbox: of the dates that it writes, of limits, and of statuses that advance.

    It runs with the clock of the machine. With a start it stands still there, so that the records
    of a test have the same dates each time, until the test moves it.
    start: a moment; without a time zone it is in UTC.
    """

    def __init__(self, start: datetime | None = None) -> None:
        self._start = start
        self._frozen: datetime | None = None
        self._ahead = timedelta(0)
        self.reset()

    def now(self) -> datetime:
        """The time in the sandbox, in UTC."""
        return (self._frozen or datetime.now(UTC)) + self._ahead

    def advance(self, by: float | timedelta) -> None:
        """Move the clock forward.

        by: seconds, or a timedelta. Raises ConfigurationError for a negative time, and for a
        moment after the year 9999.
        """
        try:
            step = by if isinstance(by, timedelta) else timedelta(seconds=by)
            _ = self.now() + step
        except (TypeError, ValueError, OverflowError):
            raise unfit_setting("by", by, _REMEDY, "Clock.advance") from None
        if step < timedelta(0):
            raise unfit_setting(
                "by", by, f"The clock only goes forward. {_REMEDY}", "Clock.advance"
            )
        self._ahead += step

    def freeze(self, at: datetime | None = None) -> None:
        """Let the clock stand still until it is moved.

        at: a moment, also one in the past; by default the current time of the sandbox. Raises
        ConfigurationError for what is not a datetime.
        """
        self._frozen = self.now() if at is None else _in_utc(at)
        self._ahead = timedelta(0)

    def set(self, moment: datetime) -> None:
        """Set the clock to a moment, also one in the past. If it runs, it goes on from there.

        Raises ConfigurationError for what is not a datetime.
        """
        moment = _in_utc(moment)
        if self._frozen is None:
            self._ahead = moment - datetime.now(UTC)
        else:
            self._frozen, self._ahead = moment, timedelta(0)

    def reset(self) -> None:
        """Make it as it was at first."""
        self._frozen = None if self._start is None else _in_utc(self._start)
        self._ahead = timedelta(0)

    def __repr__(self) -> str:
        return f"<Clock: {self.now():%Y-%m-%dT%H:%M:%SZ}{', frozen' if self._frozen else ''}>"


_REMEDY = "Write seconds or a timedelta, such as 30 or timedelta(days=1)."


def _in_utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except AttributeError:
        found = f"the clock cannot be set to {moment!r}, which is not a datetime."
        remedy = "Write one, such as datetime(2026, 12, 24, 9)."
        raise configuration_error(found, remedy) from None
