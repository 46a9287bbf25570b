"""Says a sentence and prints a sheet by the kiosk's own parts.  Runs in a guest, in a unit with the kiosk's sandbox.

usage: speak_and_print.py PRINTER
"""

import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path("/usr/lib/clinic-kiosk/current/site").resolve()))

from PySide6.QtCore import QCoreApplication

from kiosk.device.printer import Printer
from kiosk.speech.hearing import USUAL_PACE
from kiosk.speech.programs import player, synthesis
from kiosk.speech.sound import read_wav

WORDS = b"You can ask your care team."
SHEET = b"%PDF-1.4\n%%EOF\n"


def main() -> None:
    """Tell of each what came of it."""
    made = subprocess.run(synthesis("en", USUAL_PACE), input=WORDS, capture_output=True, check=True)
    sound = read_wav(made.stdout)
    plays = player(os.environ)
    if plays is None:
        raise SystemExit("There is nothing that plays sound.")
    subprocess.run(plays.command(sound), input=sound.at(0), check=True)
    print(f"said for {sound.seconds:.1f} s by {plays.name}", flush=True)
    app = QCoreApplication([])
    printer = Printer(sys.argv[1], app)
    printer.told.connect(
        lambda state: None if state == "sending" else (print(f"sheet: {state}", flush=True), app.quit())
    )
    printer.print_sheet(SHEET)
    app.exec()


if __name__ == "__main__":
    main()
