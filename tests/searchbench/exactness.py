"""Every string of two and three letters, and random longer ones, held against the plain scan."""

import random

from playwright.sync_api import Page
from scanning import bare, has_words, scan, windows

LONGER = 2000
PART = 4000

ALL_TEXTS = """async () => {
    const index = await window.editionIndex.get();
    const passages = await index.passages([...Array(index.count).keys()]);
    return passages.map(({ text, path, kind }) => [text, path, kind]);
}"""
FIND = """async (strings) => {
    const found = [];
    for (const string of strings) {
        const started = performance.now();
        const { hits } = await window.editionIndex.search(string);
        const took = performance.now() - started;
        found.push([hits.map(({ id }) => id), hits.filter(({ direct }) => direct).map(({ id }) => id), took]);
    }
    return found;
}"""


def strings_of(texts: list[str]) -> tuple[list[str], list[str]]:
    """Return all strings of two and three letters, and random ones of four to twenty; words are found by their beginning
    and so are no strings."""
    folded = [bare(text) for text in texts]
    short = {each for text in folded for size in (2, 3) for each in windows(text, size) if not has_words(each)}
    choice = random.Random(6)
    longer: set[str] = set()
    while len(longer) < LONGER:
        text, size = choice.choice(folded), choice.randint(4, 20)
        at = choice.randint(0, max(0, len(text) - size))
        if len(text) >= size and not has_words(text[at:at + size]):
            longer.add(text[at:at + size])
    return sorted(short), sorted(longer)


def wrong(page: Page, texts: list[str], strings: list[str]) -> tuple[list[str], float, float, list[float]]:
    """Return the strings that are answered otherwise than by the scan, recall, precision, and the times in ms."""
    expected, bad, times = scan(texts, strings), [], []
    right = found = wanted = 0
    for start in range(0, len(strings), PART):
        part = strings[start:start + PART]
        for string, (ids, direct, took) in zip(part, page.evaluate(FIND, part), strict=True):
            times.append(took)
            every = set(expected[string][0])
            right, found, wanted = right + len(every & set(ids)), found + len(ids), wanted + len(every)
            if (ids, direct) != expected[string]:
                bad.append(string)
    return bad, right / wanted, right / found, times
