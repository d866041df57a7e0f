"""The projects of tests/build, published for each host."""

from tests.build.conftest import bare, full, live, project

__all__ = ["bare", "full", "live", "project"]
