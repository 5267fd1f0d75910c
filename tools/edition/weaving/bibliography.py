"""书目: the page of all works, each with its reference, its kind, and the notes that cite it."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from edition.bibliography import Citing
from edition.weaving.backlinks import note_link, paper_name
from edition.weaving.bibliography_filter import works_form
from edition.weaving.cited import named_work
from edition.weaving.downloads import download_links, files_of
from edition.weaving.escape import attribute, escape, escape_alone, escape_linked
from edition.weaving.head import head
from edition.weaving.labels import is_chinese, language_of, type_label, year_of
from edition.weaving.library import BIBLIOGRAPHY, Library
from edition.weaving.ordering import place_in_list

_SECTIONS = (("中文", "chinese"), ("外文", "foreign"), ("样稿所及", "sample"))


Uses = Mapping[str, Sequence[tuple[str, str]]]
"""By the key of a work the notes of editors that cite it: what their page is called, and the note's address."""


def bibliography_files(library: Library, uses: Uses) -> dict[str, str]:
    """Return the page and the files to download by their path below build/docs; nothing where there are no works."""
    if not library.registry.items:
        return {}
    keys = sorted(library.registry.items, key=lambda key: place_in_list(library.registry.items[key]))
    real = [library.registry.items[key] for key in keys if not library.is_invented(key)]
    files = files_of(real, "bibliography/works")
    return files | {BIBLIOGRAPHY: _page(keys, files, library, uses)}


def _page(keys: Sequence[str], files: Iterable[str], library: Library, uses: Uses) -> str:
    said = (f"本版论文所引、本版所收及编者所引的著作，共 {len(keys)} 种，各附引用它的注。"
            "著录依 GB/T 7714—2025；注中没有写明的，这里也不补。")
    parts = [
        head("书目", "本版各篇论文所引的全部著作，可按语种、类型、年份和引用它的论文查找，并可整体下载。",
             scripts=["bibliography.js"]),
        "# 书目 {#title}\n", said + "\n", f'<p class="downloads">下载：{download_links(files)}</p>\n',
        works_form([library.registry.items[key] for key in keys], _papers(library)), _shared(keys, library),
        *(_section(name, id, [key for key in keys if _section_of(key, library) == id], library, uses)
          for name, id in _SECTIONS),
    ]
    return "\n".join(part for part in parts if part)


def _papers(library: Library) -> dict[str, str]:
    citing = [slug for slug in library.papers if library.registry.cited_by(slug)]
    return {slug: paper_name(slug, library) for slug in citing}


def _section_of(key: str, library: Library) -> str:
    if library.is_invented(key):
        return "sample"
    return "chinese" if is_chinese(library.registry.items[key]) else "foreign"


def _section(name: str, id: str, keys: Sequence[str], library: Library, uses: Uses) -> str:
    works = "".join(_work(key, library, uses.get(key, ())) for key in keys)
    return f'## {name} {{#{id}}}\n\n<div class="works" markdown>\n\n{works}\n</div>\n' if works else ""


def _work(key: str, library: Library, used: Sequence[tuple[str, str]]) -> str:
    item = library.registry.items[key]
    said = library.reference(key)
    url = str(item.get("URL") or "")
    original = f" {escape_linked(url)}" if url not in said else ""
    data = {"type": type_label(item), "language": language_of(item), "year": year_of(item) or "",
            "papers": " ".join(library.registry.papers_citing(key))}
    facts = "".join(f' data-{name}="{attribute(str(value))}"' for name, value in data.items())
    return (f'- {escape_alone(said, escape_linked)}{original} <span class="kind">{type_label(item)}</span>'
            f"{_uses(key, library, used)}\n{{: #{key}{facts} }}\n")


def _uses(key: str, library: Library, used: Sequence[tuple[str, str]]) -> str:
    entry = library.registry.entries[key]
    own = f"[本版所收](../papers/{entry.slug}/index.md)" if entry.slug in library.papers else ""
    citing = [each for each in library.registry.citing(key) if each.paper in library.papers]
    by_paper = groupby(citing, key=lambda each: each.paper)
    uses = [own, *(_cited_in(slug, notes, library) for slug, notes in by_paper),
            *(f"[{escape(title)}](../{address})" for title, address in used)]
    said = "；".join(use for use in uses if use)
    return f' <span class="uses">{said}</span>' if said else ""


def _cited_in(slug: str, citing: Iterable[Citing], library: Library) -> str:
    notes = dict.fromkeys(each.note for each in citing)
    links = "、".join(note_link(slug, note, library, "../") for note in notes)
    return f"{escape(paper_name(slug, library))}：{links}"


def _shared(keys: Sequence[str], library: Library) -> str:
    shared = set(library.registry.shared())
    lines = "".join(_shared_work(key, library) for key in keys if key in shared)
    return f"## 两篇以上论文同引 {{#shared}}\n\n{lines}" if lines else ""


def _shared_work(key: str, library: Library) -> str:
    papers = "；".join(escape(paper_name(slug, library)) for slug in library.registry.papers_citing(key)
                      if slug in library.papers)
    return f"- {named_work(key, library)}（{papers}）\n"
