"""The digest is that of hashlib, whoever makes it."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from guidance_app.sha import sha256


@given(st.binary(max_size=300))
def test_it_is_the_digest_that_hashlib_gives(text: bytes) -> None:
    assert sha256(text) == hashlib.sha256(text).hexdigest()
