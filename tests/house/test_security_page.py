"""The page about security names tests that are there, and the policy page every key there is."""

import re
from pathlib import Path

from guidance_app.desk.policy import Policy, read_policy

ROOT = Path(__file__).parents[2]


def test_every_test_that_the_page_names_is_there() -> None:
    named = set(
        re.findall(r"`(tests/[\w/]+\.py)`", (ROOT / "docs" / "security.md").read_text("utf-8"))
    )
    assert len(named) > 20
    assert {path for path in named if not (ROOT / path).exists()} == set()


def test_the_policy_of_the_page_is_read_and_has_every_key(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "policy.md").read_text("utf-8")
    (block,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    (tmp_path / "policy.toml").write_text(block, "utf-8")
    policy = read_policy(tmp_path / "policy.toml")
    assert policy.retention is not None
    assert policy.retention.days == 90
    keys = {name.replace("_", "-") for name in Policy.__struct_fields__}
    assert all(f"\n{key} = " in f"\n{block}" or f"\n[{key}]" in block for key in keys)
