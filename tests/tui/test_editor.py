"""Adding and editing cards in the form, with the deck file as witness."""

from __future__ import annotations

from pathlib import Path

from textual.geometry import Offset

from quiz.tui.form.controls import Box
from quiz.tui.form.deck_box import DeckInput
from quiz.tui.form.form import Form
from quiz.tui.form.one_of import OneOf
from quiz.tui.form.ticks import Ticks
from quiz.tui.screens.editor import EditorScreen
from quiz.tui.widgets.confirm import Confirm
from quiz.tui.widgets.notice import Notice
from tests.tui.desk import Desk, Learner, sit


async def open_form(learner: Learner, card: str = "") -> None:
    if card:
        learner.app.action_edit(card)
    else:
        learner.app.action_add()
    await learner.pilot.pause()
    await learner.pilot.pause()


def box_text(learner: Learner) -> str:
    """Return what the modal says, as one line."""
    lines = (line.split("│")[1].strip() for line in learner.lines if line.count("│") > 1)
    return " ".join(filter(None, lines))


async def until(learner: Learner, text: str) -> None:
    """Wait for `text` to come up by itself, ten seconds at most."""
    for _ in range(500):
        if text in learner.screen:
            return
        await learner.pilot.pause(0.02)
    learner.row(text)


def practice(desk: Desk) -> Path:
    return desk.places.decks / "practice.yaml"


async def write_card(learner: Learner, ask: str, answer: str) -> None:
    """Fill question and answer, leaving the English boxes empty."""
    await learner.write(ask)
    await learner.press("tab", "tab")
    await learner.write(answer)


async def test_a_new_card_lands_in_its_deck_and_every_other_byte_stays(desk: Desk) -> None:
    before = practice(desk).read_bytes()
    async with sit(desk.app()) as learner:
        await open_form(learner)
        await write_card(learner, "합이 1인 활성화 함수는?", "softmax")
        await learner.press("ctrl+s")
        assert learner.status.startswith("Saved: ")
    after = practice(desk).read_bytes()
    assert after.startswith(before)
    assert "합이 1인 활성화 함수는?" in after.decode()
    found = desk.store.search("합이 1인")
    assert [str(hit.answer) for hit in found] == ["softmax"]


async def test_the_form_stays_open_for_the_next_card_with_deck_kind_and_weak_spots(
    desk: Desk,
) -> None:
    async with sit(desk.app(), (80, 50)) as learner:
        await open_form(learner)
        learner.app.screen.query_one("#kind", OneOf).value = "flip"
        await learner.pilot.pause()
        await learner.press("tab")
        learner.app.screen.query_one(Ticks).focus()
        await learner.press("space")
        learner.app.screen.query_one(Form).focus_on("ask")
        await write_card(learner, "Why?", "Because")
        await learner.press("ctrl+s")
        screen = learner.app.screen
        assert isinstance(screen, EditorScreen)
        assert screen.query_one("#kind", OneOf).value == "flip"
        assert screen.query_one(Ticks).values == ["loss-spelling"]
        assert not any(box.text for box in screen.query(Box))
        assert isinstance(screen.focused, Box)
        await write_card(learner, "How?", "So")
        await learner.press("ctrl+s", "escape")
        assert not isinstance(learner.app.screen, EditorScreen | Confirm)
    cards = [desk.store.card(hit.id) for hit in desk.store.search("?") if hit.deck == "practice"]
    made = [card for card in cards if str(card.ask) in ("Why?", "How?")]
    assert [(card.KIND, card.weak) for card in made] == [("flip", ("loss-spelling",))] * 2


async def test_a_new_deck_is_made_by_naming_it(desk: Desk) -> None:
    async with sit(desk.app()) as learner:
        await open_form(learner)
        deck = learner.app.screen.query_one(DeckInput)
        deck.value = "손실"
        await learner.pilot.pause()
        assert learner.row("a new deck: 손실.yaml")
        await write_card(learner, "Q", "A")
        await learner.press("ctrl+s")
    assert [card.name for card in desk.store.decks()] == ["practice", "손실"]
    assert (desk.places.decks / "손실.yaml").exists()


async def test_up_and_down_go_through_the_decks_there_are(desk: Desk) -> None:
    (desk.places.decks / "zoo.yaml").write_text("title: Zoo\ncards: []\n")
    desk.store.refresh()
    async with sit(desk.app()) as learner:
        await open_form(learner)
        deck = learner.app.screen.query_one(DeckInput)
        deck.focus()
        await learner.press("down")
        assert deck.value == "zoo"
        assert learner.row("Zoo")
        await learner.press("down")
        assert deck.value == "practice"
        deck.value = "new"
        await learner.press("up")
        assert deck.value == "zoo"


