"""The glossary: names in texts (cases in `tests/glossary`), occurrences in works, links, concordance, pages, exchange."""

import json
import re
from pathlib import Path

import pytest
from edition.catalogue import Written
from edition.catalogue.yaml_lines import Lined
from edition.glossary import Glossary, Match, Matcher, Place, Standing, Term, neighbours, occurrences
from edition.glossary.forms import TermFront
from edition.glossary.reading import read_term
from edition.weaving import Edited, Imprint, lexicon_of, weave
from edition.weaving.glossary.concordance import write_concordance
from edition.weaving.lexicon import Lexicon, short_definition
from edition.weaving.library import Library
from edition.weaving.plain import plain_text
from edition.weaving.termlinks import link_terms
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import SKOS
from test_weaving import FRONT, markdown
from works import library_of, work_of

CASES = sorted(Path(__file__).with_name("glossary").glob("*.txt"))
_MARKED = re.compile("【(.*?)】")


def term(slug: str, zh: str, body: tuple[str, dict[str, str]] = ("", {}), **keys) -> Term:
    front = TermFront.model_validate({"zh": zh, "en": slug, "kind": "concept"} | keys)
    return Term(slug, f"docs/glossary/{slug}.md", front, Lined(), *body, 1)


def terms_of(text: str) -> list[Term]:
    """Return the terms that a case describes."""
    listed: list[tuple[str, dict]] = []
    for line in text.strip().splitlines():
        head, said = (part.strip() for part in line.split(":", 1))
        if not line.startswith(" "):
            zh, *aliases = (name.strip() for name in said.split(","))
            listed.append((head, {"zh": zh, "aliases": aliases}))
        elif head == "not":
            listed[-1][1].setdefault("not_in", []).append(forbidden(said))
        else:
            local = {"form": said, "papers": [head.removeprefix("in ")], "why": "例"}
            listed[-1][1].setdefault("aliases_in", []).append(local)
    return [term(slug, **keys) for slug, keys in listed]


def forbidden(said: str) -> dict:
    paper, *rest = said.split(" ")
    return {"paper": paper, "paragraph": rest[0], "form": rest[1], "why": "例"} if rest else {"text": said, "why": "例"}


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case: Path) -> None:
    terms, lines = case.read_text("utf-8").removeprefix("# terms\n").split("\n# text\n")
    matcher = Matcher(terms_of(terms))
    for line in lines.strip().splitlines():
        place, marked = re.fullmatch(r"(?:([a-z]+ p\d+): )?(.*)", line).groups()
        text = _MARKED.sub(r"\1", marked)
        found = [match for match in matcher.find(text, Place(*(place or " ").split(" ")))
                 if match.standing is Standing.FREE]
        for match in reversed(found):
            text = f"{text[:match.start]}【{text[match.start:match.end]}】{text[match.end:]}"
        assert text == marked


def test_a_refused_name_says_why() -> None:
    matcher = Matcher(terms_of("pku: 北大\n  not: 北大门\nrules: 规则"))
    standings = {text: matcher.find(text)[0].standing for text in ("向北大概", "北大门", "《航行规则》", "www.a.org/规则")}
    assert standings == {"向北大概": Standing.IN_WORD, "北大门": Standing.FORBIDDEN, "《航行规则》": Standing.IN_TITLE,
                         "www.a.org/规则": Standing.FREE}


def test_no_terms_find_nothing() -> None:
    assert Matcher([]).find("多边主义") == []


WORK = work_of("""
title 1: 论峰会
abstract 2: 峰会之后发表公报。
heading s1 3: >一、峰会与公报
paragraph p1 4: 峰会{page 8}发表公报[^n8-1]，公报[^n8-1]写明峰{page 9}会的结论。峰会如期闭幕。
paragraph p2 5: {e1:峰会}又开，峰会无果。
heading s2 6: >二、后来
paragraph p3 7: 公报很短，《峰会公报汇编》很长。
table 8: 表一 / 会 | 文 / 峰会 | 公报 / 资料
note n8-1 9: 《公报的写法》，第 3 页。
""")
TERMS = [
    term("summit", "峰会", ("首脑会议。第二句很短。", {"English": "A meeting of heads."}), en="summit",
         related={"see": ["communique"]}),
    term("communique", "公报", ("会后发表的文字，见[一段](../papers/sample/index.md#p1)。", {}), en="communiqué",
         abbreviations=["CQ"], themes=["chenmo"], citations=["[@fan2026sample, 8]"]),
]
FOUND = occurrences([("sample", WORK)], Matcher(TERMS))
GLOSSARY = Glossary({each.slug: each for each in TERMS})
LEXICON = Lexicon(GLOSSARY, FOUND)


