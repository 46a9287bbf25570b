"""Makes the page for each wish of the staff; slow ones are asked for in a thread."""

from contextlib import suppress
from pathlib import Path

from kiosk.disk import told
from kiosk.session.visit import Wish
from kiosk.staff.acts import (
    AskStick,
    Clean,
    Look,
    LookAtPack,
    Open,
    Publish,
    RollBack,
    SaveCounts,
    SavePack,
    SetBrightness,
    SetToday,
    ShowShelf,
    Stop,
    Tab,
    TakePack,
)
from kiosk.staff.content import content, published
from kiosk.staff.display import display, set_brightness, set_today
from kiosk.staff.editions import asked_back, editions, look_at, went_back
from kiosk.staff.pack import look_at_pack, take_pack
from kiosk.staff.page import Choice, Page, Row
from kiosk.staff.showing import show, show_shelf
from kiosk.staff.stick import save_pack, stick_page
from kiosk.staff.survey import mark_of
from kiosk.staff.this_kiosk import ThisKiosk
from kiosk.staff.today import today
from kiosk.staff.use import save_counts, use
from kiosk.values import value_class


@value_class
class Desk:
    """Answers wishes for one person who knows a PIN."""

    kiosk: ThisKiosk
    who: str

    def page(self, wish: Wish) -> Page:  # noqa: PLR0911 - one line for each wish
        """The page that answers a wish; never raises for what a disk or a stick may do."""
        try:
            match wish:
                case Open(tab):
                    return self._tab(tab)
                case Publish():
                    return published(self.kiosk, self.who)
                case Look(number):
                    return look_at(self.kiosk, number)
                case RollBack(number, sure):
                    return went_back(self.kiosk, number) if sure else asked_back(self.kiosk, number)
                case SetBrightness(per_cent):
                    return set_brightness(self.kiosk, per_cent)
                case SetToday(on):
                    return set_today(self.kiosk, on)
                case ShowShelf(number):
                    return show_shelf(self.kiosk, number)
                case _:
                    return self._with_stick(wish)
        except OSError as error:
            return Page(self.kiosk.words("failed"), (Row(*told(error), kind="warning"),))

    def again(self, tab: Open, page: Page) -> Page | None:
        """The page of a tab made anew, or None if it was made from what stands there now; does not raise either."""
        with suppress(OSError):
            if mark_of(self.kiosk) == page.seen:
                return None
        return self.page(tab)

    def close(self) -> None:
        """Staff are done: what they had opened is let go."""
        with suppress(OSError):
            self.kiosk.sticks.let_go()

    def _with_stick(self, wish: Wish) -> Page:
        match wish:
            case AskStick():
                return stick_page(self.kiosk)
            case LookAtPack(pack):
                return look_at_pack(self.kiosk, Path(pack))
            case TakePack(pack, seen):
                return take_pack(self.kiosk, Path(pack), seen)
            case SavePack():
                return save_pack(self.kiosk)
            case SaveCounts():
                return save_counts(self.kiosk)
            case _:
                raise LookupError(wish)

    def _tab(self, tab: Tab) -> Page:  # noqa: PLR0911 - one line for each tab
        match tab:
            case "today":
                return today(self.kiosk)
            case "content":
                return content(self.kiosk)
            case "editions":
                return editions(self.kiosk)
            case "use":
                return use(self.kiosk)
            case "display":
                return display(self.kiosk)
            case "show":
                return show(self.kiosk)
            case "clean":
                return self._asks("clean", Clean(), "hand-sparkles")
            case "restart":
                return self._asks("restart", Stop(again=True), "rotate")
            case "leave":
                return self._asks("leave", Stop(again=False), "right-from-bracket")

    def _asks(self, tab: Tab, act: Wish, icon: str) -> Page:
        words = self.kiosk.words
        choice = Choice(words(f"{tab}_yes"), act, icon)
        return Page(words(f"{tab}_ask"), (Row(words(f"{tab}_more"), choice=choice),))
