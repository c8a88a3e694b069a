"""The tables of the index."""

PAGE = 40
"""Cards that are kept together."""

TABLES = """
    -- One row a value that belongs to the index as a whole.
    create table facts (
        name text primary key,
        value text not null
    ) strict, without rowid;

    -- mtime (ns), size (bytes) and ctime (ns) are those of the file as it was read.
    create table decks (
        key integer primary key,
        file text not null unique,
        name text not null,
        path text not null,
        title_ko text not null,
        title_en text not null,
        mtime integer not null,
        size integer not null,
        ctime integer not null
    ) strict;

    create table problems (
        deck integer not null references decks on delete cascade,
        said text not null
    ) strict;
    create index problems_of_deck on problems (deck);

    -- The cards of one deck that have the same weak spots and tags, with their tallies on
    -- the day facts.day: recall is the sum of the chances to recall the seen ones.
    create table sets (
        key integer primary key,
        deck integer not null references decks on delete cascade,
        weak text not null,
        tags text not null,
        total integer not null default 0,
        new integer not null default 0,
        due integer not null default 0,
        seen integer not null default 0,
        recall real not null default 0,
        unique (deck, weak, tags)
    ) strict;
    create index sets_of_deck on sets (deck, due, new, total);
    create index sets_of_weak on sets (weak, due, new);

    -- A card without a deck is one that only the log knows: its memory waits for its return.
    -- `named`: the deck gives the id, it is not provisional. `ready`: the first day on which it
    -- may be asked. `opens_after`: the id of the card that must hold first (see levels).
    create table cards (
        key integer primary key,
        id text not null unique,
        deck integer references decks,
        place integer,
        position integer,
        line integer,
        note text,
        twin integer,
        named integer,
        opens_after text,
        ready integer not null default 0,
        suspended integer not null default 0,
        buried_day integer not null default 0,
        stability real,
        difficulty real,
        last_day integer,
        due_day integer,
        reps integer,
        lapses integer,
        first_day integer
    ) strict;
    create index cards_in_order on cards (deck, position);
    create index new_cards on cards (deck, position, place)
        where first_day is null and deck is not null;
    create index ready_cards on cards (ready, place) where ready > 0 and deck is not null;
    create index stable_cards on cards (stability, ready, place)
        where first_day is not null and deck is not null;
    create index levels on cards (opens_after) where opens_after is not null;
    create index answered_cards on cards (last_day) where last_day is not null;

    -- The cards of a deck from position `first` on, PAGE of them: `lines` is what search looks
    -- through, a line a card, `raws` a JSON list of what each card is made of again.
    create table pages (
        deck integer not null references decks on delete cascade,
        first integer not null,
        lines blob not null,
        raws text not null,
        primary key (deck, first)
    ) strict;

    -- A card id that a second deck gives too; the deck whose file sorts first has the card.
    create table clashes (
        id text not null,
        deck integer not null references decks on delete cascade,
        line integer not null,
        primary key (id, deck)
    ) strict, without rowid;
    create index clashes_of_deck on clashes (deck);

    -- The answers that are real names; `folded` is a checksum of the folded name.
    create table names (
        folded integer not null,
        name text not null,
        card text not null,
        deck integer not null references decks on delete cascade
    ) strict;
    create index names_of_deck on names (deck);

    -- How far each file of the log was taken in: `read` is the offset behind the last whole
    -- line, `seal` the checksum of what stands before it, `stamp` size, mtime and inode.
    create table logs (
        key integer primary key,
        name text not null unique,
        read integer not null,
        seal integer not null,
        stamp text not null
    ) strict;

    -- Every line of the log; its text is at offset `start` of its file.
    create table reviews (
        id text primary key,
        card text not null,
        at integer not null,
        day integer not null,
        deed text not null,
        rating integer not null,
        scheduled integer not null,
        undoes text not null,
        missed integer not null,
        log integer not null,
        start integer not null,
        undone integer not null default 0
    ) strict, without rowid;
    create index dtype_answers on reviews (at) where instr(card, '~dtype~');

    -- The patterns (see quiz.marking.patterns) in the mistakes of answers, undone ones too.
    create table mistakes (
        review text not null,
        kind text not null,
        given text not null,
        expected text not null,
        primary key (review, kind, given, expected)
    ) strict, without rowid;

    -- Lines of the log that make no sense.
    create table bad_lines (
        log integer not null,
        start integer not null,
        primary key (log, start)
    ) strict, without rowid;
"""

REVIEW_INDEXES = {
    "reviews_of_card": "on reviews (card)",
    "missed_reviews": "on reviews (at) where missed and not undone",
}
NAME_INDEXES = {"names_folded": "on names (folded)"}
"""Apart from the tables: a whole log and many decks are taken in faster without them."""
