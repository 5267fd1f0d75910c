"""Anchors: a paragraph's id outlives every change of its text, of its neighbours and of the rules of reading."""

import pytest
from edition.catalogue import Emendation
from edition.editing import Anchor, emend, format_anchors, name_paragraphs, parse_anchors, redirects
from edition.reading import read
from hypothesis import given, settings
from hypothesis import strategies as st
from works import work_of

ALPHA = "县图书馆的卡片目录编了四十年，读者查书时走到柜前，拉开抽屉，一张一张地翻，翻到了就抄下索书号。"
BETA = "机器目录装好以后，卡片柜并没有马上撤走；先是两种目录并用，新书只进机器，旧书仍在柜中。"
GAMMA = "潮汐表是港口里用得最旧的一本书，引水员把它放在驾驶台右手边，每天出港之前翻到当日那一页。"
DELTA = "报时球立在观象台的屋顶上，每天正午落下，港里的船据此对钟，落早了落晚了都要写明原因。"
TEXTS = (ALPHA, BETA, GAMMA, DELTA)

Anchors = tuple[Anchor, ...]


def named(texts: list[str], anchors: Anchors = ()) -> tuple[list[str], Anchors]:
    """Return the ids that the paragraphs get, and the anchors to remember, as they come back from the file."""
    work = work_of("\n".join(f"paragraph {number}: {text}" for number, text in enumerate(texts, 1)) or "heading 1: >一")
    work, after = name_paragraphs(work, anchors)
    return [block.id for block in work.of("paragraph")], parse_anchors(format_anchors(after))


def test_first_publication_counts_in_order() -> None:
    assert named([*TEXTS])[0] == ["p1", "p2", "p3", "p4"]


CHANGES = {
    "nothing": ([ALPHA, BETA, GAMMA], ["p1", "p2", "p3"], {}),
    "split": ([ALPHA, BETA[:15], BETA[15:], GAMMA], ["p1", "p2", "p4", "p3"], {}),
    "join": ([ALPHA + BETA, GAMMA], ["p1", "p3"], {"p2": "p1"}),
    "reword": ([ALPHA, BETA.replace("马上", "立刻"), GAMMA], ["p1", "p2", "p3"], {}),
    "normalise": ([ALPHA, BETA.replace("，", ", ").replace("；", "[^n3-1];"), GAMMA], ["p1", "p2", "p3"], {}),
    "delete": ([ALPHA, GAMMA], ["p1", "p3"], {"p2": "p1"}),
    "delete the first": ([BETA, GAMMA], ["p2", "p3"], {"p1": "p2"}),
    "replace": ([ALPHA, DELTA, GAMMA], ["p1", "p4", "p3"], {"p2": "p1"}),
    "add": ([DELTA, ALPHA, BETA, GAMMA], ["p4", "p1", "p2", "p3"], {}),
    "reorder": ([GAMMA, ALPHA, BETA], ["p3", "p1", "p2"], {}),
    "double": ([ALPHA, BETA, BETA, GAMMA], ["p1", "p2", "p4", "p3"], {}),
    "move a border": ([ALPHA, BETA[:30], BETA[30:] + GAMMA], ["p1", "p2", "p3"], {}),
}


@pytest.mark.parametrize("change", CHANGES)
def test_ids_survive(change: str) -> None:
    texts, ids, former = CHANGES[change]
    _, before = named([ALPHA, BETA, GAMMA])
    after_ids, after = named(texts, before)
    assert (after_ids, redirects(after)) == (ids, former)


def test_equal_paragraphs_are_told_apart_by_their_order() -> None:
    ids, anchors = named([ALPHA, BETA, ALPHA])
    assert ids == ["p1", "p2", "p3"]
    assert named([ALPHA, BETA, ALPHA], anchors)[0] == ids
    assert named([ALPHA, ALPHA], anchors)[0] == ["p1", "p3"]


def test_a_number_is_never_given_again() -> None:
    _, anchors = named([ALPHA, BETA])
    _, anchors = named([ALPHA], anchors)
    ids, anchors = named([ALPHA, DELTA], anchors)
    assert ids == ["p1", "p3"] and redirects(anchors) == {"p2": "p1"}


def test_a_redirect_leads_to_the_end_of_a_chain() -> None:
    _, anchors = named([ALPHA, BETA, GAMMA])
    _, anchors = named([ALPHA, BETA + GAMMA], anchors)
    _, anchors = named([ALPHA + BETA + GAMMA], anchors)
    assert redirects(anchors) == {"p2": "p1", "p3": "p1"}


def test_an_emendation_keeps_the_id() -> None:
    """Reword by emendation, split by emendation: the same ids as before."""
    source = "\n\n".join((ALPHA + "柜子朝北。", BETA + "两本目录要对着查，这样查了三年，差错才渐渐少了。", GAMMA + DELTA))
    work, = read(source, [[(1, 5)]])
    _, before = name_paragraphs(work, ())
    entries = [Emendation("e1", 1, "reading", 1, "校", source="索书号", reads="书号"),
               Emendation("e2", 2, "split", 3, "校", source="先是")]
    emended, misfits = emend(work, source, entries)
    after, _ = name_paragraphs(emended, before)
    assert not misfits and [block.id for block in after.of("paragraph")] == ["p1", "p2", "p4", "p3"]


EDITS = st.lists(st.tuples(
    st.sampled_from(("split", "join", "reword", "delete", "add", "double", "swap", "empty")),
    st.integers(0, 50), st.integers(1, 20)), max_size=8)


def edited(texts: list[str], kind: str, place: int, offset: int) -> list[str]:
    """Return the texts after one change of a kind at a place."""
    if not texts or kind == "add":
        return [*texts, TEXTS[place % 4][offset:] + str(offset)]
    index = place % len(texts)
    text, following = texts[index], texts[index + 1:]
    changed = {
        "split": [text[:offset], text[offset:]], "join": [text + "".join(following[:1])], "delete": [],
        "reword": [text[:offset] + "改" + text[offset + 3:]], "double": [text, text], "swap": [*following[:1], text],
        "empty": ["。"],
    }[kind]
    return [*texts[:index], *filter(None, changed), *following[kind in ("join", "swap"):]]


@settings(max_examples=150, deadline=None)
@given(EDITS)
def test_no_sequence_of_edits_loses_an_id(edits: list[tuple[str, int, int]]) -> None:
    """No id stands twice, none is given again to another paragraph, and each leads to one that lives while any does."""
    texts = [*TEXTS, ALPHA]
    ids, anchors = named(texts)
    for edit in edits:
        texts = edited(texts, *edit)
        given_before = {anchor.id for anchor in anchors}
        ids, anchors = named(texts, anchors)
        assert len(set(ids)) == len(ids) == len(texts)
        assert given_before <= {anchor.id for anchor in anchors} and len({a.id for a in anchors}) == len(anchors)
        ends = {redirects(anchors).get(anchor.id, anchor.id) for anchor in anchors}
        assert not ids or ends == set(ids)
        assert named(texts, anchors) == (ids, anchors)


def test_a_line_of_another_form_is_left_for_the_checks() -> None:
    _, anchors = named([ALPHA])
    assert parse_anchors(format_anchors(anchors) + "p2\tzz\t\t\nnothing\n\n") == anchors
