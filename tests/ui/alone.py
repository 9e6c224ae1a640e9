"""Programs in a Python of their own, for what only a start of the process shows."""

import os
import subprocess
import sys

from tests.bench.start import ROOT


def printed(program: str, **environment: str) -> str:
    """Return what `program` prints, with `environment` besides; it has to end well."""
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(ROOT),
            **environment,
        },
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout
