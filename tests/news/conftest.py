"""The projects of tests/build."""

from tests.build.conftest import bare, project

__all__ = ["bare", "project"]
