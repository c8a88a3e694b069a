"""Add and edit a card: a form for its kind beside the question that it makes."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import HorizontalGroup
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from quiz.cards.kinds import kinds
from quiz.errors import QuizError
from quiz.i18n import N_, _
from quiz.tui.form import file
from quiz.tui.form.codec import Boxes
from quiz.tui.form.controls import Control
from quiz.tui.form.deck_box import DeckBox
from quiz.tui.form.draft import MISSING, Checked, Draft
from quiz.tui.form.form import Form
from quiz.tui.form.one_of import OneOf
from quiz.tui.screens.base import BaseScreen
from quiz.tui.widgets.card_preview import CardPreview
from quiz.tui.widgets.cells import fit
from quiz.tui.widgets.confirm import Confirm
from quiz.tui.widgets.notice import Notice

_PAUSE = 0.3
"""Seconds without a key before cards like this one are looked for."""
_KEPT = ("weak",)
"""What stays in the form for the next card."""


class EditorScreen(BaseScreen):
    """The form of a new card (in `deck`, a name) or of the card `card_id`."""

    NAME = N_("Add or edit a card")
    CSS_PATH = "editor.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", N_("Save")),
        Binding("tab", "app.focus_next", N_("Next field")),
        Binding("shift+tab", "app.focus_previous", N_("Previous field"), show=False),
        Binding("escape", "close", N_("Close")),
    ]

    def __init__(self, deck: str = "", card_id: str = "") -> None:
        super().__init__()
        self._deck = deck
        self._card_id = card_id
        self._path: Path | None = None
        self._draft = Draft()
        self._asked_to_save = False
        self._twins = ("", "")
        """What is said of cards like this one: a warning and a note."""
        self._timer: Timer | None = None

    @property
    def is_new(self) -> bool:
        """Whether the form adds a card."""
        return not self._card_id

    def body(self) -> ComposeResult:
        """The form, and the preview beside or below it."""
        store = self.quiz.store
        spots = {spot.id: str(spot.name) for spot in store.weak_spots.values()}
        names = [(kind.name, _(kind.label).partition(":")[0]) for kind in kinds().values()]
        with HorizontalGroup(id="columns", classes="-full"):
            with Form(spots):
                with HorizontalGroup(classes="row"):
                    yield Static(_("Deck"), classes="label")
                    if self.is_new:
                        titles = {deck.name: str(deck.title) for deck in store.decks()}
                        yield DeckBox(titles, self._deck)
                    else:
                        yield Static(classes="note", id="deck")
                with HorizontalGroup(classes="row"):
                    yield Static(_("Kind"), classes="label")
                    yield OneOf(names, self._draft.kind, id="kind")
            yield CardPreview()

    async def on_mount(self) -> None:
        """Fill the form."""
        self.head(_("Add a card") if self.is_new else _("Edit a card"), self._card_id)
        try:
            if not self.is_new:
                self._load()
        except QuizError as error:
            self.app.push_screen(Notice(error, _("This card cannot be edited")), self._leave)
            return
        await self._show_draft("ask")

    def _load(self) -> None:
        store = self.quiz.store
        card = store.card(self._card_id)
        self._path = Path(store.path_of(card))
        self._draft = Draft.of(file.load(self._path, self._card_id))
        title = self.quiz.deck_title(card.deck)
        self.query_one("#deck", Static).update(Content(f"{title} · {self._path.name}"))
        self.query_one("#kind", OneOf).value = self._draft.kind

    async def _show_draft(self, focus: str) -> None:
        form = self.query_one(Form)
        await form.show(self._draft)
        form.focus_on(focus)
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
        self._preview(checked)
        self._look_for_twins_soon()
        return checked

    def _preview(self, checked: Checked) -> None:
        """Show the card, or which fields it still needs."""
        warning, note = self._twins
        labels = {field.key: _(field.label) for field in self._draft.fields}
        if not checked.cards and (missing := [labels[key] for key in checked.missing]):
            warning, note = "", _("Still to write: {fields}", fields=", ".join(missing))
        self.query_one(CardPreview).show(checked.cards, warning, note)

    def _said(self, key: str, checked: Checked) -> str:
        """Return what is wrong with a field; that it is empty only after a try to save."""
        problem = checked.problems[key]
        if problem.code in MISSING and not self._draft.boxes.get(key):
            return _("This is needed.") if self._asked_to_save else ""
        return " ".join(filter(None, (str(problem.message), str(problem.hint))))

    def _look_for_twins_soon(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_PAUSE, self._look_for_twins)

    def _look_for_twins(self) -> None:
        checked = self._draft.check(self._deck_name)
        cards = checked.cards
        asked, answered = file.twins(self.quiz.store, cards[0], self._note) if cards else ([], [])
        self._twins = (
            _("This question exists: {cards}", cards=", ".join(asked)) if asked else "",
            _("The same answer: {cards}", cards=", ".join(answered[:3])) if answered else "",
        )
        self._preview(checked)

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
            card_id = self._write()
            self.quiz.store.refresh()
        except QuizError as error:
            self.app.push_screen(Notice(error, _("Not saved")))
            return
        if self.is_new:
            await self._next(card_id)
        else:
            self._leave(_("Saved: {card}", card=card_id))

    def _point_at(self, checked: Checked) -> None:
        """Go to the first field that keeps the card from being saved."""
        key = checked.errors[0]
        labels = {field.key: _(field.label) for field in self._draft.fields}
        said = self._said(key, checked)
        self.say(f"{labels[key]}: {said}" if key in labels else said, "error")
        self.query_one(Form).focus_on(key)

    def _write(self) -> str:
        raw = self._draft.raw
        if self._path is None:
            path = file.deck_path(self.quiz.store.places.decks, self._deck_name)
            return file.add(path, raw)
        file.replace(self._path, self._note, self._draft.original, raw)
        return self._card_id

    async def _next(self, card_id: str) -> None:
        self._draft = self._draft.following(_KEPT)
        self._asked_to_save = False
        await self._show_draft("ask")
        self.say(_("Saved: {card}. Here is the next one.", card=card_id), "done")

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
