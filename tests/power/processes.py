"""Processes that use one workspace, started at once with the program already read, to be killed or waited for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Concatenate, ParamSpec

import pytest

P = ParamSpec("P")


def start(
    work: Callable[Concatenate[Path, P], None], folder: Path, said: Path, *arguments: P.args, **_none: P.kwargs
) -> BaseProcess:
    """Start `work(folder, *arguments)`; whatever it prints is added to the file `said`, which outlives its end."""
    if not hasattr(os, "fork"):
        pytest.skip("this system cannot fork a process")
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.power.started"])
    process = context.Process(target=_run, args=(work, folder, said, arguments))
    process.start()
    return process


def _run(work: Callable[..., None], folder: Path, said: Path, arguments: tuple[object, ...]) -> None:
    handle = os.open(said, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(handle, stream.fileno())
    work(folder, *arguments)
