"""A small edition that is sound, with a file of each kind that people write: what tests may spoil."""

import shutil
from pathlib import Path

CASES = Path(__file__).with_name("checking")
FILES = {
    "docs/glossary/roundtable.md": """---
zh: 座谈会
en: roundtable
kind: event
aliases: [茶话会]
---

请若干人围坐一处、就一个题目各说己见的会；没有议事规则，也不作决议，说过什么全靠纪要留存，所以纪要怎样记、由谁来记，常常决定后人怎样理解这次会。

## English

A meeting at which people say in turn what they think of a subject.
""",
    "docs/about/reading.md": """---
title: 读法
description: 怎样读公报。
---

# 读法 {#title}

公报的主语各有分量[@fan2024subjects, 第 21 页]，见[座谈会一文](../papers/talks/index.md#p1)。

## 列表与表格 {#lists}

- **与会各方**：分量最重
- 各国

| 主语 | 分量 |
|---|---|
| 与会各方 | 重 |

<!-- picture voices -->
""",
    "docs/data/voices.csv": "year,voices,place\n2001,3,talks#p1\n2002,5,talks#p1\n",
}


def small_edition(folder: Path) -> Path:
    """Write the edition into a folder and return it."""
    shutil.copytree(CASES / "sound/in", folder, dirs_exist_ok=True)
    (folder / "bib").mkdir()
    shutil.copy(CASES / "CTX001/in/bib/works.bib", folder / "bib/works.bib")
    shutil.copytree(CASES / "PIC010/in/docs/data", folder / "docs/data")
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def files_of(folder: Path) -> dict[str, bytes]:
    """Return all files of an edition."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
