"""Publishes in a process of its own, so that no touch ever waits for it: python -m kiosk.publishing.job.

It is started when somebody begins to change the folder, gets ready meanwhile, and goes on when it reads what to do.
"""

import gc
import os
import sys
from contextlib import suppress
from datetime import datetime
from typing import Final

from kiosk.content.check import check
from kiosk.content.editions.edition import BY_ITSELF
from kiosk.content.editions.publish import Publication, publish
from kiosk.content.editions.readings import rules
from kiosk.content.editions.store import Store
from kiosk.content.editions.waiting import waiting
from kiosk.content.model.home import Language
from kiosk.content.shape import adapter
from kiosk.disk import Disk
from kiosk.publishing.messages import Order, Report, to_order

_NICE: Final = 10


def run(order: Order, now: datetime) -> Report:
    """Publish what stands in the folders, if patients do not see it yet and nobody has stepped back from it.

    Where a person publishes, only tell what is wrong with it.
    """
    store = Store(order.state, Disk())
    current = store.current()
    if current is not None and current.own and order.folders.own is None:
        return Report(None, ())  # the clinic's pages are on show, but no folder is named: that is not an empty one
    found = waiting(store, order.folders)
    if found is None or found.is_held:
        return Report(None, ())
    if order.by_hand:
        return Report(None, check(order.folders).problems)
    outcome = publish(store, Publication(order.folders, BY_ITSELF, now, order.page_by_page))
    number = outcome.edition.number if outcome.edition is not None and outcome.is_new else None
    return Report(number, outcome.problems)


def main() -> None:
    """Wait for one line that says what to do; without one, do nothing."""
    with suppress(OSError, AttributeError):  # Windows has no such thing
        os.nice(_NICE)
    gc.disable()  # this process ends soon
    # While somebody writes: an edit is on the screen a tenth of a second sooner.
    rules()
    adapter(Language)  # the first takes longest
    line = sys.stdin.readline()
    if line.strip():
        sys.stdout.write(f"{run(to_order(line), datetime.now().astimezone()).to_json()}\n")


if __name__ == "__main__":
    main()
