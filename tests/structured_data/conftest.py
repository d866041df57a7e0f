"""The practice with every fact, as tests/build publishes it."""

from tests.build.conftest import live

__all__ = ["live"]
