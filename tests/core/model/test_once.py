"""What depends on the site alone is worked out once for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from plugins.core.model.site import Site, once_per_site
from tests.sites import PAGE, PRACTICE, model


def test_each_site_is_asked_once_and_a_site_made_from_it_anew(tmp_path: Path) -> None:
    """A page for each of thousands asks; a site with more in it has another answer."""
    asked: list[Site] = []

    @once_per_site
    def addresses(site: Site) -> list[str]:
        asked.append(site)
        return [document.address for document in site.all("pages")]

    site = model(tmp_path, {"practice.yaml": PRACTICE, "pages/about.md": PAGE})
    empty = replace(site, documents={})
    found = [addresses(one) for one in (site, site, empty, site, empty)]
    assert found == [["/about/"], ["/about/"], [], ["/about/"], []]
    assert len(asked) == 2
