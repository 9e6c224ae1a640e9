"""Nothing in a hundred sound packs is called an error."""

from datetime import date

import pytest

from guidance_app.core.problem import Severity
from guidance_app.packs.check import check
from guidance_app.packs.shape import shape
from guidance_app.packs.suggest import suggested, written
from tests.packs.sound import sound

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("seed", range(100))
def test_a_sound_pack_has_no_error(seed: int) -> None:
    report = check(shape(sound(seed)), TODAY)
    assert [str(p) for p in report.problems if p.severity is Severity.ERROR] == []
    assert report.figures is not None
    assert report.figures.walks


@pytest.mark.parametrize("seed", range(0, 100, 10))
def test_its_suggested_scenarios_hold_and_try_everything(seed: int) -> None:
    files = sound(seed)
    pack = shape(files).pack
    assert pack is not None
    files["scenarios/all.yaml"] = written(suggested(pack, ())).encode()
    report = check(shape(files), TODAY)
    assert report.findings.failed == ()
    assert report.tried is not None
    assert report.tried.options.missing == report.tried.lines.missing == ()
