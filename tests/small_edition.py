"""A small edition of texts of our own, to be changed and released: the sample paper, a term, a theme, their works."""

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = "sample-communiques"
PAPER = f"papers/{SAMPLE}/"

INDEX = """\
---
title: 首页
description: 为测试而写的一个小小的数字版，只有一篇样稿。
---

# 小数字版 {#title}

<!-- papers -->
"""
TERM = """\
---
zh: 公报
en: communiqué
aliases: [会议公报]
kind: document
themes: [silence]
citations:
  - "[@zhongmei1972communique]"
---

会议结束时由与会各方共同发表的文字。它写下各方愿意共同说出的话，不写的话同样有意义，因此读公报的人既要看它说了什么，也要看它没有说什么，并与先前的公报逐句比较。

## English

A text that the parties issue together after a meeting.
"""
SECTIONS = ("positions", "comparison", "agreements", "differences", "gaps", "timeline", "figures", "terms", "papers", "works",
            "further", "english")
THEME = f"""\
---
title: 沉默
title_en: Silence
description: 公报里没有写出的话，怎样同写出的话一样有意义。
---

# 沉默 {{#title}}

## 概要 {{#summary}}

公报不写的话也有意义，见[样稿](../papers/{SAMPLE}/index.md#p2)；“公报”一词见[词条](../glossary/communique.md)。
""" + "".join(f"\n## {name.title()} {{#{name}}}\n\n此节为测试而设。\n" for name in SECTIONS)
CITATION = """\
cff-version: 1.2.0
title: 小数字版
version: 0.1.0
date-released: 2026-01-01
"""
CHANGELOG = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- Everything.\n"


def make_edition(folder: Path) -> Path:
    """Write the small edition into a folder and return it."""
    shutil.copytree(ROOT / "docs/papers" / SAMPLE, folder / "docs/papers" / SAMPLE)
    for name in (f"papers/{SAMPLE}.txt", "bib/sample.bib", "mkdocs.yml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, folder / name)
    texts = {"docs/index.md": INDEX, "docs/glossary/communique.md": TERM, "docs/themes/silence.md": THEME,
             "CITATION.cff": CITATION, "CHANGELOG.md": CHANGELOG}
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    (folder / "tools").symlink_to(ROOT / "tools")
    replace_in(folder / "docs" / PAPER / "index.md", "sample: true\n", "sample: true\nthemes: [silence]\n")
    return folder


def replace_in(path: Path, old: str, new: str) -> None:
    """Replace a text that stands once in a file."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1, (path, old)
    path.write_text(text.replace(old, new), "utf-8")
