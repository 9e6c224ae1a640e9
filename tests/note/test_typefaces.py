"""What a shipped typeface holds is printed as it is; what none holds is written out."""

import pytest

from guidance_app.note.typefaces import FAMILIES, FILES, folders, printable, runs_from_the_right

ROOT_FOLDERS = {folder.name: folder for folder in folders()}


@pytest.mark.parametrize(
    "text", ["Aé–“”…€", "Привіт Ελλάδα Łódź", "😀 👩🏽‍🚒 ❤️", "שלום", "مرحبا نعم"]
)
def test_what_is_held_stays(text: str) -> None:
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("漢", "[U+6F22]"),
        ("a漢b", "a[U+6F22]b"),
        ("\ue000", "[U+E000]"),
        ("\ufeff", "[U+FEFF]"),
        ("\U0001fad0\U00020000", "\U0001fad0[U+20000]"),
        ("x\u0335", "x[U+0335]"),
    ],
)
def test_what_is_not_held_is_written_out(text: str, said: str) -> None:
    assert printable(text) == said


def test_nothing_is_made_of_nothing() -> None:
    assert printable("") == ""


@pytest.mark.parametrize("folder", ["fonts", "typeface"])
def test_every_typeface_has_its_licence_beside_it(folder: str) -> None:
    licence = (ROOT_FOLDERS[folder] / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence


@pytest.mark.parametrize("family", FAMILIES[1:])
def test_the_licence_names_every_typeface(family: str) -> None:
    assert family in (ROOT_FOLDERS["typeface"] / "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(("_family", "folder", "name"), FILES)
def test_every_typeface_is_smaller_than_a_megabyte(_family: str, folder: str, name: str) -> None:
    assert (ROOT_FOLDERS[folder] / name).stat().st_size < 1_000_000


@pytest.mark.parametrize(
    ("text", "right"), [("שלום", True), ("12 مرحبا", True), ("abc שלום", False), ("", False)]
)
def test_the_first_strong_letter_gives_the_direction(text: str, right: bool) -> None:
    assert runs_from_the_right(text) is right
