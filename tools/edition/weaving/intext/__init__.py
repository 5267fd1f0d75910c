"""Citations in the pages that people write, in the syntax of mkdocs-bibtex: [@lu2023true, 第 21 页].

    cite(text, library, up) -> Cited      Markdown with notes in place of the brackets
    faults_of(text, path, line, keys)     what is wrong with the brackets of a text

https://github.com/shyamd/mkdocs-bibtex and, for the syntax, https://pandoc.org/MANUAL.html#citation-syntax.
"""

from edition.weaving.intext.faults import faults_of
from edition.weaving.intext.writing import Cited, cite

__all__ = ["Cited", "cite", "faults_of"]
