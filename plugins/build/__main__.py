"""`python -m plugins.build`: see cli.py."""

import sys

from plugins.core.system.interrupts import exit_on_interrupt

if __name__ == "__main__":
    exit_on_interrupt()  # before anything that takes a while to load

    from plugins.build.cli import main

    main(sys.argv[1:])
