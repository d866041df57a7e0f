"""Quick imports: Jinja's templates, where one that imports another takes a tenth of the time.

Gives   QuickImports, a class of templates
Why     each time a template imports a component, Jinja looks for globals that the component lacks,
        in a view of two dictionaries. That was a twentieth of a build
Source  Jinja 3.1: Environment.template_class, Template._get_default_module
"""

from __future__ import annotations

from functools import cached_property

from jinja2 import Template
from jinja2.environment import TemplateModule
from jinja2.runtime import Context


class QuickImports(Template):
    """No global is ever taken from a template: what it had once, it has."""

    @cached_property
    def own_globals(self) -> frozenset[str]:
        return frozenset(self.globals)

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        lacks_none = ctx is not None and ctx.globals_keys <= self.own_globals
        return super()._get_default_module(None if lacks_none else ctx)
