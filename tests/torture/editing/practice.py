"""A practice of a few pages, all of it made up: every kind of content, and little of it to draw.

Gives   files(): what stands in content/ before the first edit
"""

from __future__ import annotations

from tests.sites import drawn

PRACTICE = """\
name: Example Hands
telephone: 303-555-0142
time_zone: America/Denver
tagline: Unhurried massage for example shoulders
hours:
  monday: "09:00-18:00"
  tuesday: closed
share:
  - email
  - facebook
brand:
  color: "#2e6f7a"
"""
SWEDISH = """\
---
title: Swedish Massage
summary: Long, even strokes over the whole body.
picture:
  file: hands.jpg
  alt: Two hands resting on a folded towel
symptoms:
  - stiff-neck
sessions:
  - minutes: 60
    price: 95
questions:
  - question: Does it hurt?
    answer: It should not. Say so if it does.
related:
  - deep-tissue
---

A quiet hour. Ask your doctor if you are unsure.

## What happens

It goes well with [deep tissue](deep-tissue.md), for a [stiff neck](/symptoms/stiff-neck/).
"""
DEEP = """\
---
title: Deep Tissue
summary: Slow, firm pressure on one place at a time.
symptoms:
  - stiff-neck
  - tired-feet
aliases: /massage/deep/
---

Firm, and never rushed. ![Three smooth stones](../images/stones.png)

Ask your doctor if you are unsure, or [call us](/contact/).
"""
NECK = """\
---
title: Stiff Neck
summary: A neck that will not turn.
see_a_doctor:
  - Numbness in a hand
---

It often comes from one small muscle. See [Swedish massage](/modalities/swedish/#questions).
"""
FEET = """\
---
title: Tired Feet
summary: Feet that want to be put up.
---

They may only need rest. Or [firm hands](../modalities/deep-tissue.md).
"""
SPRING = """\
---
headline: Spring, save $25 on Swedish massage
starts: 2030-05-01
ends: 2030-05-31
modalities:
  - swedish
priority: 10
terms: One session for each client.
---

Call and say the word [spring](/modalities/swedish/).
"""
SUMMER = """\
---
headline: Summer evenings
starts: 2030-06-21 17:00
ends: 2030-09-01 20:00
terms: Evenings from Monday to Friday.
---

Longer evenings, longer sessions.
"""
TABLE = """\
---
title: A new table
summary: Wider and warmer than the old one.
date: 2030-05-02
---

Come and lie on it. It stands beside the old one.
"""
HOME = """\
---
title: Massage for example shoulders
summary: Unhurried massage, with strong or gentle hands.
---

We work with [Swedish massage](/modalities/swedish/). If something worries you, see your doctor.
"""
CONTACT = """\
---
title: Call Example Hands
summary: How to reach Example Hands.
navigation:
  label: Contact
aliases:
  - /old-contact.html
---

Call [303-555-0142](tel:+13035550142) and say where it hurts.
"""


def simple(title: str, summary: str, text: str) -> str:
    return f"---\ntitle: {title}\nsummary: {summary}\n---\n\n{text}\n"


def files() -> dict[str, str | bytes]:
    """The content, by its names below content/."""
    return {
        "practice.yaml": PRACTICE,
        "images/hands.jpg": drawn("JPEG", (320, 200)),
        "images/stones.png": drawn("PNG", (160, 100)),
        "modalities/swedish.md": SWEDISH,
        "modalities/deep-tissue.md": DEEP,
        "symptoms/stiff-neck.md": NECK,
        "symptoms/tired-feet.md": FEET,
        "offers/spring.md": SPRING,
        "offers/summer.md": SUMMER,
        "news/table.md": TABLE,
        "pages/404.md": simple("Not here", "The address may have changed.", "Try [home](/)."),
        "pages/home.md": HOME,
        "pages/contact.md": CONTACT,
        "pages/news.md": simple("News", "What is new at Example Hands.", "The newest first."),
        "pages/modalities.md": simple("Ways of working", "What the hands do.", "Each its own."),
        "pages/symptoms.md": simple("Where it hurts", "Choose the place.", "Choose a place."),
        "pages/offers.md": simple("Offers", "What runs now.", "Tell us which one you mean."),
        "pages/privacy.md": simple("Privacy", "No cookies.", "This site stores nothing."),
        "pages/thank-you.md": simple("Thank you", "It is on its way.", "Check your e-mail."),
    }
