"""Spaces: a sign never begins a line alone."""

from __future__ import annotations

import pytest

from plugins.core.markdown.render import MarkdownRenderer

RENDERER = MarkdownRenderer()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Vraiment ? Oui ! Bien ; merci", "Vraiment\u202f? Oui\u202f! Bien\u202f; merci"),
        ("Trois choses : a", "Trois choses\u00a0: a"),
        ("Elle dit « oui » tout bas", "Elle dit «\u00a0oui\u00a0» tout bas"),
        ("**Chaud** : oui", "<strong>Chaud</strong>\u00a0: oui"),
        ("Vraiment? Non: rien", "Vraiment? Non: rien"),
        ("Er sagte »ja« und ging", "Er sagte »ja« und ging"),
        ("Dijo «sí» y se fue", "Dijo «sí» y se fue"),
        ("`a ? b : c`", "<code>a ? b : c</code>"),
        ("[Où ?](https://a.example/x)", '<a href="https://a.example/x">Où\u202f?</a>'),
    ],
)
def test_a_blank_before_a_sign_holds_its_neighbours(typed: str, shown: str) -> None:
    """A question mark stood alone at the beginning of a line; elsewhere nothing changes."""
    html, problems = RENDERER.render(typed, "a.md", 1, lambda url: url)
    assert (html.strip().replace("&nbsp;", "\u00a0"), problems) == (f"<p>{shown}</p>", [])
