"""Locale: how a language and a country write money, days, times, numbers and names of countries.

Reads   a tag of BCP 47 such as en-GB, the country of the practice, its currency
Gives   Locale: date(), day(), time(), money(), percent(), number(), plural(), names of days, months
        and countries. Nothing else in Handbill knows a currency, a country or a pattern of a date
Why     Babel is imported when the first of them is asked for: replacing one text needs none
Source  Unicode CLDR through Babel. Times of French: Lexique des règles typographiques en usage à
        l'Imprimerie nationale, "9 h 30"
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from functools import cache, cached_property
from string import ascii_letters
from typing import TYPE_CHECKING, Any
from unicodedata import category

from phonenumbers import SUPPORTED_REGIONS

from plugins.core.dates.time_zones import country_of
from plugins.core.schema.weekdays import DAYS

if TYPE_CHECKING:
    from babel.core import Locale as Data

    from plugins.core.schema.places import Address

COUNTRY = "US"  # of a practice of which neither address, language nor time zone says one
REFERENCE = "en"
WORLD, WORLD_24 = "en-001", "en-150"
NARROW = "\u202f"
# Where people write times otherwise than CLDR's short form.
CLOCKS = {"fr": "H\u00a0'h'\u00a0mm"}
SHORT_HOURS = {"en"}  # "9 AM" is an hour there, elsewhere "9:00 a.m."
FORMS = ("zero", "one", "two", "few", "many", "other")
NOON, MIDNIGHT = time(12), time()
HALVES = {"h", "K"}  # hours of a half of a day, in a pattern
LITERAL = re.compile("'[^']*'")


def home_country(said: Iterable[object], language: object, zone: str) -> str:
    """Where a practice is: what an address says, or else its language, or its time zone."""
    tag = language.partition("-")[2] if isinstance(language, str) else ""
    known = (str(one) for one in (*said, tag) if one and str(one) in SUPPORTED_REGIONS)
    return next(known, "") or country_of(zone) or COUNTRY


def home(values: Mapping[str, Any], zone: str) -> Locale:
    """The locale that the values of practice.yaml name, right or wrong as they are."""
    places = [values, *(values.get("locations") or ())]
    addresses = [one.get("address") for one in places if isinstance(one, Mapping)]
    countries = [one.get("country") for one in addresses if isinstance(one, Mapping)]
    language, currency = values.get("language"), values.get("currency")
    country = home_country(countries, language, zone)
    own = currency if currency in currencies() else ""
    return Locale(language if isinstance(language, str) else f"en-{country}", country, own)


def country_code(text: str) -> str:
    """The code of a country; "" for no country."""
    code = text.strip().upper().replace(".", "")
    code = {"UK": "GB", "USA": "US"}.get(code, code)
    return code if code in SUPPORTED_REGIONS else ""


def spoken_in(country: str) -> str:
    """The language that most people of a country speak: `fr`."""
    from babel.core import get_global  # noqa: PLC0415

    likely = str(get_global("likely_subtags").get(f"und_{country}", REFERENCE))
    return likely.partition("_")[0]


@cache
def currencies() -> frozenset[str]:
    from babel.numbers import list_currencies  # noqa: PLC0415

    return frozenset(list_currencies())


@dataclass(frozen=True)
class Locale:
    """A language and a country.

    language  a tag such as en or en-GB; without a country in it, that of the practice
    country   of the practice, ISO 3166
    currency  ISO 4217; "" is that of the country
    """

    language: str = REFERENCE
    country: str = COUNTRY
    own_currency: str = ""

    @classmethod
    def of(cls, language: str) -> Locale:
        """That of a tag, in its own country."""
        return cls(language, language.partition("-")[2] or COUNTRY)

    @cached_property
    def data(self) -> Data:
        """What CLDR knows of the language in its country, or else of the language alone."""
        from babel.core import Locale as Data  # noqa: PLC0415
        from babel.core import UnknownLocaleError  # noqa: PLC0415

        for tag in self.data_tags():
            try:
                return Data.parse(tag, sep="-")
            except (UnknownLocaleError, ValueError):
                continue
        return Data(REFERENCE)

    def data_tags(self) -> Iterator[str]:
        """What it may be called in CLDR. English where nobody speaks it is that of the world, with
        the clock of the country: 31 December, 18:00."""
        first = self.language.partition("-")[0]
        yield f"{first}-{self.region}"
        if first == REFERENCE:
            own = Locale(spoken_in(self.region), self.region)
            yield WORLD if own.language == REFERENCE or own.half_days else WORLD_24
        yield first

    @cached_property
    def family(self) -> tuple[str, ...]:
        """The tags whose words it shares, from wide to narrow: en-001, which is English outside of
        the United States, then en-GB."""
        from babel.core import get_global  # noqa: PLC0415

        tag: str = self.tag
        found = []
        while "_" in tag:
            found.append(tag.replace("_", "-"))
            tag = str(get_global("parent_exceptions").get(tag, tag.rpartition("_")[0]))
        return tuple(reversed(found))

    @property
    def region(self) -> str:
        """Its country: that of the tag, or else of the practice."""
        return self.language.partition("-")[2] or self.country

    @property
    def tag(self) -> str:
        """`es_US`, as Facebook names a language and a country."""
        return f"{self.language.partition('-')[0]}_{self.region}"

    @cached_property
    def right_to_left(self) -> bool:
        """Whether its lines begin on the right."""
        return self.data.text_direction == "rtl"

    @property
    def letters(self) -> str:
        """Every letter and sign that it may write, but for countries."""
        return "".join(
            (
                *self.day_names,
                *self.month_names,
                *(self.time(time(hour, minute)) for hour in (0, 9, 12, 21) for minute in (0, 30)),
                self.money(Decimal("1234567.50")),
                self.percent(Decimal("12.5")),
                self.date(date(2026, 12, 31)),
            )
        )

    def day(self, day: date) -> str:
        """`December 31`."""
        from babel.dates import format_skeleton  # noqa: PLC0415

        return format_skeleton("MMMMd", day, locale=self.data)

    def day_of(self, day: date) -> str:
        """`December 31, 2026`."""
        from babel.dates import format_date  # noqa: PLC0415

        return format_date(day, "long", self.data)

    def date(self, day: date) -> str:
        """`Thursday, December 31, 2026`."""
        from babel.dates import format_date  # noqa: PLC0415

        return format_date(day, "full", self.data)

    def time(self, clock: time) -> str:
        """`6 PM`, `6:30 PM`, `noon`, `midnight`; `18:00`, `12:00` where a day has 24 hours."""
        from babel.dates import format_time  # noqa: PLC0415

        known = self.data
        if clock in (NOON, MIDNIGHT) and (self.half_days or known.language in CLOCKS):
            name = known.day_periods["format"]["wide"].get("noon" if clock.hour else "midnight")
            if name:
                return str(name)
        full = not clock.minute and self.half_days and known.language in SHORT_HOURS
        pattern = known.datetime_skeletons["h"] if full else self.clock
        # A narrow blank would keep people from finding the words that they see.
        return format_time(clock, pattern, locale=self.data).replace(NARROW, " ")

    @cached_property
    def clock(self) -> str:
        """The pattern of a time with its minutes."""
        known = self.data
        return CLOCKS.get(known.language) or str(known.time_formats["short"].pattern)

    @cached_property
    def half_days(self) -> bool:
        """Whether people count twelve hours twice a day."""
        return bool(HALVES & set(LITERAL.sub("", self.clock)))

    @cached_property
    def day_names(self) -> tuple[str, ...]:
        """Monday first."""
        names = self.data.days["stand-alone"]["wide"]
        return tuple(str(names[place]) for place in range(7))

    @cached_property
    def month_names(self) -> tuple[str, ...]:
        """As they stand in dates."""
        names = self.data.months["format"]["wide"]
        return tuple(str(names[place]) for place in range(1, 13))

    def weekday(self, day: str) -> str:
        """The name of `monday`, as content has it."""
        return self.day_names[DAYS.index(day)]

    @cached_property
    def currency(self) -> str:
        """`USD`: that of the practice, or else the country's of today."""
        from babel.numbers import get_territory_currencies  # noqa: PLC0415

        known = self.own_currency or get_territory_currencies(self.country)[:1]
        return known if isinstance(known, str) else "".join(known)

    @cached_property
    def currency_signs(self) -> tuple[str, ...]:
        """What people write beside an amount: `US$`, `$`; the longest first."""
        sign = str(self.data.currency_symbols.get(self.currency, self.currency))
        short = sign.lstrip(ascii_letters)
        known = (sign, short if short and category(short[0]) == "Sc" else sign)
        # That of Cape Verde is a blank of no width.
        return tuple(dict.fromkeys(one for one in known if one.isprintable())) or (self.currency,)

    @cached_property
    def currency_words(self) -> tuple[str, ...]:
        """`dollar`, `dollars`, `US dollar`, `US dollars`: English, as messages are."""
        from babel.numbers import get_currency_name  # noqa: PLC0415

        names = [get_currency_name(self.currency, count, REFERENCE) for count in (1, 2)]
        return (*(name.rpartition(" ")[2] for name in names), *names)

    @property
    def decimal_sign(self) -> str:
        """What stands before cents."""
        return str(self.data.number_symbols["latn"]["decimal"])

    def money(self, amount: Decimal) -> str:
        """`$95`, `$95.50`, `90 €`."""
        from babel.numbers import format_currency  # noqa: PLC0415

        pattern = self.data.currency_formats["standard"].pattern
        if amount == int(amount):
            pattern = re.sub(r"0\.0+", "0", pattern)
        if self.currency_signs == (self.currency,):
            pattern = pattern.replace("\u00a4", "\u00a4\u00a4")
        said = format_currency(amount, self.currency, pattern, self.data, currency_digits=False)
        # CLDR's spacing of a currency that is letters, which Babel leaves out.
        return re.sub(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])", "\u00a0", said)

    def number(self, number: Decimal | int) -> str:
        """`1,234.5`."""
        from babel.numbers import format_decimal  # noqa: PLC0415

        return format_decimal(number, locale=self.data, decimal_quantization=False)

    def percent(self, percent: Decimal) -> str:
        """`20%`."""
        from babel.numbers import format_percent  # noqa: PLC0415

        return format_percent(percent / 100, locale=self.data, decimal_quantization=False)

    def country_name(self, country: str) -> str:
        """`United Kingdom` of GB."""
        return str(self.data.territories.get(country, country))

    def country_in_english(self, country: str) -> str:
        """As messages say it."""
        from babel.core import Locale as Data  # noqa: PLC0415

        return str(Data(REFERENCE).territories.get(country, country))

    def address(self, address: Address) -> tuple[str, ...]:
        """The lines of an address, with its country unless its region says that it is at home."""
        at_home = address.country == self.country and address.region
        return address.lines if at_home else (*address.lines, self.country_name(address.country))

    def city(self, zone: str) -> str:
        """Where the clock of a time zone is: `Denver`, `Ciudad de México`."""
        from babel.dates import get_timezone_location  # noqa: PLC0415

        return str(get_timezone_location(zone, locale=self.data, return_city=True))

    def plural(self, number: int) -> str:
        """The form of a count: `one`, `few`, `other`."""
        return str(self.data.plural_form(number))

    @cached_property
    def plural_forms(self) -> tuple[str, ...]:
        """The forms that counts of a page take, and "other"."""
        taken = {"other", *map(self.plural, (*range(201), 1000))}
        return tuple(form for form in FORMS if form in taken)
