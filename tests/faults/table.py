"""The table of faults in docs/reliability.md; `python -m tests.faults.table` writes it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

DOCUMENT: Final = Path(__file__).parents[2] / "docs/reliability.md"
BEGIN: Final = "<!-- faults -->\n"
END: Final = "<!-- end of faults -->"
_HEAD: Final = (
    "| fault | what the patient sees | what staff see | recovered in | the test |\n| --- | --- | --- | --- | --- |"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A fault, and what comes of it."""

    fault: str
    patient: str
    staff: str
    recovered: str
    tests: tuple[str, ...]
    """File below tests/, and name."""

    def __str__(self) -> str:
        tests = "<br>".join(f"`{test}`" for test in self.tests)
        return f"| {self.fault} | {self.patient} | {self.staff} | {self.recovered} | {tests} |"


_WRITES: Final = "faults/test_writes.py::test_a_disk_that_takes_nothing_leaves_the_old_or_the_new"
_LIVE: Final = "publishing/test_live_editions.py"
_NOTHING: Final = "nothing"

ROWS: Final = (
    Row(
        "the disk is full, answers with errors or can only be read (ENOSPC, EIO, EROFS) at any write of counts",
        _NOTHING,
        "a line in the log each hour; the self-test tells of the disk",
        "the next hour: counts stay in memory until the disk takes them",
        (_WRITES, "journeys/test_counting.py::test_a_disk_that_is_full_is_told_and_costs_nothing"),
    ),
    Row(
        "the same at any write of a PIN or of a wrong try",
        _NOTHING,
        "whoever sets a PIN is told and the former one opens; a wrong try makes wait all the same",
        "at once",
        (_WRITES, "device/test_pin.py::test_a_disk_that_can_only_be_read_still_makes_wrong_tries_wait"),
    ),
    Row(
        "the same at any write of the settings kept",
        _NOTHING,
        "a line in the log; the new settings hold",
        "at once",
        (_WRITES, "test_settings.py::test_a_disk_that_takes_nothing_keeps_no_kiosk_from_running"),
    ),
    Row(
        "the same at any write of the keys of the pad",
        "the keys as they were",
        "whoever teaches the keys is told",
        "at once",
        (_WRITES,),
    ),
    Row(
        "the same at any write of what supervision keeps: starts, last faults",
        _NOTHING,
        "fewer of the last faults in the staff's pages",
        "at once: such starts count as good",
        (
            _WRITES,
            "faults/test_writes.py::test_a_disk_that_never_took_anything_keeps_no_kiosk_from_running",
            "health/test_starts.py::test_a_disk_that_takes_nothing_ends_nothing",
        ),
    ),
    Row(
        "the same when a new version is to be marked as sound",
        _NOTHING,
        "a line in the log; the version before may be back, after three starts",
        "the next start; none counts against a version while the disk is full",
        (
            _WRITES,
            "packaging/test_prepare.py::test_starts_on_a_full_disk_are_not_the_fault_of_a_release",
            "health/test_life.py::test_a_sound_version_is_told_to_the_package_wherever_the_clinic_keeps_its_things",
        ),
    ),
    Row(
        "the same at each change while something is published; a real disk that is nearly full, and one that can only "
        "be read; the disk is full while what patients see is compiled",
        "the edition as it was",
        "the fault of the disk in words, and what to do",
        "the next time it is published",
        (
            "content/editions/test_failing_disk.py::test_a_disk_that_is_full_at_any_write_changes_nothing",
            "content/editions/test_failing_disk.py::test_other_faults_of_the_disk_are_told",
            "content/editions/test_failing_disk.py::test_a_real_disk_that_is_nearly_full_and_then_read_only",
            "content/editions/test_failing_disk.py::test_a_full_disk_while_the_compiled_form_is_written",
        ),
    ),
    Row(
        "the kiosk's disk is full at any write while a pack is taken from a stick; the stick is full, or pulled out",
        _NOTHING,
        "whose disk it is, and that the former pages are there",
        "the next try",
        (
            "content/packs/test_packs.py::test_a_disk_that_is_full_at_any_write_leaves_the_former_pages_or_the_new",
            "content/packs/test_packs.py::test_a_kiosk_whose_own_disk_is_full_is_no_fault_of_the_stick",
            "content/packs/test_packs.py::test_a_stick_that_is_full_holds_no_half_pack",
            "content/packs/test_packs.py::test_a_stick_pulled_out_while_it_is_read",
            "staff/test_stick.py::test_the_stick_is_pulled_out_half_way",
        ),
    ),
    Row(
        "the disk is full while a page is copied into the clinic's folder",
        _NOTHING,
        "the fault of the disk in words; no half page",
        "the next try",
        ("content/clinic/test_folder.py::test_a_disk_that_is_full_leaves_no_half_page",),
    ),
    Row(
        "power lost while something is published (200 times in `make spoil`)",
        "the old edition or the new one, whole",
        _NOTHING,
        "the next start",
        ("content/editions/test_damage.py::test_power_lost_at_any_moment_leaves_the_old_edition_or_the_new",),
    ),
    Row(
        "power lost while counts, PINs, settings, keys, starts or health are kept (200 times in `make spoil`)",
        _NOTHING,
        "the old or the new",
        "the next start",
        ("faults/test_writes.py::test_the_plug_is_pulled_while_things_are_kept",),
    ),
    Row(
        "a kept file is damaged: empty, zeros, no text, nested without end",
        _NOTHING,
        "what was in it is gone; after damaged wrong tries the longest wait",
        "the next start",
        ("faults/test_writes.py::test_a_damaged_file_is_no_file",),
    ),
    Row(
        "the state folder is gone",
        _NOTHING,
        "what was kept is gone",
        "the next write makes it anew",
        ("faults/test_writes.py::test_the_state_folder_goes_and_comes_back",),
    ),
    Row(
        "an edition is damaged on the disk",
        "the one before, or the bundled pages",
        "the damage in the log and in the self-test",
        "an hour at most",
        (
            f"{_LIVE}::test_damage_on_the_disk_is_noticed_within_the_hour",
            f"{_LIVE}::test_with_all_editions_damaged_the_bundled_pages_serve",
        ),
    ),
    Row(
        "the clinic's content folder is gone, and comes back",
        "the edition as it was",
        "that nothing was taken for deleted",
        "a second after it is back",
        (
            f"{_LIVE}::test_the_folder_goes_and_comes_back",
            "content/editions/test_publishing.py::test_a_folder_that_is_away_is_not_taken_for_deleted",
        ),
    ),
    Row(
        "all content is gone, the bundled pages too",
        "a calm screen with the clinic's telephone",
        "on that screen: what to type; the staff's pages open",
        "the next start with sound content",
        (
            "ui/test_faults.py::test_without_a_library_a_calm_screen_tells_staff_what_to_do",
            "staff/test_at_the_screen.py::test_all_content_is_broken_and_staff_still_get_in",
        ),
    ),
    Row(
        "the fonts are gone",
        "the same words in a font of the system",
        "the self-test: install the program again",
        "the next start with the fonts",
        ("faults/test_screen_and_devices.py::test_the_fonts_are_gone", "health/test_checks.py::test_fonts"),
    ),
    Row(
        "a patients' screen or dialog throws while it is made, each one in turn",
        "“Sorry, this page is not ready” and the way to the start",
        "the fault with its traceback in the log, its first line in the staff's pages",
        "one touch",
        (
            "faults/test_screens.py::test_each_screen_breaks_in_turn",
            "faults/test_screens.py::test_a_dialog_that_breaks_leaves_the_screen_beneath",
        ),
    ),
    Row(
        "a page of the staff's cannot be made, or a PIN cannot be looked at",
        _NOTHING,
        "“This did not work”; the fault with its traceback in the log",
        "the next touch",
        (
            "staff/test_at_the_screen.py::test_a_page_that_cannot_be_made_says_so_and_is_told_in_the_log",
            "staff/test_at_the_screen.py::test_a_pin_that_cannot_be_looked_at_opens_nothing_and_is_told",
        ),
    ),
    Row(
        "a fault in a touch, a timer or a thread",
        "the visit is over; in a thread: nothing",
        "the same",
        "at once; after five of the same within a minute a fresh start",
        (
            "health/test_faults.py::test_a_fault_in_a_slot_ends_the_visit",
            "health/test_faults.py::test_a_fault_in_a_thread_leaves_the_visitor_alone",
            "health/test_faults.py::test_again_and_again_it_ends_the_program",
            "faults/test_screens.py::test_the_question_who_is_there_breaks_and_the_visit_still_ends",
        ),
    ),
    Row(
        "the screen is unplugged and plugged in again",
        "the kiosk where it was",
        _NOTHING,
        "while the test waits for it, 10 s at most; no restart",
        ("faults/test_screen_and_devices.py::test_the_screen_is_unplugged_and_plugged_in_again",),
    ),
    Row(
        "a screen that is switched off for the night comes on by itself",
        "a black screen",
        "a line in the log where it comes on again and again: it stays on then, and black",
        "5 s, three times at most until the next touch or opening",
        (
            "packaging/test_session.py::test_a_screen_that_comes_on_while_it_is_closed_is_switched_off_again",
            "health/test_day.py::test_one_that_comes_on_each_time_does_not_flicker_all_night",
        ),
    ),
    Row(
        "a mistake is written into the settings, and the machine starts anew",
        "the kiosk as before, turned as before",
        "the mistake in the log, and from `clinic-kiosk check`",
        "the next start after it is mended",
        (
            "packaging/test_prepare.py::test_a_mistake_in_the_settings_lays_no_screen_on_its_side",
            "test_settings.py::test_the_last_good_settings_stay_while_there_is_a_mistake",
        ),
    ),
    Row(
        "the settings name a logo or a folder that the service may not open, such as one below `/home`",
        "the clinic's name and pages without it",
        "where it lies, in the log and the staff's pages; `clinic-kiosk check` tells it even to who may open it",
        "the next start after it is mended",
        (
            "test_settings.py::test_a_logo_and_pages_in_a_closed_home_keep_no_kiosk_from_starting",
            "test_settings.py::test_whatever_the_check_stumbles_over_the_last_good_settings_serve",
        ),
    ),
    Row(
        "two people bring packs at the same time",
        _NOTHING,
        "who comes second is told that another pack was taken, and that nothing was changed",
        "at once",
        ("content/packs/test_two_packs.py::test_somebody_takes_another_pack_while_one_is_asked_for_yes",),
    ),
    Row(
        "another program keeps a page open, or its rights are wrong",
        "the edition as it was",
        "the file, and what to do",
        "15 s after it is closed at most; at once when it is allowed",
        (
            f"{_LIVE}::test_a_page_that_another_program_has_open_is_published_when_it_is_closed",
            "content/editions/test_watching.py::test_a_look_sees_that_a_file_may_be_read_now",
        ),
    ),
    Row(
        "the resolution changes, also under a finger and while somebody is asked",
        "the same page, laid out anew",
        _NOTHING,
        "at once",
        (
            "faults/test_screen_and_devices.py::test_the_resolution_changes_while_somebody_reads",
            "faults/test_screen_and_devices.py::test_the_resolution_changes_while_somebody_is_asked",
            "faults/test_screen_and_devices.py::test_the_resolution_changes_under_a_finger",
        ),
    ),
    Row(
        "the display freezes",
        "a picture that stands still",
        "where it stood, in the log",
        "with systemd, 9 s of the watchdog and a start",
        ("health/test_life.py::test_a_frozen_display_stops_the_beats",),
    ),
    Row(
        "the touch panel takes its touches back, or is gone",
        "the touch counts for nothing; keys and a mouse still work",
        "the self-test: no glass that feels fingers",
        "at once when it is plugged in (`make boot-check`)",
        (
            "ui/test_touch.py::test_a_touch_that_the_screen_takes_back_counts_for_nothing",
            "health/test_checks.py::test_glass_that_feels_fingers",
        ),
    ),
    Row(
        "the sound card with its jack is pulled out",
        "silence; all else goes on",
        _NOTHING,
        "the next start, at night at the latest: a jack that comes later is not watched",
        ("faults/test_screen_and_devices.py::test_the_sound_card_is_pulled_out",),
    ),
    Row(
        "the voice crashes, hangs or is not there",
        "a kind word where Listen was",
        "a line in the log; the self-test tells of voices",
        "the next touch on Listen",
        (
            "device/test_voice.py::test_a_program_that_crashes_hangs_or_lies",
            "device/test_voice.py::test_the_player_is_killed_in_the_middle_of_a_sentence",
            "journeys/test_listening.py::test_a_voice_that_breaks_leaves_a_kind_word_and_may_be_tried_again",
        ),
    ),
    Row(
        "the printer is gone, jammed or out of paper, or gives the sheet up",
        "that no sheet comes; the list stays, and goes onto a phone",
        "a line in the log; the self-test tells of the printer",
        "the next sheet, once it is mended; none comes out late",
        (
            "device/test_printer.py::test_trouble_is_told_and_no_sheet_comes_out_later",
            "device/test_printer.py::test_what_ends_without_a_sheet_is_not_told_as_printed",
            "device/test_printer.py::test_a_machine_without_cups",
            "journeys/test_paper.py::test_out_of_paper_is_told_kindly_and_the_list_stays",
        ),
    ),
    Row(
        "the clock goes back a year or forward ten",
        "the visit goes on; the screen is on and off by the new time",
        "counts under the new date, none lost; the order of editions stays, and a wait after a wrong PIN. A start "
        "takes a clock set forward for a night that has passed: no wait is left, the next wrong PIN has the longest",
        "at once",
        (
            "faults/test_clock.py::test_a_visit_goes_on",
            "faults/test_clock.py::test_the_screen_goes_by_the_new_time_at_once",
            "faults/test_clock.py::test_no_count_is_lost",
            "content/editions/test_stepping_back.py::test_a_clock_set_back_a_year_changes_no_order",
            "device/test_pin.py::test_a_clock_set_back_makes_nobody_wait_longer",
            "device/test_pin.py::test_a_clock_set_while_the_kiosk_runs_changes_no_wait",
            "device/test_pin.py::test_a_clock_set_forward_is_a_night_to_a_start_and_the_next_wrong_try_waits_longest",
        ),
    ),
    Row(
        "the program is killed again and again",
        "the resting screen, then safe mode",
        "that it failed too often",
        "1.5 to 2.0 s each time (measured above)",
        ("health/test_life.py::test_killed_again_and_again_it_rests_and_tries_safe_mode",),
    ),
)


def table() -> str:
    """All rows, as the document has them."""
    return "\n" + "\n".join([_HEAD, *map(str, ROWS)]) + "\n\n"


def main() -> None:
    """Write it in its place."""
    before, _, rest = DOCUMENT.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    DOCUMENT.write_text(f"{before}{BEGIN}{table()}{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
