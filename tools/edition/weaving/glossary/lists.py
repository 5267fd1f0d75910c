"""The lists of terms: by pinyin initial, by English name, by kind, by theme."""

from collections.abc import Iterable, Mapping, Sequence

from edition.glossary import KINDS, Term, traditional
from edition.weaving.escape import attribute, escape
from edition.weaving.filtering import choice, filter_form
from edition.weaving.head import head
from edition.weaving.lexicon import Lexicon
from edition.weaving.library import Library
from edition.weaving.ordering import spelled

LISTS = {"index": "按拼音", "by-english": "按英文名", "by-kind": "按类别", "by-theme": "按专题", "shared": "各篇共有"}
"""The pages that list terms → what readers call them."""


_GROUNDS = "各人的主张附有论文段落的链接；成立年份、签署日期等通行的事实，没有链接的，据编者所知。"


def write_index(library: Library, downloads: str) -> str:
    """Return the page that lists all terms by the initials of their pinyin, with a form that narrows them."""
    lexicon, themes = library.lexicon, dict(library.theme_titles(library.themes))
    terms = lexicon.in_order
    form = filter_form([
        '<label>词 <input type="search" name="text" autocomplete="off" spellcheck="false"></label>\n',
        choice("kind", "类别", {kind: name for kind, name in KINDS.items() if any(t.front.kind == kind for t in terms)}),
        choice("themes", "专题", {slug: themes[slug] for slug in themes if lexicon.glossary.of_theme(slug)}),
    ])
    groups = _grouped(terms, lambda term: spelled(term.front.zh)[:1].upper() or "#")
    said = f"各篇论文所用的概念、组织、文件与事件，共 {len(terms)} 条；每条有中英文释义，并列出它在论文中的每一处。"
    letters = " ".join(f"[{letter}](#{_id(letter)})" for letter in groups)
    return "\n".join([
        head("术语", said, scripts=["glossary.js"]), "# 术语 {#title}\n", f"{said}{_GROUNDS}\n", ways("index"),
        f'<p class="downloads">下载：{downloads}</p>\n', form, f"{letters}\n{{: .letters }}\n",
        *(f"## {letter} {{#{_id(letter)}}}\n\n{_items(group, lexicon)}" for letter, group in groups.items())])


def write_by_english(library: Library) -> str:
    terms = sorted(library.lexicon.in_order, key=lambda term: (term.front.en.lower(), term.slug))
    groups = _grouped(terms, lambda term: spelled(term.front.en)[:1].upper() or "#")
    return _page("by-english", "全部术语，按英文名排列。", {letter: (_id(letter), group) for letter, group in groups.items()},
                 library.lexicon, english_first=True)


def write_by_kind(library: Library) -> str:
    groups = {name: (kind, [term for term in library.lexicon.in_order if term.front.kind == kind])
              for kind, name in KINDS.items()}
    return _page("by-kind", "全部术语，按类别排列。", groups, library.lexicon)


def write_by_theme(library: Library) -> str:
    groups = {title: (slug, [term for term in library.lexicon.in_order if slug in term.front.themes])
              for slug, title in library.theme_titles(library.themes)}
    return _page("by-theme", "全部术语，按专题排列；一条可属几个专题。", groups, library.lexicon)


def _page(name: str, said: str, groups: Mapping[str, tuple[str, Sequence[Term]]], lexicon: Lexicon,
          english_first: bool = False) -> str:
    sections = (f"## {escape(title)} {{#{id}}}\n\n{_items(terms, lexicon, english_first)}"
                for title, (id, terms) in groups.items() if terms)
    return "\n".join([head(f"术语：{LISTS[name]}", said), f"# 术语：{LISTS[name]} {{#title}}\n", ways(name), *sections])


def ways(here: str) -> str:
    """Return links to the other lists."""
    links = (f"**{called}**" if name == here else f"[{called}]({name}.md)" for name, called in LISTS.items())
    return " · ".join(links) + "\n{: .ways }\n"


def _grouped(terms: Iterable[Term], key) -> dict[str, list[Term]]:
    groups: dict[str, list[Term]] = {}
    for term in terms:
        groups.setdefault(key(term), []).append(term)
    return groups


def _id(letter: str) -> str:
    return f"letter-{letter.lower()}" if letter != "#" else "letter-other"


def _items(terms: Sequence[Term], lexicon: Lexicon, english_first: bool = False) -> str:
    items = "".join(_item(term, len(lexicon.counts(term.slug)), english_first) for term in terms)
    return f'<div class="term-list" markdown>\n\n{items}\n</div>\n'


def _item(term: Term, papers: int, english_first: bool) -> str:
    front = term.front
    chinese, english = f"[{escape(front.zh)}]({term.slug}.md)", f'<span lang="en">{escape(front.en)}</span>'
    if english_first:
        chinese, english = escape(front.zh), f'<span lang="en">[{escape(front.en)}]({term.slug}.md)</span>'
    names = " ".join([front.zh, traditional(front.zh), front.en, *front.abbreviations, *front.aliases, spelled(front.zh).replace(" ", "")])
    data = {"kind": front.kind, "themes": " ".join(front.themes), "text": names.lower()}
    facts = "".join(f' data-{name}="{attribute(value)}"' for name, value in data.items())
    count = f' <span class="count">{papers} 篇</span>' if papers else ""
    first, second = (english, chinese) if english_first else (chinese, english)
    return f"- {first} {second}{count}\n{{:{facts} }}\n"
