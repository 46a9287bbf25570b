"""What the boot check makes of pictures before the attract screen: a dark grey for a moment holds no words."""

import pytest

from tests.boot.glimpses import Glimpses
from tests.boot.picture import Picture

WIDTH, HEIGHT = 12, 8
SWAYS_GREY = bytes((0x3F, 0x3F, 0x3F))
WHITE = b"\xff\xff\xff"


def plain(colour: bytes) -> Picture:
    return Picture(WIDTH, HEIGHT, colour * (WIDTH * HEIGHT))


def with_a_dot(colour: bytes, at: int, dot: bytes = WHITE) -> Picture:
    """As small as a word far away: one pixel."""
    pixels = [colour] * (WIDTH * HEIGHT)
    pixels[at] = dot
    return Picture(WIDTH, HEIGHT, b"".join(pixels))


def taken(*pictures: Picture) -> Glimpses:
    glimpses = Glimpses()
    for picture in pictures:
        glimpses.take(picture)
    return glimpses


def test_nothing_but_black() -> None:
    assert taken().are_harmless
    assert taken().told == "0 pictures with something on them; plain: black alone"


def test_the_compositors_own_grey_is_told_and_is_harmless() -> None:
    glimpses = taken(plain(SWAYS_GREY), plain(SWAYS_GREY), plain(bytes((0, 0, 20))))
    assert glimpses.are_harmless
    assert glimpses.told == "0 pictures with something on them; plain: #3f3f3f in 2 looks, #000014 in 1 looks"


@pytest.mark.parametrize("colour", [WHITE, bytes((86, 86, 86)), bytes((0, 0, 255)), bytes((86, 0, 0))])
def test_a_plain_picture_that_is_bright_is_a_flash(colour: bytes) -> None:
    assert not taken(plain(SWAYS_GREY), plain(colour)).are_harmless


def test_a_third_of_white_is_the_most() -> None:
    assert taken(plain(bytes((85, 85, 85)))).are_harmless


@pytest.mark.parametrize("at", [0, 17, WIDTH * HEIGHT - 1])
@pytest.mark.parametrize("ground", [b"\0\0\0", SWAYS_GREY])
def test_one_pixel_is_something(ground: bytes, at: int) -> None:
    """Also where no sample of the picture is taken, and also a dark one."""
    glimpses = taken(with_a_dot(ground, at, bytes((0, 0, 9))))
    assert not glimpses.are_harmless
    assert glimpses.told.startswith("1 pictures with something on them")


def test_each_picture_is_kept_once_for_whoever_looks_later() -> None:
    glimpses = Glimpses()
    seen = (plain(SWAYS_GREY), plain(SWAYS_GREY), with_a_dot(SWAYS_GREY, 3), with_a_dot(SWAYS_GREY, 3))
    assert [glimpses.take(picture) for picture in seen] == [True, False, True, False]


def test_a_screen_that_flickers_all_the_time_fills_no_memory() -> None:
    glimpses = taken(*(with_a_dot(bytes((1, 1, number)), 5) for number in range(60)))
    assert len(glimpses.with_something) == 20
    assert not glimpses.are_harmless
