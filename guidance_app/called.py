"""How the program is called where it was started, for sentences that say what to type."""

import os

VARIABLE = "GUIDANCE_APP_CALLED"
"""The environment variable in which whatever starts the program says how it did."""

CALLED = os.environ.get(VARIABLE) or "guidance-app"
"""What stands before `walk`, `check`, `note` and `records`."""