async def test_a_name_that_cannot_be_a_deck_is_refused_and_nothing_is_lost(desk: Desk) -> None:
    before = sorted(path.name for path in desk.places.decks.rglob("*"))
    async with sit(desk.app()) as learner:
        await open_form(learner)
        await write_card(learner, "Q", "A")
        for name in ("", "../x", ".hidden", "a/b", "weak-spots"):
            learner.app.screen.query_one(DeckInput).value = name
            await learner.press("ctrl+s")
            assert isinstance(learner.app.screen, Notice)
            assert learner.row("cannot be a deck's name")
            await learner.press("escape")
            assert "Q" in learner.row("Question *")
    assert sorted(path.name for path in desk.places.decks.rglob("*")) == before


async def test_what_is_needed_is_said_at_its_field_after_a_try_to_save(desk: Desk) -> None:
    async with sit(desk.app()) as learner:
        await open_form(learner)
        assert learner.row("Still to write: Question, Answer")
        assert "This is needed." not in learner.screen
        await learner.write("Q")
        await learner.press("ctrl+s")
        assert learner.status == "Answer: This is needed."
        focused = learner.app.focused
        await learner.press("A")
        assert isinstance(focused, Box)
        assert focused.text == "A"
        assert "This is needed." not in learner.screen


async def test_the_preview_shows_the_question_and_how_the_answer_is_judged(desk: Desk) -> None:
    async with sit(desk.app(), (120, 36)) as learner:
        await open_form(learner)
        await write_card(learner, "What shape?", "(28, 28, 1)")
        assert learner.row("as a value")
        learner.app.screen.query_one(Form).focus_on("answer")
        await learner.press("ctrl+u")
        await learner.write("MinMaxScaler")
        assert learner.row("as a name")


async def test_a_question_that_exists_is_noticed(desk: Desk) -> None:
    async with sit(desk.app()) as learner:
        await open_form(learner)
        await write_card(learner, "which  loss for one-hot labels", "mse")
        await until(learner, "! This question exists: loss")


async def test_editing_changes_what_was_changed_and_nothing_else(desk: Desk) -> None:
    before = practice(desk).read_text("utf-8")
    async with sit(desk.app()) as learner:
        await open_form(learner, "loss")
        await learner.press("tab", "end")
        await learner.write(" Say!")
        await learner.press("ctrl+s")
        assert not isinstance(learner.app.screen, EditorScreen)
        assert learner.status == "Saved: loss"
    after = practice(desk).read_text("utf-8")
    lines = zip(before.splitlines(), after.splitlines(), strict=True)
    assert [new.count("Say!") for old, new in lines if old != new] == [1]
    assert str(desk.store.card("loss").ask.en).endswith("Say!")


async def test_a_file_changed_meanwhile_is_not_overwritten(desk: Desk) -> None:
    async with sit(desk.app()) as learner:
        await open_form(learner, "scaler")
        changed = practice(desk).read_text("utf-8").replace("RobustScaler", "robust_scale")
        practice(desk).write_text(changed, "utf-8")
        await learner.press("end")
        await learner.write(" x")
        await learner.press("ctrl+s")
        assert isinstance(learner.app.screen, Notice)
        assert "This card was changed in its file" in box_text(learner)
        await learner.press("enter")
        assert learner.row("28] x")
    assert practice(desk).read_text("utf-8") == changed


async def test_a_deck_that_cannot_be_read_refuses_with_its_place(desk: Desk) -> None:
    broken = practice(desk).read_text("utf-8") + "  - ask: [\n"
    async with sit(desk.app()) as learner:
        await open_form(learner)
        practice(desk).write_text(broken, "utf-8")
        await write_card(learner, "Q", "A")
        await learner.press("ctrl+s")
        assert isinstance(learner.app.screen, Notice)
        assert "practice.yaml:" in box_text(learner).replace(" ", "")
        await learner.press("escape")
        assert "Q" in learner.row("Question *")
    assert practice(desk).read_text("utf-8") == broken


async def test_without_any_deck_the_first_one_is_named_here(desk: Desk) -> None:
    practice(desk).unlink()
    desk.store.refresh()
    async with sit(desk.app()) as learner:
        await open_form(learner)
        assert learner.row("Name a deck, old or new.")
        learner.app.screen.query_one(DeckInput).value = "first"
        await write_card(learner, "Q", "A")
        await learner.press("ctrl+s")
    assert [deck.name for deck in desk.store.decks()] == ["first"]


async def test_leaving_asks_only_if_something_would_be_lost(desk: Desk) -> None:
    async with sit(desk.app()) as learner:
        await open_form(learner)
        await learner.press("escape")
        assert not isinstance(learner.app.screen, EditorScreen)
        await open_form(learner, "loss")
        await learner.press("escape")
        assert not isinstance(learner.app.screen, EditorScreen)
        await open_form(learner)
        await learner.write("과적합이란?")
        await learner.press("escape")
        assert isinstance(learner.app.screen, Confirm)
        assert learner.row("“과적합이란?”")
        await learner.press("enter")
        assert learner.row("Question *").count("과적합이란?")
        await learner.press("escape", "escape")
        assert isinstance(learner.app.screen, EditorScreen)
        await learner.press("escape", "right", "enter")
        assert not isinstance(learner.app.screen, EditorScreen)


