"""A small practice whose pages answer what people in pain type.

Gives   SYMPTOMS: the files of its content beside those of tests/sites/bare
"""

from __future__ import annotations

PAGE = """\
---
title: {title}
summary: {summary}
---

{text}
"""
TEXTS = {
    "carpal-tunnel-syndrome": (
        "Carpal Tunnel Syndrome",
        "A numb thumb and numb fingers at night.",
        "A numb hand, or pins and needles in the hand, often wake people who type all day.",
    ),
    "hip-pain": (
        "Hip Pain",
        "What may be felt at the side of the hip.",
        "The hip hurts after a long walk, and at night when you lie on that side of it.",
    ),
    "knee-pain": (
        "Knee Pain",
        "Muscles of the thigh that may add to a sore knee.",
        "A runner knows it on the stairs. Runner's knee is felt behind the kneecap.",
    ),
    "low-back-pain": (
        "Low Back Pain",
        "What an aching low back may feel like.",
        "The lower back aches when you are sitting for long. A back ache may follow a day of work.",
    ),
    "sciatica": (
        "Sciatica",
        "Pain down the leg from a nerve.",
        "A shooting pain runs down the leg. Pain in the buttock often comes first.",
    ),
    "shoulder-pain": (
        "Shoulder Pain",
        "A sore shoulder may begin on the shoulder blade.",
        "A frozen shoulder hardly moves. A stiff neck often comes with it.",
    ),
    "thoracic-outlet-syndrome": (
        "Thoracic Outlet Syndrome",
        "An aching arm and tingling fingers.",
        "Nerves pass between neck and arm. Pain in the neck and tingling fingers may follow.",
    ),
    "tmj-disorders": (
        "TMJ Disorders",
        "A sore, clicking jaw.",
        "The jaw is clicking, and it hurts to chew. A headache at the temple may come with it.",
    ),
}
SYMPTOMS = {
    f"symptoms/{slug}.md": PAGE.format(title=title, summary=summary, text=f"{text} See a doctor.")
    for slug, (title, summary, text) in TEXTS.items()
} | {
    "pages/symptoms.md": PAGE.format(title="Where", summary="Choose a place.", text="Choose."),
    "pages/about.md": PAGE.format(title="About", summary="Who we are.", text="We use our hands."),
}
