"""Add and edit a card: a form for its kind beside the question that it makes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import HorizontalGroup
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz.cards.kinds import DEFAULT, kinds
from quiz.decks.deck_file import deck_file
from quiz.errors import QuizError
from quiz.i18n import N_, _
from quiz.memory.naming import mint
from quiz.text import clean
from quiz.tui.form import file
from quiz.tui.form.codec import Boxes
from quiz.tui.form.controls import Control
from quiz.tui.form.deck_box import DeckBox
from quiz.tui.form.draft import MISSING, Checked, Draft
from quiz.tui.form.form import Form
from quiz.tui.form.one_of import OneOf
from quiz.tui.form.outlook import Outlook
from quiz.tui.screens.base import BaseScreen
from quiz.tui.widgets.cells import fit
from quiz.tui.widgets.confirm import Confirm
from quiz.tui.widgets.notice import Notice

_KEPT = ("weak",)
"""What stays in the form for the next card."""


class EditorScreen(BaseScreen):
    """The form of a new card (in `deck`, a name; begun as `raw`) or of the card `card_id`."""

    NAME = N_("Add or edit a card")
    CSS_PATH = "editor.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", N_("Save")),
        Binding("tab", "app.focus_next", N_("Next field"), priority=True),
        Binding("shift+tab", "app.focus_previous", N_("Previous field"), show=False, priority=True),
        Binding("escape", "close", N_("Close")),
    ]

    def __init__(
        self, deck: str = "", card_id: str = "", raw: Mapping[str, object] | None = None
    ) -> None:
        super().__init__()
        self._deck = deck
        self._card_id = card_id
        self._path: Path | None = None
        self._draft = Draft.of(raw) if raw else Draft()
        self._asked_to_save = False

    @property
    def is_new(self) -> bool:
        """Whether the form adds a card."""
        return not self._card_id

    def body(self) -> ComposeResult:
        """The form, and the preview beside or below it."""
        spots = {spot.id: str(spot.name) for spot in self.quiz.store.weak_spots.values()}
        form = Form(spots)
        with HorizontalGroup(id="columns", classes="-full"):
            with form:
                with HorizontalGroup(classes="row"):
                    yield Static(_("Deck"), classes="label")
                    yield self._deck_part()
                with HorizontalGroup(classes="row"):
                    yield Static(_("Kind"), classes="label")
                    yield OneOf(_kind_names(), self._draft.kind, id="kind")
                yield from form.rows_of(self._draft)
            yield Outlook(self.quiz.store)

    def _deck_part(self) -> Widget:
        """Return the choice of a deck, or for an existing card its deck; that loads the card."""
        if self.is_new:
            titles = {deck.name: str(deck.title) for deck in self.quiz.store.decks()}
            return DeckBox(titles, self._deck)
        try:
            return Static(Content(self._load()), classes="note")
        except QuizError as error:
            notice = Notice(error, _("This card cannot be edited"))
            self.call_after_refresh(self.app.push_screen, notice, self._leave)
            return Static()

    def _load(self) -> str:
        """Read the card, which gets an id if it has none, and return what to say of its deck."""
        store = self.quiz.store
        self._card_id = mint(store, self._card_id)
        card = store.card(self._card_id)
        self._path = Path(store.path_of(card))
        self._draft = Draft.of(file.load(self._path, self._card_id))
        return f"{self.quiz.deck_title(card.deck)} · {clean(self._path.name)}"

    def on_mount(self) -> None:
        """Begin with the first field."""
        self.head(_("Add a card") if self.is_new else _("Edit a card"), self._card_id)
        self.query_one(Form).focus_on("ask")
        self._review()

    # While something is written

    async def on_one_of_changed(self, event: OneOf.Changed) -> None:
        """Another kind has other fields; what they share stays."""
        if event.one_of.value != self._draft.kind:
            self._draft.kind = event.one_of.value
            await self.query_one(Form).show(self._draft)
            self._review()

    def on_control_changed(self, event: Control.Changed) -> None:
        """Judge the draft anew."""
        self._review()

    def on_deck_box_changed(self) -> None:
        """Judge the draft anew."""
        self._review()

    def _review(self) -> Checked:
        """Take what is written, and show what it comes to."""
        form = self.query_one(Form)
        self._draft.boxes.update(form.boxes)
        checked = self._draft.check(self._deck_name)
        form.complain({key: self._said(key, checked) for key in checked.problems})
        self.query_one(Outlook).judge(checked, self._note)
        return checked

    def _said(self, key: str, checked: Checked) -> str:
        """Return what is wrong with a field; that it is empty only after a try to save."""
        problem = checked.problems[key]
        if problem.code in MISSING and not self._draft.boxes.get(key):
            return _("This is needed.") if self._asked_to_save else ""
        return " ".join(filter(None, (str(problem.message), str(problem.hint))))

    @property
    def _note(self) -> str:
        return str(self._draft.original.get("id", ""))

    @property
    def _deck_name(self) -> str:
        if self.is_new:
            return self.query_one(DeckBox).name_typed
        return self._path.stem if self._path else ""

    # Saving and leaving

    async def action_save(self) -> None:
        """Write the card into its deck; a new one makes room for the next."""
        self._asked_to_save = True
        checked = self._review()
        if checked.errors:
            self._point_at(checked)
            return
        try:
            self.quiz.store.edited(self._write())
        except QuizError as error:
            self.app.push_screen(Notice(error, _("Not saved")))
            return
        if self.is_new:
            await self._next()
        else:
            self._leave(_("Saved: {card}", card=self._called()))

    def _point_at(self, checked: Checked) -> None:
        """Go to the first field that keeps the card from being saved."""
        key = checked.errors[0]
        labels = {field.key: _(field.label) for field in checked.fields}
        said = self._said(key, checked)
        self.say(f"{labels[key]}: {said}" if key in labels else said, "error")
        self.query_one(Form).focus_on(key)

    def _write(self) -> Path:
        """Write the card, and return the deck's file."""
        raw = self._draft.raw
        if self._path is None:
            path = deck_file(self.quiz.store.places.decks, self._deck_name)
            file.add(path, raw)
            return path
        file.replace(self._path, self._note, self._draft.original, raw)
        return self._path

    async def _next(self) -> None:
        saved = _("Saved: {card}. Here is the next one.", card=self._called())
        self._draft = self._draft.following(_KEPT)
        self._asked_to_save = False
        form = self.query_one(Form)
        await form.show(self._draft)
        form.focus_on("ask")
        self._review()
        self.say(saved, "done")

    def action_close(self) -> None:
        """Leave; ask first if something that is written would be lost."""
        self._review()
        if not self._draft.is_changed:
            self._leave()
            return
        question = Confirm(
            _("Leave without saving?"),
            _("What you wrote about “{card}” is saved nowhere yet.", card=self._called()),
            yes=_("Throw away"),
            no=_("Keep writing"),
        )
        self.app.push_screen(question, lambda sure: self._leave() if sure else None)

    def _called(self) -> str:
        """Return what to call the card: its id, of a new one how its question begins."""
        asked = self._draft.boxes.get("ask") or self._draft.boxes.get("text") or Boxes()
        return self._card_id or fit(asked.ko or asked.en or "…", 40).strip()

    def _leave(self, said: str | None = None) -> None:
        """Go back to the screen below, and say there what was done."""
        stack = self.app.screen_stack
        if len(stack) == 1:
            self.app.exit()
            return
        below = stack[-2]
        self.app.pop_screen()
        if said and isinstance(below, BaseScreen):
            below.say(said, "done")


def _kind_names() -> list[tuple[str, str]]:
    """Return every kind and what it is called in short, the usual one first."""
    ordered = sorted(kinds().values(), key=lambda kind: kind.name != DEFAULT)
    return [(kind.name, _(kind.label).partition(":")[0]) for kind in ordered]