async def test_the_kind_is_chosen_by_arrows_and_what_both_kinds_have_stays(desk: Desk) -> None:
    async with sit(desk.app()) as learner:
        await open_form(learner)
        await learner.write("Which?")
        await learner.press("shift+tab")
        kind = learner.app.screen.query_one("#kind", OneOf)
        assert kind.has_focus
        names = [name for name, _label in kind.choices]
        await learner.press("left")
        assert kind.value == names[names.index("typed") - 1]
        presses = names.index(kind.value) - names.index("choice")
        await learner.press(*["left"] * (presses % len(names)))
        assert kind.value == "choice"
        assert "Which?" in learner.row("Question *")
        assert learner.row("Wrong options *")


async def test_enter_goes_on_and_in_a_list_begins_a_line(desk: Desk) -> None:
    async with sit(desk.app()) as learner:
        await open_form(learner)
        await learner.press("a", "enter", "b", "enter", "c", "enter", "enter")
        form = learner.app.screen.query_one(Form)
        assert (form.boxes["ask"].ko, form.boxes["ask"].en) == ("a", "b")
        assert form.boxes["answer"].ko == "c"
        await learner.press("d", "enter", "e")
        assert form.boxes["accept"].ko == "d\ne"
        form.focus_on("source")
        await learner.press("f", "enter")
        assert form.boxes["source"].ko == "f"
        assert learner.app.focused is learner.app.screen.query_one(Ticks)


async def test_the_letter_before_save_is_saved(desk: Desk) -> None:
    async with sit(desk.app()) as learner:
        await open_form(learner)
        await learner.write("Q")
        await learner.press("tab", "tab")
        await learner.pilot.press("x", "y", "ctrl+s")
        await learner.pilot.pause()
    assert [str(hit.answer) for hit in desk.store.search("xy")] == ["xy"]


async def test_the_mouse_ticks_weak_spots_and_chooses_the_kind(desk: Desk) -> None:
    async with sit(desk.app(), (100, 50)) as learner:
        await open_form(learner)
        await learner.pilot.click(Ticks, offset=(2, 0))
        assert learner.app.screen.query_one(Ticks).values == ["loss-spelling"]
        await learner.pilot.click("#kind", offset=(2, 0))
        kind = learner.app.screen.query_one("#kind", OneOf)
        assert kind.value == kind.choices[0][0]


async def test_the_cursor_of_the_terminal_stands_where_hangul_is_composed(desk: Desk) -> None:
    async with sit(desk.app()) as learner:
        await open_form(learner)
        box = learner.app.focused
        assert isinstance(box, Box)
        assert learner.app.cursor_position == box.content_region.offset
        await learner.press("가", "나", "a")
        for size in ((40, 12), (50, 20), (120, 36), (200, 60)):
            await learner.pilot.resize_terminal(*size)
            await learner.pilot.pause()
            assert learner.app.cursor_position == box.content_region.offset + Offset(5, 0)


async def test_a_card_without_an_id_can_be_edited(desk: Desk) -> None:
    (desk.places.decks / "bare.yaml").write_text("cards:\n  - ask: Bare?\n    answer: yes\n")
    desk.store.refresh()
    (found,) = desk.store.search("Bare?")
    async with sit(desk.app()) as learner:
        await open_form(learner, found.id)
        await learner.write(" Really?")
        await learner.press("ctrl+s")
        assert not isinstance(learner.app.screen, EditorScreen)
    (found,) = desk.store.search("Really?")
    assert str(found.ask) == "Bare? Really?"
    assert (desk.places.decks / "bare.yaml").read_text().endswith("answer: yes\n")


async def test_a_hole_of_a_cloze_is_edited_as_the_whole_card(desk: Desk) -> None:
    text = 'cards:\n  - id: holes\n    kind: cloze\n    text: "{{c1::a}} and {{c2::b}}"\n'
    (desk.places.decks / "cloze.yaml").write_text(text)
    desk.store.refresh()
    async with sit(desk.app(), (120, 36)) as learner:
        await open_form(learner, "holes-c2")
        assert learner.row("2 cards, one for each hole")
        await learner.write(" {{c3::c}}")
        await learner.press("ctrl+s")
    assert str(desk.store.card("holes-c3").solution()) == "c"


async def test_a_card_that_is_gone_says_so_and_closes(desk: Desk) -> None:
    async with sit(desk.app()) as learner:
        await open_form(learner, "nothing")
        assert isinstance(learner.app.screen, Notice)
        await learner.press("enter")
        assert not isinstance(learner.app.screen, EditorScreen | Notice)
