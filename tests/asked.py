"""Pages that visitors of the tests ask about."""

from typing import Final

from kiosk.session.visit import Origin

ON_PRP: Final = Origin("therapies/prp", "Platelet-rich plasma (PRP)")
ON_STEM_CELLS: Final = Origin("therapies/stem-cells", "Stem cells and bone marrow concentrate")
