"""What stands behind a Chinese title: volume and edition, translators, periodical or volume, publisher, site."""

import re

from edition.references.dates import YEAR, date_of
from edition.references.draft import Draft
from edition.references.names import ROLE, chinese_names, role_field
from edition.references.parts import part_of
from edition.references.scanning import quoted
from edition.references.vocabulary import ARGUING, DOCUMENTS_ZH, EDITING, HAN, IMPRINTS, SCHOOLS

COMMA = re.compile(r"[，,](?!\s*\d{3}\b)")
ORDINAL = r"[一二三四五六七八九十百\d]+"
VOLUME = re.compile(
    rf"\s*+(?:[（(]\s*+)?(?:第\s*({ORDINAL})\s*[卷册辑集部编](?:[·、]?[上中下][卷册])?|([上中下])(?:[卷册部编篇]|(?=[）)])))\s*[）)]?"
)
EDITION = re.compile(
    rf"\s*[（(]\s*(?:(?:[^（）()]{{0,6}}·)?第({ORDINAL})版|([^（）()]{{1,6}}版|修订本|增订本))\s*[）)]"
)
BRACKET = re.compile(r"\s*[（(]([^（）()]*)[）)]")
GENRE = re.compile(rf"\s*({DOCUMENTS_ZH})")
SHEET = re.compile(r"第?\s*[A-Z]?\d{1,3}\s*版$")
HOST = re.compile(
    r"\s*+(?:载于|载自|载|刊载于|刊登于|刊于|发表于|收录于|收录在|收入|收于|原载于?|见于|见)?[：:]?\s*+(?P<who>[^《]*?)(?:(?<!\s)\s++)?+(?:[：:]\s*+)?(?=《)"
)
EDITED = re.compile(rf"(?P<who>.+?)(?:等)?\s*[（(]?(?:{EDITING})[）)]?")
PRINTED = re.compile(
    rf"""(?P<house>.*?)[，,]?\s*(?P<year>{YEAR})\s*年(?:\s*\d{{1,2}}\s*月)?\s*
    (?:第?\s*(?P<edition>{ORDINAL})?\s*版(?:次|本)?|影印本|重印|印刷?|出版|修订版|增订版|内部版)""",
    re.VERBOSE,
)
HOUSE = re.compile(rf"(?:{IMPRINTS})$")
PLACED = re.compile(rf"(?P<place>[{HAN}·]{{2,8}}|[A-Z][a-zA-Z. ]+)\s*[：:]\s*(?P<house>.+)")
WIRE = re.compile(rf"(?P<agency>[{HAN}]+社)[{HAN}]{{0,8}}?(?P<date>\d{{4}}年\d+月\d+日)电")
THESIS = re.compile(
    rf"(?P<school>.+?(?:{SCHOOLS}))?[，,]?\s*(?P<year>\d{{4}}\s*年)?\s*(?P<genre>(?:博士|硕士)(?:研究生)?(?:学位)?(?:毕业)?论文)"
)
PAPER = re.compile(r"(?:提交|递交)?给?(?P<event>.{4,40}(?:会议|研讨会|年会|论坛|大会))(?:的|交流)?论文集?")
NO_ROLE = re.compile(f"[。；？！]|(?:{ARGUING})")
NO_SITE = re.compile(f"[。；？！《“\\d]|(?:{ARGUING})")
SITE = re.compile(r"(?:载于|载自|载|见)(?=.*(?:网|站|号|端)$)")
LONGEST_SITE = 30
LONGEST_ROLE = 60


def read_behind_title(stretches: list[str], draft: Draft) -> list[str]:
    """Read 第一卷, （修订版）, 白皮书 …, which follow a title without a comma; return the stretches after."""
    if not stretches:
        return []
    rest = stretches[0]
    for form, field in ((VOLUME, "volume"), (EDITION, "edition"), (BRACKET, ""), (GENRE, "genre")):
        match = form.match(rest)
        if match:
            value = match[match.lastindex]
            draft.put(**{field: value} if field else {"issued": date_of(value)})
            rest = rest[match.end() :]
    return [part for part in (rest.strip(), *stretches[1:]) if part]


