"""pyxform on the ladder: it only converts, so that loading is all there is to measure."""

import sys

from course import loads, tell
from pyxform.xls2xform import convert

if __name__ == "__main__":
    definition = sys.stdin.buffer.read()

    def load() -> object:
        """Convert the form."""
        return convert(definition, file_type=".csv", form_name="ladder").xform

    says = "it only converts; another program asks, so there is no step and no change to measure"
    tell(iter([{"load": loads(load), "says": says}]))
