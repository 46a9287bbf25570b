"""Letters of a language: taken from its words, sorted as its people sort them, accents and all."""

from unicodedata import combining, normalize

from kiosk.values import value_class


@value_class
class Alphabet:
    """Marks on letters do not count, but for letters of their own such as the Spanish Ñ, which follows N."""

    own: tuple[str, ...] = ()

    def letter(self, words: str) -> str:
        """The letter under which words are looked up: the first one, without its mark; empty if there is none."""
        for character in normalize("NFC", words):
            if character.isalnum():
                return self._split(character)[0]
        return ""

    def key(self, words: str) -> tuple[tuple[str, bool], ...]:
        """What words are sorted by."""
        return tuple(self._place(character) for character in normalize("NFC", words) if character.isalnum())

    def _place(self, character: str) -> tuple[str, bool]:
        letter, is_own = self._split(character)
        return (_bare(letter) if is_own else letter), is_own

    def _split(self, character: str) -> tuple[str, bool]:
        """The letter as it is shown, and whether it is one with a mark that is a letter of its own."""
        large = character.upper()
        return (large, True) if large in self.own else (_bare(large), False)


def capitalised(words: str) -> str:
    """Words with a large letter at their beginning; the others stay as they are."""
    return words[:1].upper() + words[1:]


def _bare(character: str) -> str:
    return "".join(part for part in normalize("NFD", character) if not combining(part)) or character
