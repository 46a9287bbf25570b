"""A touchscreen made of /dev/uinput, for a guest: plugged in, then tapped by what it reads.  Runs there as root.

Each line of standard input is "X Y", fractions of the glass; it answers "touched" after each. At the end of its
input it is pulled out again.
"""

import fcntl
import os
import struct
import sys
import time

EV_SYN, EV_KEY, EV_ABS, BTN_TOUCH = 0, 1, 3, 0x14A
ABS_X, ABS_Y, MT_SLOT, MT_X, MT_Y, MT_ID = 0, 1, 0x2F, 0x35, 0x36, 0x39
UI_SET_EVBIT, UI_SET_KEYBIT, UI_SET_ABSBIT, UI_SET_PROPBIT = 0x40045564, 0x40045565, 0x40045567, 0x4004556E
UI_DEV_SETUP, UI_ABS_SETUP, UI_DEV_CREATE = 0x405C5503, 0x401C5504, 0x5501
DIRECT = 1  # INPUT_PROP_DIRECT: a touchscreen, not a touchpad
LARGEST = 4095


def plug_in() -> int:
    """The descriptor of a new touchscreen."""
    glass = os.open("/dev/uinput", os.O_WRONLY | os.O_NONBLOCK)
    for kind in (EV_KEY, EV_ABS):
        fcntl.ioctl(glass, UI_SET_EVBIT, kind)
    fcntl.ioctl(glass, UI_SET_KEYBIT, BTN_TOUCH)
    fcntl.ioctl(glass, UI_SET_PROPBIT, DIRECT)
    axes = ((ABS_X, LARGEST), (ABS_Y, LARGEST), (MT_X, LARGEST), (MT_Y, LARGEST), (MT_SLOT, 9), (MT_ID, 65535))
    for axis, high in axes:
        fcntl.ioctl(glass, UI_SET_ABSBIT, axis)
        per_mm = 10 if high == LARGEST else 0
        fcntl.ioctl(glass, UI_ABS_SETUP, struct.pack("Hxx6i", axis, 0, 0, high, 0, 0, per_mm))
    fcntl.ioctl(glass, UI_DEV_SETUP, struct.pack("HHHH80sI", 3, 0x1234, 0x5678, 1, b"Touchscreen of the check", 0))
    fcntl.ioctl(glass, UI_DEV_CREATE)
    return glass


def send(glass: int, *events: tuple[int, int, int]) -> None:
    """Hand over what happens at one moment."""
    for event in (*events, (EV_SYN, 0, 0)):
        os.write(glass, struct.pack("llHHi", 0, 0, *event))


def tap(glass: int, number: int, x: float, y: float) -> None:
    """One finger, down and up."""
    across, down = round(x * LARGEST), round(y * LARGEST)
    place = ((EV_ABS, MT_X, across), (EV_ABS, MT_Y, down), (EV_ABS, ABS_X, across), (EV_ABS, ABS_Y, down))
    send(glass, (EV_ABS, MT_SLOT, 0), (EV_ABS, MT_ID, number), *place, (EV_KEY, BTN_TOUCH, 1))
    time.sleep(0.12)
    send(glass, (EV_ABS, MT_ID, -1), (EV_KEY, BTN_TOUCH, 0))


def main() -> None:
    """Tap where each line says."""
    glass = plug_in()
    time.sleep(3)  # udev and the compositor take it in
    print("plugged in", flush=True)
    for number, line in enumerate(sys.stdin, 1):
        x, y = (float(word) for word in line.split())
        tap(glass, number, x, y)
        print("touched", flush=True)


if __name__ == "__main__":
    main()
