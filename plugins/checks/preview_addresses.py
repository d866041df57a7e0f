"""Preview addresses: what only the writer's own browser can open, where visitors would read it.

Gives   an error for each address of the preview among the words of a text or a field. Links that
        lead there become links inside the site, see plugins.build.read.links
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plugins.checks.sentences import Sentence
from plugins.core.markdown.urls import LOOPBACK, own_path
from plugins.core.problems import Problem, quoted
from plugins.core.reading.front_matter import Parsed

HOSTS = "|".join(map(re.escape, LOOPBACK))
ADDRESS = re.compile(
    rf"(?i)(?<!\]\()(?<!\]\(<)\bhttps?://\[?(?:{HOSTS})\]?(?::\d+)?(?:/[^\s<>()\"']*)?"
)


def preview_addresses(parsed: Parsed, every: Iterable[Sentence]) -> Iterator[Problem]:
    for sentence in every:
        if "://" not in sentence.text or sentence.reviewed:
            continue
        for match in ADDRESS.finditer(sentence.text):
            if sentence.field and match.group() == sentence.text:
                continue  # the whole value: a link, or refused by its field
            address = own_path(match.group().rstrip(".,;:!?"))
            yield Problem(
                parsed.source,
                sentence.line,
                sentence.field,
                f"the address {quoted(match.group())}, which is that of the preview",
                "an address that visitors can open: the preview is on your computer",
                f"write {quoted(address)}" if sentence.field else f"write [words]({address})",
            )
