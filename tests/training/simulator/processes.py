"""Several processes that say the same."""

from __future__ import annotations

import os
import subprocess
import sys


def agree_on(program: str) -> bool:
    """Whether what ``program`` prints does not depend on the order of sets, which is another in every process."""
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for hash_seed in ("1", "2")
    }
    return len(said) == 1
