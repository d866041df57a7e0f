"""Pictures in Chromium: which file each screen loads, when, and that nothing moves."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.build.conftest import Project
from tests.conftest import serving_folder
from tests.images.conftest import ALT, ROOT, encoded_quickly
from tests.images.photographs import by_telephone, enlarged
from tests.sites import BARE, unhashed
from tests.torture.counts import first

pytestmark = pytest.mark.xdist_group("photographs")  # one process makes their site

WORDS = "A sentence that takes its place on the page, and says little. " * 12
PARAGRAPHS = "\n\n".join([WORDS] * 40)
HEAD = "---\ntitle: A page\nsummary: S.\n"
TOP = f"picture:\n  file: temple.jpg\n  alt: {ALT}\n---\n\n"
PAGES = {
    "pages/top.md": f"{HEAD}{TOP}{PARAGRAPHS}\n\n![A flower](../images/flower.jpg)\n",
    "pages/text.md": f"{HEAD}---\n\n![A flower](../images/flower.jpg)\n\n{WORDS}\n",
    "pages/news.md": f"{HEAD}---\n",
    "news/note.md": f"{HEAD}date: 2030-05-01\n{TOP}{WORDS}\n",
    "pages/home.md": f"{HEAD}{TOP}{WORDS}\n",
    "pages/upright.md": f"{HEAD}{TOP.replace('temple.jpg', 'tower.jpg')}{WORDS}\n",
}
# The sum of all movements that the visitor did not ask for.
SHIFTS = """
window.moved = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.moved += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
# The width that `sizes` promises: that of a picture of one pixel, stretched by it.
SAID = """image => {
  const probe = document.createElement("img");
  probe.srcset = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA= 1w";
  probe.sizes = image.sizes;
  document.body.append(probe);
  return new Promise((done, failed) => {
    probe.onload = () => done(probe.naturalWidth);
    probe.onerror = failed;
  });
}"""


@dataclass
class Visit:
    """A page as one screen shows it, and the pictures that it asked for, in order."""

    page: Page
    loaded: list[str] = field(default_factory=list)

    def shows(self, alt: str) -> str:
        """The file that an element shows, once it is there."""
        image = self.page.get_by_alt_text(alt)
        image.evaluate("image => image.complete || new Promise(done => image.onload = done)")
        return name(str(image.evaluate("image => image.currentSrc")))


def name(address: str) -> str:
    return unhashed(address.rpartition("/")[2])


@pytest.fixture(scope="module")
def site(
    tmp_path_factory: pytest.TempPathFactory, warm_cache: Path, china: bytes, flower: bytes
) -> Iterator[str]:
    """A published site with photographs as wide as each needs, one of them taken upright."""
    project = Project(tmp_path_factory.mktemp("photographs"))
    project.write({path.relative_to(BARE).as_posix(): path.read_bytes() for path in files(BARE)})
    tower = by_telephone(enlarged(china, 1200), 6)
    images = {"temple": enlarged(china, 1800), "flower": enlarged(flower, 1500), "tower": tower}
    project.write(PAGES)
    project.write({f"images/{name}.jpg": data for name, data in images.items()})
    with pytest.MonkeyPatch.context() as patch:
        cache = shutil.copytree(warm_cache, project.folder / ".cache")
        patch.setattr(ROOT, cache)
        patch.setattr("plugins.images.renditions.encoded", encoded_quickly)
        project.built(HOST="netlify")  # no policy in the pages, which would forbid the probes
    with serving_folder(project.output) as address:
        yield address


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@contextmanager
def visit(browser: Browser, address: str, **screen: Any) -> Iterator[Visit]:
    context = browser.new_context(**screen)
    context.add_init_script(SHIFTS)
    seen = Visit(context.new_page())
    seen.page.on(
        "request",
        lambda asked: seen.loaded.append(name(asked.url)) if "/images/" in asked.url else None,
    )
    seen.page.goto(address)
    yield seen
    context.close()


def screen(width: int, height: int, density: float = 1) -> dict[str, Any]:
    return {
        "viewport": {"width": width, "height": height},
        "device_scale_factor": density,
        "is_mobile": width < 500,
    }


PHONE, DESK = screen(360, 740, 3), screen(1280, 800)