def test_every_place_is_found_in_text_tables_and_notes() -> None:
    places = [(each.match.term, each.passage.role, each.passage.anchor, each.page) for each in FOUND.all]
    assert ("summit", "table", "p3", "9") in places and ("communique", "note", "n8-1", "9") in places
    assert [place for place in places if place[:2] == ("summit", "paragraph")] == [
        ("summit", "paragraph", "p1", ""), ("summit", "paragraph", "p1", "8"), ("summit", "paragraph", "p1", "9"),
        ("summit", "paragraph", "p2", "9"), ("summit", "paragraph", "p2", "9"), ("summit", "paragraph", "p3", "9")]
    assert FOUND.counts == {"summit": {"sample": (9, 0)}, "communique": {"sample": (7, 1)}}


def test_a_term_names_the_works_that_it_rests_on() -> None:
    page = PAGES["glossary/communique.md"]
    assert "## 出处 {#sources}\n\n- [范文例 2026](../bibliography/index.md#fan2026sample)：样例[^cite-a]\n" in page


def test_the_first_of_a_section_becomes_a_link_if_nothing_breaks_it() -> None:
    linked = {start: [(match.term, match.start) for match in matches] for start, matches in FOUND.links["sample"].items()}
    blocks = {block.start: block.id or block.role for block in WORK.blocks}
    assert {blocks[start]: found for start, found in linked.items()} == {
        "abstract": [("summit", 0), ("communique", 6)], "p1": [("summit", 0), ("communique", 4)],
        "p3": [("communique", 0)]}


def test_a_name_over_a_page_break_or_in_an_emended_place_is_found_but_not_linked() -> None:
    broken = [each for each in FOUND.all if each.match.standing is Standing.FREE and not each.is_linkable
              and each.passage.role == "paragraph"]
    assert [(each.passage.anchor, each.form) for each in broken] == [("p1", "峰会"), ("p2", "峰会")]


def test_terms_that_share_paragraphs_are_neighbours() -> None:
    assert neighbours(FOUND, 5) == {"summit": [("communique", 5)], "communique": [("summit", 5)]}


PAGES = weave([Edited(FRONT, "峰会与[公报](x.md)；公报与`公报`。", WORK)],
              {"themes/chenmo.md": "---\ntitle: 沉默\n---\n\n# 沉默 {#title}\n\n公报不语。\n\n<!-- terms -->\n\n<!-- papers -->\n"},
              library_of((Edited(FRONT),)).registry, Imprint("2.1.0", "https://example.org/", "2026-01-31"), LEXICON)


def test_a_paper_links_its_terms_lists_them_and_carries_their_definitions() -> None:
    page = PAGES["papers/sample/index.md"]
    assert "[峰会](../../glossary/summit.md){.term}<a id=\"page-8\"" in page
    assert "[峰会](../../glossary/summit.md){.term}与[公报](x.md)；[公报](../../glossary/communique.md){.term}与`公报`。" in page
    assert '- [峰会](../../glossary/summit.md#in-sample) <span class="count">9</span>' in page
    assert '- [公报](../../glossary/communique.md#in-sample) <span class="count">7，注 1</span>' in page
    assert '"summit": ["峰会", "summit", "首脑会议。第二句很短。"]' in page
    assert "一、峰会与公报" in page and "[峰会](../../glossary/summit.md){.term}公报汇编" not in page


def test_a_term_has_names_definitions_relations_and_every_place() -> None:
    page = PAGES["glossary/communique.md"]
    html = markdown().reset().convert(page.split("---\n", 2)[2])
    assert '<span lang="zh-Hant">公報</span>' in page and "缩写" in page and '<h1 id="title">公报<a ' in html
    assert "- 参见：[峰会](summit.md)" in page and "见于 1 篇论文，正文 7 次，注文 1 次（浅色）" in page
    assert '<a href="../../papers/sample/?mark=%E5%85%AC%E6%8A%A5#p1"><span>峰会发表</span><span><b>公报</b>' in page
    assert '<li class="note">' in page and "第8页注[1]</small>" in page
    assert html.partition("kwic")[2].count("<li><a href=") == 7 and 'role="img"' in html and "fan2026sample" in page
    assert [line for line in html.splitlines() if "<h2" in line and not re.search(r'<h2[^>]* id="', line)] == []


def test_without_texts_a_term_says_that_places_are_missing() -> None:
    pages = weave([Edited(FRONT)], {}, library_of((Edited(FRONT),)).registry, lexicon=lexicon_of(GLOSSARY, []))
    assert "没有论文的来源文件" in pages["glossary/summit.md"] and "没有论文的来源文件" in pages["glossary/shared.md"]


