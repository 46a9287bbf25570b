"""Makes the page for each wish of the staff; slow ones are asked for in a thread."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kiosk.device.counts import FEW
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
from kiosk.staff.page import Choice, Page, Row, Side
from kiosk.staff.place import Place
from kiosk.staff.showing import show, show_shelf
from kiosk.staff.stick import save_pack, saved, stick_page
from kiosk.staff.survey import mark_of
from kiosk.staff.today import today


@dataclass(frozen=True, slots=True)
class Desk:
    """Answers wishes for one person who knows a PIN."""

    place: Place
    who: str

    def page(self, wish: Wish) -> Page:  # noqa: PLR0911 - one line for each wish
        """The page that answers a wish; never raises for what a disk or a stick may do."""
        try:
            match wish:
                case Open(tab):
                    return self._tab(tab)
                case Publish():
                    return published(self.place, self.who)
                case Look(number):
                    return look_at(self.place, number)
                case RollBack(number, sure):
                    return went_back(self.place, number) if sure else asked_back(self.place, number)
                case SetBrightness(per_cent):
                    return set_brightness(self.place, per_cent)
                case SetToday(on):
                    return set_today(self.place, on)
                case ShowShelf(number):
                    return show_shelf(self.place, number)
                case _:
                    return self._with_stick(wish)
        except OSError as error:
            return Page(self.place.words("failed"), (Row(*told(error), kind="warning"),))

    def again(self, tab: Open, page: Page) -> Page | None:
        """The page of a tab made anew, or None if it was made from what stands there now; does not raise either."""
        with suppress(OSError):
            if mark_of(self.place) == page.seen:
                return None
        return self.page(tab)

    def close(self) -> None:
        """Staff are done: what they had opened is let go."""
        with suppress(OSError):
            self.place.sticks.let_go()

    def _with_stick(self, wish: Wish) -> Page:
        match wish:
            case AskStick():
                return stick_page(self.place)
            case LookAtPack(pack):
                return look_at_pack(self.place, Path(pack))
            case TakePack(pack, seen):
                return take_pack(self.place, Path(pack), seen)
            case SavePack():
                return save_pack(self.place)
            case SaveCounts():
                return self._save()
            case _:
                raise LookupError(wish)

    def _tab(self, tab: Tab) -> Page:  # noqa: PLR0911 - one line for each tab
        match tab:
            case "today":
                return today(self.place)
            case "content":
                return content(self.place)
            case "editions":
                return editions(self.place)
            case "use":
                return self._use()
            case "display":
                return display(self.place)
            case "show":
                return show(self.place)
            case "clean":
                return self._asks("clean", Clean(), "hand-sparkles")
            case "restart":
                return self._asks("restart", Stop(again=True), "rotate")
            case "leave":
                return self._asks("leave", Stop(again=False), "right-from-bracket")

    def _asks(self, tab: Tab, act: Wish, icon: str) -> Page:
        words = self.place.words
        choice = Choice(words(f"{tab}_yes"), act, icon)
        return Page(words(f"{tab}_ask"), (Row(words(f"{tab}_more"), choice=choice),))

    def _use(self) -> Page:
        words, titles = self.place.words, self.place.titles
        rows = tuple(
            Row(titles.get(page, page), words("use_few") if count == FEW else words("use_more", count=count), day)
            for day, page, count in self.place.counts()
        )
        can_save = self.place.sticks.takes_files()
        choice = Choice(words("use_save"), SaveCounts(), "download") if can_save else Choice(words("use_no_stick"))
        side = Side(words("use_side"), (words("use_side_more"),), choice)
        return Page(words("use"), rows or (Row(words("use_none")),), side=side)

    def _save(self) -> Page:
        name = f"clinic-kiosk-counts-{self.place.now():%Y-%m-%d-%H%M%S}.csv"
        return saved(self.place, "use", name, self.place.csv().encode("utf-8-sig"))
