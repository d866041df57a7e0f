"""Quick imports: a template that imports another gets the same from it as Jinja gives."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined

from plugins.build.render.quick_imports import QuickImports

TEMPLATES = {
    "part.html": "{% set here = name %}{% macro say() %}{{ name }} {{ common }}{% endmacro %}",
    "page.html": '{% from "part.html" import say, here %}{{ say() }}, {{ here }}',
    "with.html": '{% from "part.html" import say with context %}{{ say() }}',
}


@pytest.mark.parametrize("page", ["page.html", "with.html"])
@pytest.mark.parametrize("own", [{}, {"name": "b"}, {"name": "c", "more": "d"}])
def test_imported_templates_see_the_same_globals(page: str, own: dict[str, str]) -> None:
    """A component that the style guide and a page import gets what each of them has."""
    said = []
    for template_class in (Environment.template_class, QuickImports):
        environment = Environment(
            loader=DictLoader(TEMPLATES), undefined=StrictUndefined, autoescape=True
        )
        environment.template_class = template_class
        environment.globals |= {"name": "a", "common": "all"}
        first = environment.get_template(page).render()
        environment.cache.clear() if environment.cache else None
        said.append((first, environment.get_template(page, globals=own).render()))
    assert said[0] == said[1]
