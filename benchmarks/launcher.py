"""One whole process, started by a program that is small itself: `python -I -S launcher.py COMPLAINTS PROGRAM ...`.

A process remembers the memory of the one that started it, so what is started must be started from little. Prints
seconds on the wall clock, seconds of processor time, the highest memory in the unit of the system, and the exit code.
"""

import os
import sys
import time

began = time.perf_counter()
quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
quiet += [(os.POSIX_SPAWN_OPEN, 2, sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)]
started = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ, file_actions=quiet)
_, status, used = os.wait4(started, 0)
wall = time.perf_counter() - began
print(wall, used.ru_utime + used.ru_stime, used.ru_maxrss, os.waitstatus_to_exitcode(status))
