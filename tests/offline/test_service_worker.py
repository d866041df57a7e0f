"""The service worker as a file: what it keeps, and when it is another one."""

from __future__ import annotations

import hashlib
import json
import subprocess
from dataclasses import replace
from datetime import timedelta

from plugins.offline.service_worker import worker
from tests.build.conftest import Project
from tests.node import NODE

# What a browser gives a worker, without a network: each page that is asked for is printed.
BROWSER = """
const handlers = {};
globalThis.origin = "https://a.example";
globalThis.addEventListener = (name, handler) => (handlers[name] = handler);
globalThis.caches = { match: async (page) => new Response(page) };
globalThis.fetch = () => { throw new TypeError(); };
async function ask(addresses) {
  for (const address of addresses) {
    const request = { method: "GET", mode: "navigate", url: origin + address };
    await new Promise((done) => handlers.fetch({ request, respondWith: done }))
      .then((answer) => answer.text()).then(console.log);
  }
}"""
PAGE = '<p>Call us</p><script>import("/assets/site.0123456789.js")</script>'


def text(project: Project) -> str:
    return (project.output / "sw.js").read_text()


def test_it_keeps_the_page_and_its_script_under_their_hash() -> None:
    """The page names its script by hash, so one hash stands for both."""
    digest = hashlib.sha256(PAGE.encode()).hexdigest()[:10]
    assert worker({"/offline/": PAGE}).split("\n")[0] == (
        f'const CACHE="offline-{digest}",PAGES=["/offline/"],SCRIPT="/assets/site.0123456789.js";'
    )


def test_it_keeps_a_page_of_each_language() -> None:
    """Whoever reads Spanish gets the number with Spanish words; all addresses are below "/"."""
    spanish = PAGE.replace("Call us", "Llame")
    text = worker({"/es/offline/": spanish, "/offline/": PAGE})
    digest = hashlib.sha256(f"{spanish}{PAGE}".encode()).hexdigest()[:10]
    assert text.startswith(f'const CACHE="offline-{digest}",PAGES=["/es/offline/","/offline/"],')
    asked = {"/es/contact/": "/es/offline/", "/essay/": "/offline/", "/news/es/": "/offline/"}
    done = subprocess.run(
        [NODE, "-e", f"{BROWSER}\n{text}\nask({json.dumps([*asked])})"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.split() == [*asked.values()]


def test_it_is_small() -> None:
    """Browsers look at least once a day whether it has changed."""
    assert len(worker({"/offline/": PAGE})) < 1100


def test_a_later_build_of_the_same_practice_has_the_same_worker(bare: Project) -> None:
    """Nothing is fetched again because somebody has built."""
    bare.built()
    first = text(bare)
    replace(bare, now=bare.now + timedelta(days=100)).built()
    assert text(bare) == first


def test_another_number_is_another_worker(bare: Project) -> None:
    """Otherwise visitors would be shown the old number for years."""
    bare.built()
    first = text(bare)
    bare.replace("practice.yaml", "0142", "0199")
    bare.built()
    assert text(bare) != first


def test_the_preview_has_no_worker(bare: Project) -> None:
    """It would stay behind on 127.0.0.1, for whatever is developed there next."""
    bare.built(live=False)
    assert not (bare.output / "sw.js").exists()
    assert bare.page("/").select("[data-worker]") == []
