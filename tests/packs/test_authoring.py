"""What the page for authors shows is true."""

import re
from pathlib import Path

from guidance_app.core.problem import Severity
from guidance_app.packs.flow import flow_problems
from guidance_app.packs.references import reference_problems
from guidance_app.packs.shape import shape

PAGE = Path(__file__).parents[2] / "docs" / "authoring" / "README.md"


def test_the_first_pack_of_the_page_is_sound() -> None:
    (text,) = re.findall(r"```yaml\n(format: 1\n.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    shaped = shape({"pack.yaml": text.encode()})
    assert shaped.pack is not None
    found = (
        *shaped.problems,
        *reference_problems(shaped.pack, shaped.places),
        *flow_problems(shaped.pack, shaped.places),
    )
    assert [str(p) for p in found if p.severity is Severity.ERROR] == []
