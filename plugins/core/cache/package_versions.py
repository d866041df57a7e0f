"""Package versions: part of the key of what packages make.

Gives   version(): that of an installed package, read once in a process; reading takes 0.3 ms, and a
        build asked for hundreds
Stops   PackageNotFoundError
"""

from functools import cache
from importlib import metadata


@cache
def version(package: str) -> str:
    return metadata.version(package)
