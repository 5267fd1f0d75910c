"""More text than there is: drawn letter by letter, each as it follows the two before it in the texts at hand."""

import random
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from shutil import copytree
from time import process_time

from edition.searching import Document, Passage, Rank, build_index

END = "\n"


def drawn(passages: list[Passage], documents: list[Document], times: int) -> tuple[tuple[Document, ...], tuple[Passage, ...]]:
    """Return so many times as many documents and passages, of the same kinds and lengths."""
    choice, follows = random.Random(times), _followers(passages)
    named = [(replace(each, path=f"{turn}/{each.path}"), each.path) for turn in range(times) for each in documents]
    of: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        of[passage.document].append(passage)
    new = [replace(passage, document=document.path, text=_draw(follows, len(passage.text), choice))
           for document, old in named for passage in of[old]]
    return tuple(document for document, _ in named), tuple(new)


def _followers(passages: list[Passage]) -> dict[str, str]:
    follows: dict[str, list[str]] = defaultdict(list)
    for passage in passages:
        text = END * 2 + passage.text + END
        for at in range(len(text) - 2):
            follows[text[at:at + 2]].append(text[at + 2])
    return {two: "".join(after) for two, after in follows.items()}


def _draw(follows: dict[str, str], size: int, choice: random.Random) -> str:
    text, two = [], END * 2
    while len(text) < size:
        after = follows[two]
        sign = after[int(choice.random() * len(after))]
        if sign == END:
            two = END * 2
            continue
        text.append(sign)
        two = two[1] + sign
    return "".join(text)


def grown_site(site: Path, target: Path, documents: tuple[Document, ...], passages: tuple[Passage, ...]) -> tuple[float, int]:
    """Copy the site with the index of these passages in place of its own; return seconds of work and bytes of the index."""
    start = process_time()
    files = build_index(documents, passages, ())
    seconds = process_time() - start
    copytree(site, target, ignore=lambda folder, names: {"data"} & set(names) if folder.endswith("search") else set())
    for path, text in files.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_text(text, "utf-8")
    return seconds, sum(len(text.encode()) for text in files.values())


def passages_at_hand(rows: list[list[str]]) -> tuple[list[Document], list[Passage]]:
    """Return documents and passages from what the browser reads of the index: text, path, kind."""
    paths = dict.fromkeys(path for _, path, _ in rows)
    documents = [Document(path, "paper", path) for path in paths]
    return documents, [Passage(path, kind, Rank.NOTE if kind == "notes" else Rank.BODY, text, anchor="p1") for text, path, kind in rows]
