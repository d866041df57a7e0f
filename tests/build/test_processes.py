"""Several processes at work: the same site, the same words."""

from __future__ import annotations

import pytest

from plugins.core.system import processes
from tests.build.conftest import Project
from tests.sites import tree

WRONG = "---\ntitle: A\nsummary: B.\n---\n\nOne [link](/gone-{0}/), <b>one</b> word, # {0}\n"


def use(number: int, patch: pytest.MonkeyPatch) -> None:
    """Work in so many processes, however little there is to do."""
    patch.setattr(processes, "processes", lambda: number)
    patch.setattr(processes, "LEAST", 1)


def test_one_two_and_five_processes_make_the_same_site(
    full: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build server has more of them than the laptop on which the site was looked at."""
    sites = []
    for number in (1, 2, 5):
        use(number, monkeypatch)
        full.built()
        sites.append(tree(full.output))
    assert len(sites[0]) > 100
    assert sites[0] == sites[1] == sites[2]


def test_one_two_and_five_processes_say_the_same(
    bare: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever mends ten pages goes down the list; it must not change its order."""
    bare.write({f"pages/wrong-{one}.md": WRONG.format(one) for one in range(7)})
    said = []
    for number in (1, 2, 5):
        use(number, monkeypatch)
        said.append(bare.refused())
    assert said[0].count("gone-") == 7
    assert said[0] == said[1] == said[2]
