"""What visitors type: the page that answers stands among the first three."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from playwright.sync_api import Browser, Page

from tests.build.conftest import Project
from tests.search.headers import sending_headers
from tests.search.questions import KEPT_OUT, KNOWN

# The element's own search, as after the last letter of a question.
ASK = """async (question) => {
  await customElements.whenDefined("site-search");
  const search = document.querySelector("site-search");
  await search.load();
  const found = await search.find(question);
  return found.slice(0, 3).map(({ url }) => url);
}"""


def missed(page: Page, questions: Mapping[str, str]) -> dict[str, list[str]]:
    """The questions that are not answered, with what stands there instead."""
    answers = {question: page.evaluate(ASK, question) for question in questions}
    return {one: found for one, found in answers.items() if questions[one] not in found}


@pytest.mark.parametrize(
    ("questions", "most"), [(KNOWN, 1), (KEPT_OUT, 2)], ids=["known", "kept out"]
)
def test_what_people_ask_is_answered(
    browser: Browser, live: Project, questions: Mapping[str, str], most: int
) -> None:
    """57 of 60: who asks for the price is a client, and gives up at the first odd answer."""
    live.built(HOST="netlify")
    with sending_headers(live.output) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/search/")
        found = missed(page, questions)
    assert len(found) <= most, found
