"""The projects of tests/build, in repositories."""

from tests.build.conftest import project

__all__ = ["project"]
