"""The projects of tests/build, some of them in repositories."""

from tests.build.conftest import bare, full, project

__all__ = ["bare", "full", "project"]
