"""Runs a command and writes how long it took, and how much memory its largest process had.

launch.py RESULT COMMAND...   run by itself: of a program that a large process starts, the system
                              would tell the memory of that process. Imports next to nothing
"""

import json
import os
import sys
import time

if __name__ == "__main__":
    result, *command = sys.argv[1:]
    started = time.monotonic()
    child = os.posix_spawn(command[0], command, os.environ)
    _, status, used = os.wait4(child, 0)
    seconds = time.monotonic() - started
    code = os.waitstatus_to_exitcode(status)
    told = {"seconds": seconds, "memory": used.ru_maxrss, "code": code}
    told["processor"] = used.ru_utime + used.ru_stime
    with open(result, "w", encoding="utf-8") as file:  # noqa: PTH123  (pathlib loads for long)
        json.dump(told, file)