@pytest.mark.parametrize(
    ("size", "widths"),
    first(
        2,
        [
            (PHONE, (1080, 1080, 1080)),
            (DESK, (768, 768, 768)),
            (screen(320, 600), (480, 480, 480)),
            (screen(390, 844, 3), (1080, 1080, 1080)),
            (screen(768, 1024, 2), (1600, 1600, 1280)),
            (screen(1440, 900, 2), (1600, 1280, 1280)),
            (screen(1920, 1080), (768, 768, 768)),
        ],
    ),
)
def test_each_screen_loads_the_file_that_suits_it(
    browser: Browser, site: str, size: dict[str, Any], widths: tuple[int, int, int]
) -> None:
    """Sharp, and no larger than that; one file a picture."""
    broad, column, text = widths
    for page, alt, file in (
        ("news/note", ALT, f"temple-{broad}.avif"),
        ("top", ALT, f"temple-{column}.avif"),
        ("text", "A flower", f"flower-{text}.avif"),
    ):
        with visit(browser, f"{site}/{page}/", **size) as seen:
            assert seen.shows(alt) == file
            assert seen.loaded == [file]


@pytest.mark.parametrize(
    ("page", "alt"),
    [("", ALT), ("news/note/", ALT), ("top/", ALT), ("text/", "A flower"), ("upright/", ALT)],
)
def test_the_table_of_places_says_how_wide_pictures_are(
    browser: Browser, site: str, page: str, alt: str
) -> None:
    """Browsers choose a file by it before they know the layout. Who changes the layout, and not
    plugins/images/widths.py, makes them choose wrongly."""
    wrong = {}
    with visit(browser, f"{site}/{page}", **DESK) as seen:
        image = seen.page.get_by_alt_text(alt)
        for width in (320, 360, 414, 512, 640, 768, 960, 1024, 1088, 1280, 1920):
            seen.page.set_viewport_size({"width": width, "height": 800})
            shown = image.evaluate("image => image.getBoundingClientRect().width")
            said = image.evaluate(SAID)
            # More than needed is sharp all the same; less is not.
            if not shown - 8 <= said <= shown * 1.4:
                wrong[width] = (said, shown)
    assert wrong == {}


def test_the_picture_on_top_comes_before_the_others(browser: Browser, site: str) -> None:
    """It is the largest thing that a visitor sees; the one far below waits for the visitor."""
    with visit(browser, f"{site}/top/", **PHONE) as seen:
        seen.page.wait_for_load_state("networkidle")
        assert seen.loaded == ["temple-1080.avif"]
        seen.page.get_by_alt_text("A flower").scroll_into_view_if_needed()
        assert seen.shows("A flower") == "flower-1080.avif"
        assert seen.loaded == ["temple-1080.avif", "flower-1080.avif"]


@pytest.mark.parametrize("page", ["", "news/note/", "top/", "text/", "upright/"])
@pytest.mark.parametrize("size", first(1, [PHONE, DESK]), ids=["phone", "desk"])
def test_nothing_moves_when_a_picture_arrives_late(
    browser: Browser, site: str, page: str, size: dict[str, Any]
) -> None:
    """Its width and height keep its place from the first paint on."""
    context = browser.new_context(**size)
    context.add_init_script(SHIFTS)
    window = context.new_page()

    def late(route: Route) -> None:
        window.wait_for_timeout(600)
        route.continue_()

    window.route("**/images/*", late)
    window.goto(f"{site}/{page}")
    image = window.locator("main img").first
    image.evaluate("image => image.complete || new Promise(done => image.onload = done)")
    ratio = image.evaluate(
        "image => image.naturalWidth / image.naturalHeight - image.width / image.height"
    )
    assert window.evaluate("window.moved") == 0
    assert abs(ratio) < 0.01
    context.close()


def test_an_upright_photograph_fits_a_screen(browser: Browser, site: str) -> None:
    """As wide as the page it would be twice as high as a desk's screen."""
    with visit(browser, f"{site}/upright/", **DESK) as seen:
        box = seen.page.get_by_alt_text(ALT).bounding_box()
        assert box
        assert box["height"] > box["width"]
        assert box["height"] <= 800
        assert seen.shows(ALT) == "tower-480.avif"


def test_a_browser_without_newer_formats_shows_a_jpeg(browser: Browser, site: str) -> None:
    """What an old phone does: it passes over sources whose type it does not know."""
    with visit(browser, f"{site}/text/", **DESK) as seen:
        seen.page.evaluate(
            """() => {
              for (const one of document.querySelectorAll("main source")) one.type = "image/new";
            }"""
        )
        seen.page.wait_for_timeout(300)
        assert seen.shows("A flower") == "flower-768.jpg"
