"""A run of a few inputs is one too."""

import random

from tests.soak.inputs import try_bytes_of_all_kinds, try_spoilt_files


def test_none_may_be_asked_for() -> None:
    assert try_bytes_of_all_kinds(0, 1) == 0
    assert try_spoilt_files(0, random.Random(1)).total() == 0  # noqa: S311 - nothing secret


def test_as_many_are_tried_as_were_asked_for() -> None:
    assert try_bytes_of_all_kinds(3, 1) == 3
    assert try_spoilt_files(3, random.Random(1)).total() == 3  # noqa: S311 - nothing secret
