"""A party of a benchmark in a process of its own: `python -m benchmarks.child module:function '{"key": "value"}'`.

Prints one line of JSON: what the function returned, and the memory the process needed at its highest.
"""

from __future__ import annotations

import importlib
import json
import resource
import sys
from pathlib import Path

RSS_UNIT = 1024 * 1024 if sys.platform == "darwin" else 1024  # of ru_maxrss, in a MiB
STATUS = Path("/proc/self/status")


def highest_memory() -> float:
    """MiB of resident memory at the highest so far.

    Linux keeps it for the program alone; ru_maxrss elsewhere (and there) also remembers the process that started it.
    """
    if STATUS.exists():
        line = next(line for line in STATUS.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / RSS_UNIT


def main() -> None:
    module, _, function = sys.argv[1].partition(":")
    result = getattr(importlib.import_module(module), function)(**json.loads(sys.argv[2]))
    print(json.dumps({"result": result, "memory": highest_memory()}))


if __name__ == "__main__":
    main()
