"""Fields: what people change between the two lines above a text, and in practice.yaml."""

from __future__ import annotations

import re
from pathlib import Path

from tests.torture.editing.desk import Desk, offered

FIELDS = (
    "related:\n  - swedish\n",
    "related:\n  - deep-tissue\n",
    "symptoms:\n  - tired-feet\n",
    "techniques:\n  - Kneading\n",
    "starter: yes\n",
    "picture:\n  file: stones.png\n  alt: Stones\n",
    "questions:\n  - question: How long?\n    answer: As long as you like.\n",
    "ask_a_doctor:\n  - You have a fever\n",
    "see_a_doctor:\n  - A sudden swelling\n",
    "navigation:\n  label: More\n  order: 15\n",
    "body_areas:\n  - neck\n",
)
FACTS = (
    "email: hello@hands.test\n",
    "price_range: $95-$180\n",
    "geo:\n  latitude: 39.5\n  longitude: -105.25\n",
    "service_area:\n  - Handsville\n",
    "booking:\n  label: Book online\n  url: https://booking.hands.test/x?a=1&b=2\n",
    "address:\n  street: 1 Quiet Street\n  city: Handsville\n  region: CO\n"
    '  postal_code: "80000"\n',
    "newsletter:\n  provider: buttondown\n  username: examplehands\n",
    "social:\n  instagram: https://instagram.hands.test/examplehands\n",
)
FIELD = re.compile(r"^[a-z_]+:.*\n(?:[ -].*\n)*", re.MULTILINE)
OFFER = """\
---
headline: Offer {number}
starts: 2030-05-{day:02}
ends: 2030-06-{day:02}
terms: For everyone.
priority: {number}
---

Come in.
"""


def replaced(desk: Desk, path: Path, pattern: str, by: str, what: str) -> str:
    """Another value of one field; "" where it is missing or the same."""
    text = path.read_text(encoding="utf-8")
    after = re.sub(pattern, lambda found: found[1] + by, text, count=1, flags=re.MULTILINE)
    if after == text:
        return ""
    desk.save(path, after)
    return f"{what} of {desk.name(path)}: {by}"


def put(desk: Desk, path: Path, block: str) -> str:
    """Add a field, or take it away where it is."""
    name = block.partition(":")[0]
    head, line, body = path.read_text(encoding="utf-8").partition("\n---\n")
    lines = [one[0] for one in FIELD.finditer(f"{head}\n")]
    kept = [one for one in lines if not one.startswith(f"{name}:")]
    added = kept if len(kept) < len(lines) else [*lines, block]
    first = "---\n" if line else ""
    desk.save(path, first + "".join(added) + (line and f"---\n{body}"))
    return f"{name} {'added to' if added is not kept else 'taken from'} {desk.name(path)}"


@offered(4)
def title(desk: Desk) -> str:
    title = desk.random.choice(("Plainly", "Łódź & Co", "A “title”", "Ten <b>s</b>", "Wide hands"))
    return replaced(desk, desk.pick(desk.documents()), "^((?:title|headline): ).*", title, "title")


@offered(4)
def summary(desk: Desk) -> str:
    words = f"What number {desk.number()} is about."
    return replaced(desk, desk.pick(desk.documents()), "^(summary: ).*", words, "summary")


@offered(4)
def some_field(desk: Desk) -> str:
    return put(desk, desk.pick(desk.documents()), desk.random.choice(FIELDS))


@offered(2)
def questions_come_and_go(desk: Desk) -> str:
    """Other pages may link to their place."""
    path = desk.content / "modalities/swedish.md"
    return put(desk, path, FIELDS[6]) if path.exists() else ""


@offered(2)
def moved(desk: Desk) -> str:
    alias = desk.random.choice(("/old/", "/older.html", "/index.php/old/", "/contact/"))
    return put(desk, desk.pick(desk.documents("[mps]*")), f"aliases: {alias}\n")


@offered()
def no_date(desk: Desk) -> str:
    """A build refuses it; the words say where."""
    paths = [*desk.documents("offers"), *desk.documents("news")]
    return replaced(
        desk, desk.pick(paths), "^((?:ends|date): ).*", "31/12/2030", "date"
    ) if paths else ""  # fmt: skip


@offered(2)
def another_end(desk: Desk) -> str:
    paths = desk.documents("offers")
    day = f"2030-{desk.random.randint(5, 8):02}-{desk.random.randint(10, 28)}"
    return replaced(desk, desk.pick(paths), "^(ends: ).*", day, "end") if paths else ""


@offered(2)
def another_priority(desk: Desk) -> str:
    paths = desk.documents("offers")
    number = str(desk.random.randint(1, 30))
    return replaced(desk, desk.pick(paths), "^(priority: ).*", number, "priority") if paths else ""


@offered(2)
def another_offer(desk: Desk) -> str:
    number = desk.number()
    path = desk.content / f"offers/offer-{number}.md"
    desk.save(path, OFFER.format(number=number, day=desk.random.randint(1, 28)))
    return f"new {desk.name(path)}"


@offered(2)
def another_day_of_news(desk: Desk) -> str:
    paths = desk.documents("news")
    day = desk.random.choice(("2030-05-14", "2030-05-16", "2029-12-31"))
    return replaced(desk, desk.pick(paths), "^(date: ).*", day, "date") if paths else ""


@offered(3)
def some_fact(desk: Desk) -> str:
    return put(desk, desk.content / "practice.yaml", desk.random.choice(FACTS))


@offered(2)
def another_fact(desk: Desk) -> str:
    name, values = desk.random.choice(
        (
            ("name", ("Example Hands", "Żółte Hands", "Hands & Feet")),
            ("telephone", ("303-555-0142", "303-555-0143")),
            ("time_zone", ("America/Denver", "Pacific/Kiritimati", "Europe/Warsaw")),
            ("tagline", ("Unhurried", "With care")),
            ("  color", ('"#7a3b2e"', '"#2e6f7a"', '"#ffee00"')),
            ("  monday", ('"10:00-12:00"', "closed", '["09:00-10:00", "11:00-12:00"]')),
        )
    )
    pattern = f"^({name}: ).*"
    value = desk.random.choice(values)
    return replaced(desk, desk.content / "practice.yaml", pattern, value, name.strip())
