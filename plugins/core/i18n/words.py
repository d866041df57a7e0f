"""Words: what visitors read that is not content, in the language of the site.

Gives   Words: words.share_links.heading is a text; words.call_to_action.call(number=...) one with
        a value, words.sessions.minutes(60) one with a count; words.locale.money(95) is what CLDR
        knows; date(), time(), hours() and end() say when, price() and length() how much.
        Templates have it as `words`, features as site.words
Stops   a template or a feature that misspells a key
Why     days and times of staff's messages are in English always: see plugins.core.dates.date_words
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

from plugins.core.dates.moments import Period, last_moment
from plugins.core.i18n.locale import Locale
from plugins.core.i18n.phrases import Choose, Plural, ready
from plugins.core.schema.days_of_year import LEAP, YEARLY
from plugins.core.schema.hours import DayHours, Season, SpecialDay, Week
from plugins.core.schema.policies import Cancellation
from plugins.core.schema.prices import Length, Price, Share


class Words(SimpleNamespace):
    """The groups of a file of words, and the locale of the site."""

    locale = Locale()

    @classmethod
    def of(cls, values: Mapping[str, Any], locale: Locale) -> Words:
        """The words of a file that was validated."""
        made = cls(**{name: group(name, values[name], locale.plural) for name in values})
        made.locale = locale
        return made

    def date(self, day: date) -> str:
        return self.locale.date(day)

    def time(self, clock: time) -> str:
        return self.locale.time(clock)

    def end(self, span: Period, zone: ZoneInfo) -> str:
        """`Thursday, December 31, 2026`, `6 PM on Thursday, December 31, 2026`; "" without one."""
        day, clock = last_moment(span, zone)
        if day is None:
            return ""
        if clock is None:
            return self.date(day)
        return str(self.dates.end(time=self.time(clock), date=self.date(day)))

    def season(self, season: Season) -> str:
        """`June 1 to August 31`; with weekdays and years when it is in one year."""
        starts, ends = (self.day_of_year(day) for day in (season.starts, season.ends))
        return str(self.opening_hours.span(opens=starts, closes=ends))

    def day_of_year(self, day: str) -> str:
        yearly = len(day) == YEARLY
        known = date.fromisoformat(f"{LEAP}-{day}" if yearly else day)
        return self.locale.day(known) if yearly else self.date(known)

    def days(self, special: SpecialDay) -> str:
        """`Thursday, December 31, 2026`, `December 24 to January 2`."""
        if special.first == special.last:
            return self.date(special.first)
        starts, ends = (self.locale.day(day) for day in (special.first, special.last))
        return str(self.opening_hours.span(opens=starts, closes=ends))

    def hours(self, hours: DayHours) -> str:
        """`9 AM to noon, 1 PM to 6 PM`, `10 AM to 2 PM, by appointment`, `closed`."""
        span = self.opening_hours.span
        parts = [
            str(span(opens=self.time(one.opens), closes=self.time(one.until)))
            for one in hours.spans
        ]
        if hours.by_appointment:
            parts.append(str(self.opening_hours.by_appointment))
        return ", ".join(parts) or str(self.opening_hours.closed)

    def week(self, week: Week) -> list[str]:
        """A line for each day that is known: `Monday: 9 AM to 6 PM`."""
        day_hours = self.opening_hours.day_hours
        return [
            str(day_hours(day=self.locale.weekday(day), hours=self.hours(hours)))
            for day, hours in week.known()
        ]

    def price(self, price: Price) -> str:
        """`$95`, `from $95`, `$95 to $120`, `by arrangement`."""
        money = self.locale.money
        if price.least is None:
            return str(self.prices.by_arrangement)
        if price.one is not None:
            return money(price.one)
        if price.most is None:
            return str(self.prices.least(price=money(price.least)))
        return str(self.prices.span(least=money(price.least), most=money(price.most)))

    def saving(self, share: Share) -> str:
        """`$25`, `20%`."""
        if share.percent is not None:
            return self.locale.percent(share.percent)
        return self.locale.money(share.amount or Decimal(0))

    def length(self, length: Length) -> str:
        """`60 minutes`, `60 to 75 minutes`."""
        if length.least == length.most:
            return str(self.sessions.minutes(count=length.most))
        return str(self.sessions.span(least=length.least, most=length.most))

    def cancellation(self, policy: Cancellation) -> str:
        """In how many hours, for what fee, and what else there is to say."""
        parts = [str(self.policies.hours(count=policy.hours))] if policy.hours else []
        if policy.fee and policy.fee.percent is not None:
            parts.append(str(self.policies.share(percent=self.saving(policy.fee))))
        elif policy.fee:
            parts.append(str(self.policies.fee(amount=self.saving(policy.fee))))
        return " ".join([*parts, *filter(None, [policy.words])])


def group(name: str, entries: Mapping[str, Any], choose: Choose) -> SimpleNamespace:
    return SimpleNamespace(
        **{
            key: Plural(f"{name}.{key}", entry, choose)
            if isinstance(entry, dict)
            else ready(entry, f"{name}.{key}")
            for key, entry in entries.items()
        }
    )
