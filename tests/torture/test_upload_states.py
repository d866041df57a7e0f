"""Uploads of another color that are killed, seen with a browser through real servers.

60 kills in `make torture`, spread over the whole upload. nginx is told to read its configuration
anew by RELOAD, Apache reads its own with every request; both show the folder all the while.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.audit.conftest import published
from tests.browser.scripts import have_run
from tests.desk.deploy.example_site import needs_rsync
from tests.hosting.conftest import Folder
from tests.hosting.test_content_security_policy_in_browser import visiting
from tests.hosting.web_servers import LISTEN, NGINX, apache, free_port, running
from tests.sites import FULL, LIVE, NOW, ROOT, tree
from tests.torture.counts import tell, times

pytestmark = [pytest.mark.torture, needs_rsync]

KILLS = times(3, 60)
COLORS = ("#2e6f7a", "#7a2e55")
PAGES = ("/", "/offers/", "/contact/")
STYLED = "[...document.styleSheets].some(sheet => sheet.cssRules.length)"
# The clock of offers gives the banner what closes it.
CLOCK = "[...document.querySelectorAll('*')].some(element => element.onclick)"
RELOAD = 'sh -c "kill -HUP $(cat {pid}); sleep 0.3"'


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """The same site in two colors."""
    return tuple(colored(tmp_path_factory.mktemp("site"), color) for color in COLORS)


def colored(folder: Path, color: str) -> Path:
    content = folder / "content"
    shutil.copytree(FULL, content)
    facts = content / "practice.yaml"
    assert COLORS[0] in facts.read_text()
    facts.write_text(facts.read_text().replace(COLORS[0], color))
    return published(content, folder / "output", NOW, HOST="rsync")


class Web:
    """A folder that nginx and Apache show."""

    def __init__(self, folder: Path, versions: Sequence[Path]) -> None:
        self.folder, self.state = folder / "web", folder / "nginx"
        shutil.copytree(versions[0], self.folder, ignore=shutil.ignore_patterns("*"))
        self.reload = "none"
        for version in versions:
            self.finish(version)
        self.reload = RELOAD.format(pid=self.state / "nginx.pid")

    def start(self, output: Path) -> subprocess.Popen[str]:
        words = ["deploy", "--built", "--output", str(output)]
        variables = {
            "HOST": "rsync",
            "SITEURL": LIVE,
            "TO": str(self.folder),
            "RELOAD": self.reload,
        }
        return subprocess.Popen(
            [sys.executable, "-m", "plugins.desk", *words],
            cwd=ROOT, env=os.environ | variables, start_new_session=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip

    def finish(self, output: Path) -> float:
        """An upload to its end; the seconds that it took."""
        started = time.monotonic()
        process = self.start(output)
        said, _ = process.communicate()
        assert process.returncode == 0, said
        return time.monotonic() - started

    def kill(self, output: Path, seconds: float) -> None:
        process = self.start(output)
        time.sleep(seconds)
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


@pytest.fixture
def web(tmp_path: Path, versions: tuple[Path, ...]) -> Iterator[tuple[Web, list[str]]]:
    """The folder, and the addresses of the servers."""
    (tmp_path / "nginx").mkdir()
    (tmp_path / "apache").mkdir()
    shown = Web(tmp_path, versions)
    with ExitStack() as stack:
        servers = (nginx(shown.folder, shown.state), apache(shown.folder, tmp_path / "apache"))
        yield shown, [stack.enter_context(server) for server in servers]


@contextmanager
def nginx(folder: Path, state: Path) -> Iterator[str]:
    """With a process that can start others, which read the configuration anew."""
    port, settings = free_port(), state / "nginx.conf"
    text = NGINX.format(state=state, folder=folder, listen=LISTEN.format(port=port))
    user = "user root;\n" if os.geteuid() == 0 else ""
    settings.write_text(user + text.replace("master_process off;", ""))
    with running(["nginx", "-p", str(state), "-c", str(settings)], state, port) as address:
        yield address


def test_pages_are_styled_and_their_clock_runs_wherever_an_upload_is_killed(
    browser: Browser,
    web: tuple[Web, list[str]],
    versions: tuple[Path, ...],
    request: pytest.FixtureRequest,
) -> None:
    """A policy that forbids a page its style shows on the live site only, and to visitors first."""
    shown, addresses = web
    one, two = versions
    whole = max(shown.finish(one), shown.finish(two))
    now, then, met = two, one, Counter[str]()
    for number in range(KILLS):
        shown.kill(then, whole * (0.2 + 0.8 * number / KILLS))
        for address in addresses:
            look(browser, address, shown.folder)
        met[where(shown.folder, now, then)] += 1
        shown.finish(then)
        assert tree(then).items() - tree(shown.folder).items() == {built(then)}
        now, then = then, now
    tell(request, f"{KILLS} killed uploads of another color: {dict(met)}")


def built(output: Path) -> tuple[str, str]:
    """What a build says of itself stays at home."""
    return "_built.json", tree(output)["_built.json"]


def look(browser: Browser, address: str, folder: Path) -> None:
    with visiting(browser, address, Folder(folder, NOW)) as visit:
        for page in PAGES:
            visit.go(page)
            have_run(visit.page)
            assert visit.page.evaluate(STYLED), (address, page)
            assert visit.page.evaluate(CLOCK), (address, page)
        # A font that was on its way when the visitor went on to the next page.
        assert [one for one in visit.heard() if "net::ERR_ABORTED" not in one] == [], address


def where(folder: Path, old: Path, new: Path) -> str:
    """How far an upload got, by the pages and the configuration."""
    there = tree(folder)
    for how, version in (("old", old), ("new", new)):
        files = tree(version)
        files.pop("_built.json")
        if files.items() <= there.items():
            return how
    return "between"
