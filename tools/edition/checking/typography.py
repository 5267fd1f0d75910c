"""Rules about the editors' Chinese as it is set: TYP001 … TYP010."""

import re
from collections.abc import Iterator

from edition.catalogue import Edition
from edition.catalogue.faults import cut
from edition.checking.prose import HIDDEN, Line, prose_lines
from edition.checking.registry import rule
from edition.checking.values import value_lines
from edition.glossary.scripts import simplified
from edition.problems import Problem, Severity

HAN = r"\u3400-\u4dbf\u4e00-\u9fff"

_HALF = re.compile(rf"(?<=[{HAN}）》])[,;:?!](?=[{HAN}“‘（《\s]|$)|(?<=[{HAN}])\.(?=[{HAN}\s]|$)"
                   rf"|(?<=[{HAN}])\([^()]*\)?")
_PAIRS = dict(zip("“‘（《〈【「『", "”’）》〉】」』"))
_BRACKETS = re.compile("[" + "".join(_PAIRS) + "".join(_PAIRS.values()) + "]")
_BLANK = re.compile(rf"(?<=[{HAN}])[ \t]+[A-Za-z0-9](?:[^{HAN}，。；：]{{0,60}}[A-Za-z0-9%])?[ \t]+(?=[{HAN}])"
                    rf"|(?<=[{HAN}])[ \t]+(?=[A-Za-z0-9{HAN}])|(?<=[A-Za-z0-9%])[ \t]+(?=[{HAN}])")
_LONG = re.compile(rf"(?<=[{HAN}”])(?:\.{{2,}}|。{{2,}}|·{{2,}})|(?<!…)…(?!…)(?=[{HAN}”。，])"
                   rf"|(?<=[{HAN}”’》）])--+(?=[{HAN}“‘《（])(?:[^-]{{0,80}}--+)?")
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]+")
_DOUBLED = re.compile(r"([，。；：、])[，。；：、]|([？！])[，。；：、]|的的(?!确)|了了(?!解|结)|是是(?!非)|和和(?!平|睦|气|谐)|在在(?!乎)|与与(?!会)")
_SPACED = re.compile(r"[ \t]+(?=[，。；：？！、）》”’])|(?<=[，。；：？！、（《“‘])[ \t]+(?=[^\s|])")
_STRAIGHT = re.compile(rf"\"(?=[{HAN}])[^\"]*\"?|(?<=[{HAN}])\"[^\"]*\"?|(?<=[{HAN}])'(?=[{HAN}])")
_STRAY = "\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ue000-\uf8ff\ufffd"
_HAN_RUN = re.compile(f"[{HAN}]")
_CHINESE = re.compile(f"[{HAN}，。；：？！”…—]")
_LATIN = re.compile("[A-Za-z]")
_BOTH = "乾著藉瞭夥覆麼"
"""Characters that simplified text has too, in some words."""

_INVISIBLE = re.compile(f"[{_STRAY}]")
_ROOM = re.compile(f"[{_STRAY}\u3000]|(?<=[{HAN}])\u00a0")
"""What can't be seen, with the blanks that are no blanks: these a source may have, which YAML and outlines quote."""


def _each(edition: Edition, code: str, form: re.Pattern, expected: str, hint: str) -> Iterator[Problem]:
    """Yield a problem for each place of the editors' prose where a form stands."""
    for line in _lines(edition):
        words = line.words
        for match in form.finditer(words):
            yield line.problem(code, match.start(), _shown(words, match), expected, hint)


def _lines(edition: Edition) -> Iterator[Line]:
    yield from prose_lines(edition)
    yield from value_lines(edition)


def _shown(said: str, match: re.Match) -> str:
    """Return the place with two characters on either side, so that it is found again in its line."""
    around = said[max(0, match.start() - 2):min(match.end(), match.start() + 12) + 2].replace(HIDDEN, " ")
    return f"“{cut(around)}”"


@rule("TYP001", summary="half-width punctuation in Chinese", severity=Severity.WARNING)
def half_width(edition: Edition) -> Iterator[Problem]:
    """Between Han characters stand ，。；：？！（）, one character wide; those of ASCII belong to English, code and YAML.

    Mend: write the full-width sign.
    """
    return _each(edition, "TYP001", _HALF, "full-width punctuation", "Write ，。；：？！（ or ） in its place.")


@rule("TYP002", summary="quotation marks or brackets that are not paired", severity=Severity.WARNING)
def unpaired(edition: Edition) -> Iterator[Problem]:
    """Every “ has its ”, every （ its ）, every 《 its 》, in the same paragraph and in the right order.

    Mend: add the one that is missing, or exchange the two.
    """
    for line in _lines(edition):
        for at in _without_partner(line.said)[:1]:
            yield line.problem("TYP002", at, f"{line.said[at]} without its counterpart", "a pair in this paragraph",
                               "Add the other one, or look whether it is turned the right way.")


