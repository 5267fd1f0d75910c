"""No pattern of ours explodes over texts that make patterns slow."""

import subprocess
import sys
from pathlib import Path

PROGRAM = Path(__file__).parent / "patterns.py"
LIMIT = 120
"""Seconds by the clock on a busy machine; of the processor it takes some 7."""


def test_patterns_take_bounded_time() -> None:
    try:
        done = subprocess.run([sys.executable, PROGRAM], capture_output=True, text=True, timeout=LIMIT)
    except subprocess.TimeoutExpired as stopped:
        raise AssertionError(f"never ends: {stopped.stdout.decode().splitlines()[-1]}") from None
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert [line for line in lines if " is slow over " in line] == [] and len(lines) > 200
