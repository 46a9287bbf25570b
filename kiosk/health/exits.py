"""How the program ends; whatever supervises it starts it again after each of these."""

from typing import Final

TOLD_TO: Final = 0
"""Somebody stopped it, or wished to leave it: then the supervisor is stopped as well."""
FAULTY: Final = 70
"""The same fault came again and again (EX_SOFTWARE of sysexits.h)."""
FRESH_START: Final = 75
"""All is well, and a fresh start is due: at night, or because memory has grown (EX_TEMPFAIL of sysexits.h)."""