def read_imprint(stretch: str, draft: Draft) -> bool:
    """Read one stretch of an imprint; tell whether it was understood."""
    stretch = stretch.strip(" 。.")
    if "《" in stretch and not draft.has("container-title"):
        return _read_host(stretch, draft)
    readers = (_read_wire, _read_thesis, _read_paper, _read_publisher, _read_role)
    return draft.read_part(stretch) or any(read(stretch, draft) for read in readers)


def read_site(unread: list[str], draft: Draft) -> None:
    """Take the one stretch that was not understood for a site's or agency's name, if there is an address or a date."""
    if draft.has("container-title", "publisher", "event-title", "type") or not draft.has("URL", "issued"):
        return
    names = [stretch for stretch in unread if len(stretch) <= LONGEST_SITE and not NO_SITE.search(stretch)]
    if len(names) == 1:
        draft.put(container_title=SITE.sub("", names[0]))


def without_sheet(stretch: str) -> list[str]:
    """Part `2020年5月4日第3版` before the newspaper's page."""
    sheet = SHEET.search(stretch)
    return [stretch[: sheet.start()].strip(" ，,"), sheet[0]] if sheet and sheet.start() else [stretch]


def _read_host(stretch: str, draft: Draft) -> bool:
    """Read `载某人主编：《书》` or `《刊》2021年第2期`."""
    span, match = quoted(stretch, "《"), HOST.match(stretch)
    if not span or not match or match.end() != span[0]:
        return False
    draft.put(container_title=stretch[span[0] + 1 : span[1] - 1].strip(" ，,"))
    draft.marked = True
    who = match["who"].strip("：:，, ")
    if who:
        edited = EDITED.fullmatch(who)
        draft.put(**{"editor" if edited else "container-author": chinese_names(edited["who"] if edited else who)})
        draft.inside = True
    for part in _behind_container(stretch[span[1] :].strip(" ，,"), draft):
        read_imprint(part, draft)
    return True


def _behind_container(rest: str, draft: Draft) -> list[str]:
    """Return what follows a container's title at once, behind a book's volume or a periodical's section."""
    match = VOLUME.match(rest)
    if match and not part_of(rest):
        draft.put(volume=match[match.lastindex])
        draft.inside = True
        rest = rest[match.end() :]
    rest = re.sub(r"^[（(][^（）()\d]*[）)]", "", rest).strip()
    return [part for part in without_sheet(rest) if part]


def _read_wire(stretch: str, draft: Draft) -> bool:
    """Read `新华社北京2017年3月2日电`."""
    match = WIRE.fullmatch(stretch)
    if match:
        draft.put(container_title=match["agency"], issued=date_of(match["date"]))
    return bool(match)


def _read_thesis(stretch: str, draft: Draft) -> bool:
    match = THESIS.fullmatch(stretch)
    if match:
        draft.put(type="thesis", publisher=match["school"], genre=match["genre"], issued=date_of(match["year"] or ""))
    return bool(match)


def _read_paper(stretch: str, draft: Draft) -> bool:
    match = PAPER.fullmatch(stretch)
    if match:
        draft.put(type="paper-conference", event_title=match["event"])
    return bool(match)


def _read_publisher(stretch: str, draft: Draft) -> bool:
    """Read `北京：人民出版社2017年版` and its shorter forms."""
    printed = PRINTED.fullmatch(stretch)
    house = printed["house"].strip() if printed else stretch
    placed = PLACED.fullmatch(house)
    if not printed and not HOUSE.search(house):
        return False
    if printed:
        draft.put(issued=date_of(printed["year"]), edition=printed["edition"])
    draft.put(publisher=(placed["house"] if placed else house).strip(), publisher_place=placed and placed["place"])
    return True


def _read_role(stretch: str, draft: Draft) -> bool:
    """Read `甲、乙译` or `丙主编`."""
    match = ROLE.fullmatch(stretch)
    names = chinese_names(match["who"]) if match and len(stretch) < LONGEST_ROLE and not NO_ROLE.search(stretch) else []
    if names:
        draft.put(**{role_field(match): names})
    return bool(names)