def test_the_lists_hold_every_term() -> None:
    for name in ("index", "by-english", "by-kind"):
        assert all(f"({slug}.md)" in PAGES[f"glossary/{name}.md"] for slug in GLOSSARY.terms)
    assert "## F {#letter-f}" in PAGES["glossary/index.md"] and "## C {#letter-c}" in PAGES["glossary/by-english.md"]
    assert "(communique.md)" in PAGES["glossary/by-theme.md"] and "(summit.md)" not in PAGES["glossary/by-theme.md"]


def test_a_theme_lists_its_terms_and_links_them() -> None:
    page = PAGES["themes/chenmo.md"]
    assert "[公报](../glossary/communique.md){.term}不语" in page
    assert "\n[公报](../glossary/communique.md)\n" in page and "tips: " in page


def test_json_and_skos_say_the_same() -> None:
    said = {each["slug"]: each for each in json.loads(PAGES["glossary.json"])["terms"]}
    assert said["communique"]["papers"] == {"sample": {"text": 7, "notes": 1}} and said["summit"]["see"] == ["communique"]
    assert said["communique"]["definition"] == "会后发表的文字，见一段。"
    graph = Graph().parse(data=PAGES["glossary.ttl"], format="turtle")
    concept, other = (URIRef(f"https://example.org/glossary/{slug}/") for slug in ("communique", "summit"))
    assert (concept, SKOS.prefLabel, Literal("公報", lang="zh-Hant")) in graph
    assert (concept, SKOS.altLabel, Literal("CQ", lang="en")) in graph
    assert (concept, SKOS.related, other) in graph and (other, SKOS.related, concept) in graph


def test_a_very_frequent_term_has_a_light_page() -> None:
    many = work_of("\n".join(f"paragraph p{number} {number}: {'公报又说，' * 40}" for number in range(1, 101)))
    found = occurrences([("sample", many)], Matcher(TERMS)).meant["communique"]
    page = write_concordance(found, Library(listed=[Edited(FRONT, work=many)]), "../../", most=300)
    assert len(found) == 4000 and page.count("<li>") == 300 and "另有 3700 处" in page


@pytest.mark.parametrize("text, linked", [
    ("峰会，峰会。", "[峰会](glossary/summit.md){.term}，峰会。"),
    ("# 峰会\n\n峰会。\n\n## 峰会\n\n峰会。", "# 峰会\n\n[峰会](glossary/summit.md){.term}。\n\n## 峰会\n\n"
     "[峰会](glossary/summit.md){.term}。"),
    ("[峰会](a.md)、[@fan, 峰会]、`峰会`、<span title=\"峰会\">会</span>", None),
    ("| 峰会 | 文 |\n|---|---|\n| 峰会 | 无 |", "| 峰会 | 文 |\n|---|---|\n| [峰会](glossary/summit.md){.term} | 无 |"),
    ("---\ntitle: 峰会\n---\n\n会。", None),
    ("**峰会**与\\[峰会\\]", "**[峰会](glossary/summit.md){.term}**与\\[峰会\\]"),
])
def test_what_editors_write_is_linked_where_it_is_prose(text: str, linked: str | None) -> None:
    assert link_terms(text, LEXICON, "")[0] == (text if linked is None else linked)


def test_a_term_does_not_link_to_itself() -> None:
    assert link_terms("峰会与公报", LEXICON, "", own="summit") == (
        "峰会与[公报](glossary/communique.md){.term}", ("communique",))


@pytest.mark.parametrize("markdown, plain", [
    ("见[一段](a.md#p1)，[@fan2026, 第 3 页]。", "见一段，。"), ("**重**与*轻*和`码`", "重与轻和码"), ("\\*星", "*星"),
    ("[词](a.md){.term}", "词"),
])
def test_plain_text(markdown: str, plain: str) -> None:
    assert plain_text(markdown) == plain


def test_a_short_definition_ends_with_a_sentence() -> None:
    assert short_definition(term("a", "甲", (f"{'长' * 100}。{'短' * 20}。", {}))) == f"{'长' * 100}。"
    assert short_definition(TERMS[0]) == "首脑会议。第二句很短。"


def test_a_match_is_a_value() -> None:
    assert Matcher(TERMS).find("公报") == [Match(0, 2, "communique", Standing.FREE)]


def test_a_term_with_an_unknown_key_is_still_read() -> None:
    page = Written("glossary/a.md", "docs/glossary/a.md", "---\nzh: 甲\nen: a\nkind: concept\ncolour: red\n---\n\n定义。\n")
    read, problems = read_term(page)
    assert read and read.front.zh == "甲" and [problem.code for problem in problems] == ["GLO002"]