def _without_partner(said: str) -> list[int]:
    """Return the places of signs without a partner; an apostrophe in English is none."""
    opened: list[int] = []
    alone: list[int] = []
    for match in _BRACKETS.finditer(said):
        at, sign = match.start(), match[0]
        if sign in _PAIRS:
            opened.append(at)
        elif opened and _PAIRS[said[opened[-1]]] == sign:
            opened.pop()
        elif sign != "’" or not at or _CHINESE.match(said[at - 1]):
            alone.append(at)
    return sorted([*opened, *alone])


@rule("TYP003", summary="a traditional character in simplified text", severity=Severity.WARNING)
def traditional(edition: Edition) -> Iterator[Problem]:
    """The editors write simplified characters throughout: 台湾 and 平台, not 臺灣 and 平臺. By OpenCC's tables.

    Mend: write the simplified form. A title that is quoted as printed is excepted, with its reason.
    """
    for line in _lines(edition):
        said = simplified(line.said) if _HAN_RUN.search(line.said) else line.said
        for at, (one, other) in enumerate(zip(line.said, said)):
            if one != other and one not in _BOTH:
                yield line.problem("TYP003", at, f"{one}", f"{other}", "Write the simplified form.")
                break


@rule("TYP004", summary="a blank between Han characters and Latin letters or figures", severity=Severity.WARNING)
def typed_blank(edition: Edition) -> Iterator[Problem]:
    """The room between Chinese and Latin is the layout's business (text-autospace); a blank that was typed is found by no
    search and doubles the room. Texts of links may have one, as in 苗绿 p3, and so may English sentences.

    Mend: take the blank out.
    """
    chinese = (line for line in _lines(edition) if 2 * len(_HAN_RUN.findall(line.said)) > len(_LATIN.findall(line.said)))
    for line in chinese:
        for match in _BLANK.finditer(line.unlinked):
            yield line.problem("TYP004", match.start(), _shown(line.unlinked, match), "no blank",
                               "Take the blank out; the style sheet leaves room.")


@rule("TYP005", summary="an ellipsis or dash of the wrong length", severity=Severity.WARNING)
def ellipsis_and_dash(edition: Edition) -> Iterator[Problem]:
    """In Chinese an ellipsis is ……, a dash ——, each two characters long; one — joins numbers, places and names
    (GB/T 15834—2011).

    Mend: write …… or ——.
    """
    return _each(edition, "TYP005", _LONG, "…… or ——", "Write the sign of two characters.")


@rule("TYP006", summary="full-width letters or figures", severity=Severity.WARNING)
def wide(edition: Edition) -> Iterator[Problem]:
    """Ａ and １ look like A and 1, but no search for these finds them, and they stand too far apart.

    Mend: type letters and figures with the input method switched to half-width.
    """
    return _each(edition, "TYP006", _WIDE, "A–Z, a–z, 0–9", "Type letters and figures half-width.")


@rule("TYP007", summary="punctuation or a small word twice", severity=Severity.WARNING)
def doubled(edition: Edition) -> Iterator[Problem]:
    """，， and 的的 are most often left over from a correction.

    Mend: take one of the two out. Where both are meant, an exception says so.
    """
    return _each(edition, "TYP007", _DOUBLED, "it once", "Take one out.")


@rule("TYP008", summary="a blank beside full-width punctuation", severity=Severity.WARNING)
def spaced(edition: Edition) -> Iterator[Problem]:
    """A full-width sign brings its own room; a blank beside it leaves a gap, or lets it begin a line.

    Mend: take the blank out.
    """
    return _each(edition, "TYP008", _SPACED, "no blank", "Take the blank out.")


@rule("TYP009", summary="straight quotation marks around Chinese", severity=Severity.WARNING)
def straight(edition: Edition) -> Iterator[Problem]:
    """Chinese is quoted with “ and ”, inside these with ‘ and ’; " and ' are signs of programs.

    Mend: write “ before and ” behind.
    """
    return _each(edition, "TYP009", _STRAIGHT, "“…”", "Write “ before and ” behind.")


@rule("TYP010", summary="a character that can't be seen", exceptable=True)
def invisible(edition: Edition) -> Iterator[Problem]:
    """Zero-width characters, signs of direction, ideographic blanks, blanks that don't break and characters of private
    use come with copied text. They hide words from the search, and can make a line read otherwise than it is.

    Mend: delete them; the column says where they stand.
    """
    for path, text in sorted(edition.texts.items()):
        form = _ROOM if path.endswith(".md") else _INVISIBLE
        for number, line in enumerate(text.split("\n"), 1) if form.search(text) else ():
            if match := form.search(line):
                more = len(form.findall(line)) - 1
                found = f"the character U+{ord(match[0]):04X}" + (f" and {more} more" if more else "")
                yield Problem(path, number, "TYP010", found, "none that can't be seen",
                              "Delete it: put the cursor behind it, and press backspace.", column=match.start() + 1)
