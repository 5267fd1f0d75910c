"""Why a character of the source is not read as it stands: the named classes, each with a sentence for readers.

The page of editorial principles (`docs/about/principles.md`) lists these; a test holds the two together.
"""

LINE_BREAK = "line break"
INDENT = "indent"
TRAILING_BLANK = "trailing blank"
LABEL = "label"
MARK = "mark"
FURNITURE = "furniture"
CELL = "table cell"
LOST_DASH = "lost dash"
BLANK_AT_WIDTH = "blank between Han and Latin"
BLANK_IN_URL = "blank in a URL"
BLANK_RUN = "run of blanks"
HALF_WIDTH = "half-width punctuation"
INTERPUNCT = "bullet for an interpunct"
WIDE_DIGIT = "full-width digit"
ANGLE_BRACKETS = "ASCII angle brackets"
MARKUP = "markup of an earlier conversion"
EMENDED = "emendation"

MEANING = {
    LINE_BREAK: "换行：原文件每行之末断开，今接为一段；英文单词之间补一空格",
    INDENT: "行首空白：段首缩进与换页标记，不是文字",
    TRAILING_BLANK: "行末空白",
    LABEL: "栏目标签：如“摘要”“关键词”，改由版面标示",
    MARK: "注码：改为可点击的脚注标记",
    FURNITURE: "版面重复之物：书眉、页码、重出的题名、散落的注码",
    CELL: "表格：文字归入各单元",
    LOST_DASH: "丢失的连接号：数字之间的U+FFFD读作“–”",
    BLANK_AT_WIDTH: "汉字与西文、数字之间的空格：由版面自动留隙，不存于文字",
    BLANK_IN_URL: "网址中因换行而生的空格",
    BLANK_RUN: "连续空格并为一个",
    HALF_WIDTH: "汉字之间或汉字之后的半角标点、括号改为全角",
    INTERPUNCT: "外国人名中以“•”代“·”者改回间隔号",
    WIDE_DIGIT: "全角数字改为半角",
    ANGLE_BRACKETS: "书名号之内以“< >”代“〈 〉”者改回单书名号",
    MARKUP: "前次转换留下的标记：注文中西文刊名两侧的星号、网址两侧的尖括号",
    EMENDED: "校改：编者依校勘表改动之处",
}
