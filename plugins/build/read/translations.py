"""Translations: a folder of content/ that is named as a language says the same in that language.

Reads   content/es/, content/fr-CA/: files named as their originals, with the words alone
Gives   tags(): the languages of a content folder; translated(): the facts of an original, with the
        words of its translation
Stops   ContentError for a fact in a translation, which could contradict the original
Notes   words that nobody has translated: they are left out, and so is what needs them
Why     half a page in another language is worse than none, and a date that is written twice is
        wrong once it changes
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from plugins.core.problems import Problem, listed, quoted
from plugins.core.reading.front_matter import Fields, Location
from plugins.core.reading.source_files import display_path
from plugins.core.schema.fields import has_words
from plugins.core.schema.locations import dotted
from plugins.core.schema.model import ContentModel, models_in

TAG = re.compile("[a-z]{2,3}(-[A-Z]{2})?")
# What each file says for itself, whichever its language: former addresses, own words of the
# interface.
OWN = {"aliases", "words"}
# What the original and the translation may both say.
BOTH = {"starter"}


def tags(content: Path, known: Iterable[str]) -> list[str]:
    """The languages that have a folder. known: the languages that there are words for."""
    names = (path.name for path in sorted(content.glob("*")) if path.is_dir())
    return [name for name in names if TAG.fullmatch(name) and name.partition("-")[0] in known]


def translated(
    model: type[ContentModel], own: Fields, said: Fields
) -> tuple[Fields, list[Problem]]:
    """The fields of a translation with the facts of its original; notes on what it leaves out."""
    joining = Joining(own, said)
    values = joining.model(model, own.values, said.values, ()) or {}
    problems = (*said.problems, *joining.facts)
    return replace(said, values=values, problems=problems), joining.notes()


@dataclass
class Joining:
    """One translation, joined with its original.

    missing  where the original has words and the translation has none
    facts    problems for what a translation says that is no word
    """

    own: Fields
    said: Fields
    missing: list[Location] = field(default_factory=list)
    facts: list[Problem] = field(default_factory=list)

    def model(
        self,
        model: type[ContentModel],
        own: Mapping[str, Any],
        said: Mapping[str, Any],
        at: Location,
    ) -> dict[str, Any] | None:
        """The values of a model; None when words are missing that it needs."""
        merged = {key: value for key, value in said.items() if key not in model.model_fields}
        lacking = False
        for name, info in model.model_fields.items():
            value = self.value(name, info, own.get(name), said.get(name), (*at, name))
            if value is not None:
                merged[name] = value
            elif name in own and info.is_required():
                lacking = True
        return None if lacking and at else merged

    def value(self, name: str, info: Any, own: Any, said: Any, at: Location) -> Any:
        if len(at) == 1 and name in OWN:
            return said
        if name in BOTH:
            return own if said is None else said
        if not has_words(info):
            if said is not None:
                self.facts.append(self.fact(at))
            return own
        models = [one for one in models_in(info.annotation) if any(map(has_words, fields(one)))]
        if models and isinstance(own, dict):
            model = next((one for one in models if set(own) <= set(one.model_fields)), models[0])
            return self.model(model, own, said if isinstance(said, dict) else {}, at)
        if models and isinstance(own, list) and not all(map(has_words, fields(models[0]))):
            return self.entries(models[0], own, said, at)
        if own is not None and said is None:
            self.missing.append(at)
        return said

    def entries(self, model: type[ContentModel], own: list[Any], said: Any, at: Location) -> Any:
        """The entries of a list that have facts, each with its translation. A list of words alone
        may have other entries in each language."""
        theirs = said if isinstance(said, list) else []
        if said is not None and len(theirs) != len(own):
            path, line = display_path(self.said.path), self.said.line(at)
            needed = f"{len(own)} entries, in the order of {display_path(self.own.path)}"
            fix = "write one for each, with its words alone"
            self.facts.append(Problem(path, line, dotted(at), f"{len(theirs)}", needed, fix))
            return own
        pairs = zip(own, theirs or [{}] * len(own), strict=True)
        joined = (
            self.model(model, one, words if isinstance(words, dict) else {}, (*at, place))
            if isinstance(one, dict)
            else one
            for place, (one, words) in enumerate(pairs)
        )
        return [one for one in joined if one is not None] or None

    def fact(self, at: Location) -> Problem:
        path, line = display_path(self.said.path), self.said.line(at)
        needed = f"words alone: the rest stands in {display_path(self.own.path)}"
        return Problem(path, line, dotted(at), "a fact", needed, "delete the line")

    def notes(self) -> list[Problem]:
        names = [name for name in map(dotted, self.missing) if name]
        if not names:
            return []
        path, first = display_path(self.said.path), dict.fromkeys(names)
        needed = f"the words of {listed(list(first), 'and')}: they are left out in this language"
        fix = f"translate them from {display_path(self.own.path)}"
        return [Problem(path, needed=needed, fix=fix, level="note")]


def fields(model: type[ContentModel]) -> Iterable[Any]:
    return model.model_fields.values()


def untranslated(original: Path, path: Path) -> Problem:
    """A note on a file that has no translation."""
    needed = "a translation: visitors in this language do not find what it says"
    fix = f"copy {display_path(original)} there, translate its words, delete the other lines"
    return Problem(display_path(path), needed=needed, fix=fix, level="note")


def without_original(path: Path, original: Path) -> Problem:
    """A translation of nothing."""
    return Problem(
        display_path(path),
        found=f"no file {quoted(display_path(original))} that it translates",
        needed="the name of a file that is there in the first language",
        fix="write that file first, or rename or delete this one",
    )
