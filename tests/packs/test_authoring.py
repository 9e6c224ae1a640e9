"""What the pages for authors show is true."""

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from guidance_app.core.problem import Severity
from guidance_app.packs.check import Report, check
from guidance_app.packs.keys import Keys
from guidance_app.packs.mutation import mutation
from guidance_app.packs.own_tests import all_tests
from guidance_app.packs.shape import shape
from guidance_app.packs.shelf import Shelf
from guidance_app.packs.suggest import suggested, written
from guidance_app.shipped import shipped

PAGES = Path(__file__).parents[2] / "docs" / "authoring"
TODAY = date(2026, 11, 23)


def blocks(page: str) -> list[str]:
    """Return the pieces of YAML that a page shows, in order."""
    return re.findall(r"```yaml\n(.*?)```", (PAGES / page).read_text("utf-8"), re.DOTALL)


def errors(report: Report) -> list[str]:
    return [str(p) for p in report.problems if p.severity is Severity.ERROR]


def test_the_smallest_pack_of_the_first_page_is_sound() -> None:
    (text,) = (block for block in blocks("README.md") if block.startswith("format: 1"))
    assert errors(check(shape({"pack.yaml": text.encode()}), TODAY)) == []


def merged(one: object, other: object) -> object:
    """Return `other` put into `one`, as the page tells its reader to do."""
    if isinstance(one, dict) and isinstance(other, dict):
        return {k: merged(one.get(k), other[k]) if k in other else one[k] for k in {**one, **other}}
    return other


def test_the_pack_of_the_first_twenty_minutes_is_sound_at_every_step() -> None:
    first, condition, claim, rule = blocks("first-pack.md")
    assert errors(check(shape({"pack.yaml": first.encode()}), TODAY)) == []
    whole = merged(yaml.load(first, yaml.CBaseLoader), yaml.load(condition, yaml.CBaseLoader))  # noqa: S506 – only texts
    changed = yaml.safe_dump(whole).replace("next: do-not-lend\n        say: 'No'", "", 0)
    data = yaml.load(changed, yaml.CBaseLoader)  # noqa: S506 – only texts
    data["questions"]["known"]["options"]["no"]["next"] = "vouched"
    files = {
        "pack.yaml": yaml.safe_dump(data).encode(),
        "scenarios/claim.yaml": claim.encode(),
        "scenarios/rule.yaml": rule.encode(),
    }
    shaped = shape(files)
    assert errors(check(shaped, TODAY)) == []
    assert shaped.pack is not None
    files["scenarios/all.yaml"] = written(suggested(shaped.pack, ())).encode()
    report = check(shape(files), TODAY)
    assert errors(report) == []
    assert report.tried is not None
    assert report.tried.lines.missing == ()
    whole = shape(files)
    assert whole.pack is not None
    assert mutation(whole.pack, all_tests(whole, [])).unnoticed == ()


def test_the_overlay_of_the_page_tightens_england(tmp_path: Path) -> None:
    over = next(block for block in blocks("changing.md") if "extends" in block)
    (tmp_path / "northshire").mkdir()
    (tmp_path / "northshire" / "pack.yaml").write_text(over, "utf-8")
    shaped = Shelf([Path(shipped("rules"))]).load(tmp_path / "northshire")
    assert errors(check(shaped, TODAY)) == []


@pytest.mark.parametrize("page", ["keys.md", "README.md", "first-pack.md", "changing.md"])
def test_links_between_the_pages_lead_somewhere(page: str) -> None:
    text = (PAGES / page).read_text("utf-8")
    for link in re.findall(r"\]\(([^)#]+)", text):
        if not link.startswith("http"):
            assert (PAGES / link).exists(), link


def test_every_key_that_the_reader_asks_for_is_on_the_page_of_keys(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: set[str] = set()
    finish = Keys.finish

    def recorded(keys: Keys) -> None:
        asked.update(keys.asked)
        finish(keys)

    monkeypatch.setattr(Keys, "finish", recorded)
    report = check(Shelf([Path(shipped("rules"))]).load("england"), TODAY)
    assert report.pack is not None
    known = set(re.findall(r"`([a-z-]+)`", (PAGES / "keys.md").read_text("utf-8")))
    assert asked - set(report.pack.questions) - known == set()


def test_each_example_on_the_page_of_keys_can_be_read() -> None:
    for block in blocks("keys.md"):
        found = [p.code for p in shape({"part.yaml": block.encode()}).problems]
        assert set(found) <= {"missing-key"}, (block, found)
