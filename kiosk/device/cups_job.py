"""What has become of a job of CUPS, by CUPS's own library; a program of its own, because that waits for its server.

lpstat says the same of every job that is over (with CUPS 2.4.2 "processing-to-stop-point"), whether its sheet came out
or not.

usage: cups_job.py PRINTER NUMBER     prints one of STATES, or nothing where CUPS does not know the job
"""

import ctypes
import sys
from typing import Final

COMPLETED: Final = "completed"
STATES: Final = {
    3: "pending",
    4: "held",
    5: "processing",
    6: "stopped",
    7: "canceled",
    8: "aborted",
    9: COMPLETED,
}
"""Of jobs (RFC 8011, section 5.3.7)."""
_LIBRARY: Final = "libcups.so.2"
_ANY_USERS: Final = 0
_ALL_JOBS: Final = -1


class _Job(ctypes.Structure):
    """cups_job_t, as cups/cups.h of CUPS 2 has it."""

    _fields_ = (
        ("id", ctypes.c_int),
        ("dest", ctypes.c_char_p),
        ("title", ctypes.c_char_p),
        ("user", ctypes.c_char_p),
        ("format", ctypes.c_char_p),
        ("state", ctypes.c_int),
        ("size", ctypes.c_int),
        ("priority", ctypes.c_int),
        ("completed_time", ctypes.c_long),
        ("creation_time", ctypes.c_long),
        ("processing_time", ctypes.c_long),
    )


def state_of(printer: str, number: int) -> str:
    """One of STATES; "" where CUPS does not know the job or does not answer.

    Raises OSError where its library is not installed.
    """
    cups = ctypes.CDLL(_LIBRARY)
    jobs = ctypes.POINTER(_Job)()
    count = cups.cupsGetJobs2(None, ctypes.byref(jobs), printer.encode(), _ANY_USERS, _ALL_JOBS)
    states = (STATES.get(jobs[at].state, "") for at in range(max(count, 0)) if jobs[at].id == number)
    return next(states, "")


if __name__ == "__main__":
    sys.stdout.write(f"{state_of(sys.argv[1], int(sys.argv[2]))}\n")
