"""A power cut at any moment loses nothing that was acknowledged, and leaves nothing half there."""

from tests.faults.power import cut_off

STATES = 500


def test_no_state_of_the_disk_after_a_power_cut_loses_an_answer() -> None:
    tried, lost = cut_off(STATES, seed=2026)
    assert tried == STATES
    assert lost == []


def test_on_a_disk_that_lies_about_syncing_something_is_lost_so_this_can_fail() -> None:
    assert cut_off(100, seed=2026, lies=True)[1]
