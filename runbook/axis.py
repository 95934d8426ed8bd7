"""The integer axis of time, and its edge to people's calendars.

An instant inside the engine is a whole number of minutes since 1970-01-01T00:00Z. An Axis converts between such
minutes and the civil time of one zone: dates and minutes of the day for tables, pendulum values for people.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    import pendulum

DAY = 24 * 60
_EPOCH = date(1970, 1, 1).toordinal()
_MINUTE = timedelta(minutes=1)


class Axis:
    """Minutes <-> civil time of one zone. Offsets of part of a minute (before 1911 in Hà Nội) are rounded down."""

    def __init__(self, zone: str = "Asia/Ho_Chi_Minh") -> None:
        """Raise ZoneInfoNotFoundError (a KeyError) for an unknown zone name."""
        self.zone = zone
        self._info = ZoneInfo(zone)
        self._offset_of_day = lru_cache(maxsize=None)(self._find_offset_of_day)

    def minute(self, day: date, minute_of_day: int = 0) -> int:
        """The instant at which the zone's clocks show that minute of that day; 1,440 and more run into later days.

        Where clocks are put back, the first of the two; where they are put forward, as if they had not been.
        """
        naive = (day.toordinal() - _EPOCH) * DAY + minute_of_day
        clock = datetime.combine(day, datetime.min.time()) + minute_of_day * _MINUTE
        return naive - self._minutes_ahead(clock.replace(tzinfo=self._info))

    def civil(self, minute: int) -> tuple[date, int]:
        """The civil date and minute of the day at an instant."""
        days, minute_of_day = divmod(minute + self._offset(minute), DAY)
        return date.fromordinal(days + _EPOCH), minute_of_day

    def iso(self, minute: int) -> str:
        """The instant in ISO 8601 with its offset: 2024-11-22T08:30+07:00."""
        day, minute_of_day = self.civil(minute)
        hours, minutes = divmod(minute_of_day, 60)
        ahead = self._offset(minute)
        sign, (ahead_hours, ahead_minutes) = "+-"[ahead < 0], divmod(abs(ahead), 60)
        return f"{day.isoformat()}T{hours:02}:{minutes:02}{sign}{ahead_hours:02}:{ahead_minutes:02}"

    def instant(self, minute: int) -> pendulum.DateTime:
        """The instant as a pendulum value in this zone."""
        import pendulum

        day, minute_of_day = self.civil(minute)
        return pendulum.datetime(day.year, day.month, day.day, *divmod(minute_of_day, 60), tz=self.zone)

    def _offset(self, minute: int) -> int:
        offset = self._offset_of_day(minute // DAY)
        return offset if offset is not None else self._minutes_ahead(self._utc(minute).astimezone(self._info))

    def _find_offset_of_day(self, utc_day: int) -> int | None:
        """The zone's offset during one UTC day, None where it changes that day."""
        first = self._minutes_ahead(self._utc(utc_day * DAY).astimezone(self._info))
        last = self._minutes_ahead(self._utc(utc_day * DAY + DAY).astimezone(self._info))
        return first if first == last else None

    @staticmethod
    def _utc(minute: int) -> datetime:
        return datetime(1970, 1, 1, tzinfo=UTC) + minute * _MINUTE

    @staticmethod
    def _minutes_ahead(moment: datetime) -> int:
        return (moment.utcoffset() or timedelta()) // _MINUTE
