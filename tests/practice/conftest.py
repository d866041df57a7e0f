"""The projects of tests/build."""

from tests.build.conftest import full, live, project

__all__ = ["full", "live", "project"]
