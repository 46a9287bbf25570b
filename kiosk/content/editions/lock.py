"""One program at a time: a lock on a file, which the system takes away from a program that crashes."""

import sys

if sys.platform == "win32":
    import msvcrt

    def try_to_lock(handle: int) -> None:
        """Lock an open file until it is closed.

        Raises BlockingIOError when another program has it, OSError when files cannot be locked there.
        """
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError as error:  # EACCES is what Windows says while somebody else has it
            raise BlockingIOError from error

else:
    import fcntl

    def try_to_lock(handle: int) -> None:
        """Lock an open file until it is closed.

        Raises BlockingIOError when another program has it, OSError when files cannot be locked there.
        """
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
