"""What a person chose about their calendar, remembered with the records: where it is, and by which words it is read."""

from desktop.ports import Store
from schedules.calendar import Sort
from schedules.calendar_words import Words, words_in

SOURCE_KEY = "calendar source"
WORDS_KEY = "calendar words {}"


class CalendarMemory:
    """Reads and keeps the choices. Every method may raise the store's `StoreError`."""

    def __init__(self, store: Store) -> None:
        """Store the store.

        Args:
            store: Where small things are remembered.
        """
        self._store = store

    def source(self) -> str | None:
        """Where the calendar is; None where there is none."""
        return self._store.get_state(SOURCE_KEY)

    def keep_source(self, text: str | None) -> None:
        """Remember where it is, or forget it."""
        self._store.set_state(SOURCE_KEY, text)

    def words(self) -> Words:
        """The words of each sort: the person's own, else the usual ones."""
        return {sort: self._words(sort) for sort in Sort}

    def keep_words(self, sort: Sort, text: str) -> None:
        """Remember the words of a sort, as they were typed."""
        self._store.set_state(WORDS_KEY.format(sort), ", ".join(words_in(text)))

    def forget_words(self) -> None:
        """Go back to the usual words."""
        for sort in Sort:
            self._store.set_state(WORDS_KEY.format(sort), None)

    def _words(self, sort: Sort) -> tuple[str, ...]:
        from desktop.wording import calendar as wording  # where there is a calendar

        own = self._store.get_state(WORDS_KEY.format(sort))
        return words_in(wording.usual_words(sort) if own is None else own)
