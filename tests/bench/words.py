"""Words: Markdown that reads like English and says nothing.

Gives   Writer: sentences and blocks of one page, the same each time from the same seed
Except  no word that a check of claims knows, no quotation mark, apostrophe, dash or row of dots:
        generators set those in different ways, and every page is held to its own words
"""

from __future__ import annotations

import random
from collections.abc import Sequence

HANDS = (
    "a thumb", "the flat hand", "a soft fist", "one finger", "the forearm", "an elbow",
    "a warm palm", "the heel of the hand", "the other hand", "a folded towel",
)  # fmt: skip
PLACES = (
    "calf", "shoulder blade", "hip", "forearm", "jaw", "sole", "upper back", "thigh", "shin",
    "wrist", "collarbone", "ribs", "elbow", "heel", "temple", "waist", "kneecap", "palm",
)  # fmt: skip
MANNERS = (
    "slowly", "without hurry", "in long lines", "in small circles", "along the grain",
    "across the grain", "from the middle outward", "with even weight", "in one breath",
    "with a pause between", "as far as it is pleasant", "a little deeper each time",
)  # fmt: skip
VERBS = (
    "rests on", "follows", "leans into", "lifts", "circles", "presses", "warms", "holds",
    "rolls over", "glides past", "waits at", "returns to",
)  # fmt: skip
FEELINGS = (
    "heavy", "warm", "tender", "tight", "tired", "calm", "wide awake", "sore", "soft", "stiff",
)  # fmt: skip
TIMES = (
    "after a long drive", "in the evening", "before a walk", "early in the week", "on a cold day",
    "when the desk was too low", "after a day in the garden", "on the first visit",
    "at the end of an hour", "between two meetings", "when sleep was short",
)  # fmt: skip
PEOPLE = (
    "Some people", "Many clients", "Runners", "Gardeners", "People who sit a lot", "Musicians",
    "Cooks", "New parents", "Drivers", "Those who lift things",
)  # fmt: skip
WISHES = (
    "ask for less weight", "like a second blanket", "prefer to lie on one side", "drink some tea",
    "keep their eyes closed", "talk about the garden", "fall asleep", "ask what comes next",
    "breathe out with a sigh", "notice the other side too", "want a pillow below the knees",
)  # fmt: skip
THINGS = (
    "The table", "The room", "The light", "A pillow", "The blanket", "The oil", "A clock",
    "The music", "A chair by the window", "The door",
)  # fmt: skip
STATES = (
    "is warm before you come", "can be raised a little", "stays where you want it",
    "is chosen with you", "makes no noise", "is ready when you are", "has room for your things",
    "is there when you need it", "may be changed at any time", "is as plain as it looks",
)  # fmt: skip
HEADINGS = (
    "What the hands do", "How it begins", "Where it is felt", "What people ask for",
    "How long it takes", "What to wear", "What may follow", "How to say when to stop",
    "What we look at first", "How a week can look", "What you can do at home", "Who likes it",
    "When to wait", "What the room is like", "How often people come", "What comes next",
)  # fmt: skip
TRIES = (
    "Lie on your back and let both feet fall outward", "Roll a ball below one foot",
    "Put a cushion behind the waist", "Stand up once in every hour",
    "Turn the head as far as it likes",
    "Let one arm hang over the edge", "Breathe in for four counts", "Warm the hands in water",
    "Walk to the corner and back", "Write down when it began", "Lower the chair by an inch",
    "Rest an ankle on the other knee", "Open and close both hands",
)  # fmt: skip


class Writer:
    """Writes one page. `links` are Markdown links that it strews among the words, each once."""

    def __init__(self, seed: str, links: Sequence[str] = ()) -> None:
        self.dice = random.Random(seed)  # noqa: S311  (no secret depends on it)
        self.links = list(links)

    def sentence(self) -> str:
        """A sentence, now and then with a link, or with words that are set apart."""
        one = self.dice.choice
        if self.links and self.dice.random() < 0.12:
            return f"Read about {self.links.pop()} too, {one(TIMES)}."
        feeling = self.apart(one(FEELINGS))
        manner = self.apart(one(MANNERS))
        return one((
            f"{one(HANDS).capitalize()} {one(VERBS)} the {one(PLACES)} {manner}.",
            f"{one(PEOPLE)} {one(WISHES)} {one(TIMES)}, and the {one(PLACES)} is {feeling}.",
            f"{one(THINGS)} {one(STATES)}, {one(TIMES)}.",
            f"When the {one(PLACES)} feels {feeling}, {one(HANDS)} {one(VERBS)} it {manner}.",
            f"{one(TIMES).capitalize()}, the {one(PLACES)} and {one(PLACES)} may feel {feeling}.",
            f"First {one(HANDS)} {one(VERBS)} the {one(PLACES)}, then {one(HANDS)} {one(VERBS)} "
            f"the {one(PLACES)} {manner}.",
        ))  # fmt: skip

    def apart(self, words: str) -> str:
        mark = self.dice.choice(("", "", "", "", "", "*", "**"))
        return f"{mark}{words}{mark}"

    def paragraph(self, sentences: int) -> str:
        return " ".join(self.sentence() for _ in range(sentences))

    def items(self) -> str:
        mark = self.dice.choice(("-", "1."))
        chosen = self.dice.sample(TRIES, self.dice.randint(3, 6))
        return "\n".join(f"{mark} {item}, {self.dice.choice(MANNERS)}." for item in chosen)

    def table(self) -> str:
        rows = [
            f"| {place} | {self.dice.choice(FEELINGS)} | {self.dice.randrange(5, 60, 5)} minutes |"
            for place in self.dice.sample(PLACES, 4)
        ]
        return "\n".join(["| Place | Often | Time |", "| --- | --- | --- |", *rows])

    def quotation(self) -> str:
        return f"> {self.paragraph(2)}"

    def body(self, words: int) -> str:
        """A text of about so many words, in sections."""
        blocks = [self.paragraph(3)]
        headings = self.dice.sample(HEADINGS, len(HEADINGS))
        while sum(len(block.split()) for block in blocks) < words:
            blocks += [f"## {headings.pop()}", self.paragraph(self.dice.randint(3, 6))]
            extra = self.dice.random()
            if extra < 0.35:
                blocks.append(self.items())
            elif extra < 0.45:
                blocks.append(self.table())
            elif extra < 0.55:
                blocks.append(self.quotation())
            elif extra < 0.7:
                blocks += [f"### {self.dice.choice(TRIES)}", self.paragraph(3)]
            blocks.append(self.paragraph(self.dice.randint(2, 5)))
        # What is left is named last, so that every link stands in the text.
        if self.links:
            blocks.append(f"More on this: {', '.join(self.links)}.")
        return "\n\n".join(blocks) + "\n"
