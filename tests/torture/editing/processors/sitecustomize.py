"""Python loads this when it starts: as many processors as PROCESSORS says, whatever the machine."""

import os

if os.environ.get("PROCESSORS"):
    processors = int(os.environ["PROCESSORS"])
    os.cpu_count = lambda: processors
    os.process_cpu_count = os.cpu_count  # type: ignore[attr-defined]  # since Python 3.13
    if hasattr(os, "sched_getaffinity"):
        os.sched_getaffinity = lambda _process: set(range(processors))
