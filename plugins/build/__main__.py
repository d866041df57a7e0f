"""`python -m plugins.build`: see cli.py."""

import sys

from plugins.core.system.interrupts import exit_on_interrupt
from plugins.core.system.unix import require_unix

if __name__ == "__main__":
    require_unix()
    exit_on_interrupt()  # before anything that takes a while to load

    from plugins.build.cli import main

    main(sys.argv[1:])
