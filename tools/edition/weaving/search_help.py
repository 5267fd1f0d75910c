"""怎样检索: the help that stands on the page 检索."""

SEARCH = "search/index.md"
"""The page's path below `docs`."""

HELP = """
## 怎样检索 {#help}

- **逐字检索**：一个字以上的任何文字，不论在哪里，也不论原文在此换行、换页或插有注码，都能找到；结果以段为单位，段数是确数。
- **标点与空格**：汉字之间的标点和空格不算在内，如 `一带一路倡议` 也能找到“一带一路”倡议；完全相同的排在前面。
- **几个词**：以空格隔开，须同在一段之中。`-词` 排除含有该词的段落。
- **`"…"`**：引号中的文字连同标点和空格须完全相同；其中的西文须是整个单词。
- **西文**：从词首起即可，如 `multilat`；大小写、全角半角不论。
- **繁体与简体**：结果相同。
- **拼音与英文**：输入 `duobian`、`dbzy` 或 `multilateralism`，会列出词条、论文、作者及其中文检索词。拼音的声调和空格可有可无。
- **题名、标题**排在正文之前，注释在正文之后；也可改按篇目次序排列，或按类别、篇目、专题筛选。网址记下检索词和筛选，可以收藏和引用。
- **按键**：在任何页面按 `/` 或 `s` 转到检索框；`↓` `↑` 选择，`Enter` 打开，`Esc` 收起。随结果打开的页面上，以“上一处”“下一处”逐处查看，`Esc` 清除标记。

检索怎样做到，见[检索的做法](../about/search.md)。

## Searching {#searching lang="en"}

<div lang="en" markdown>

Any string of one or more Chinese characters is found wherever it stands, also across a line or page break and a note mark of the source; results are paragraphs, and their number is exact. Punctuation and blanks between characters are passed over, exact matches come first. Several words must all stand in a paragraph; `-word` excludes; `"…"` is an exact phrase with its punctuation; Latin words are found from their beginning. Traditional and simplified characters find the same. Pinyin (also initials) and English names lead to terms, papers and authors. Press `/` or `s` on any page to search; filters and order are kept in the address.

</div>
"""
