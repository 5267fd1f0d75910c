"""The vocabulary of CSL 1.0.2 (specification, appendices III and IV): types and variables of an item."""

TYPES = frozenset("""
article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation
manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
personal_communication post post-weblog regulation report review review-book software song speech standard thesis
treaty webpage
""".split())

NAMES = frozenset("""
author chair collection-editor compiler composer container-author contributor curator director editor
editorial-director editor-translator executive-producer guest host illustrator interviewer narrator organizer
original-author performer producer recipient reviewed-author script-writer series-creator translator
""".split())

DATES = frozenset("accessed available-date event-date issued original-date submitted".split())

TEXTS = frozenset("""
abstract annote archive archive_collection archive_location archive-place authority call-number chapter-number
citation-key collection-number collection-title container-title container-title-short CSTR dimensions division DOI
edition event event-place event-title genre ISBN ISSN issue jurisdiction keyword language license medium number
number-of-pages number-of-volumes original-publisher original-publisher-place original-title page page-first
part-number part-title PMCID PMID printing-number publisher publisher-place references reviewed-genre
reviewed-title scale section source status supplement-number title title-short URL version volume volume-title
""".split())
"""Text and number variables; CSTR, the Chinese identifier of science data, is the one that CSL does not know."""

BY_SPELLING = {name.lower(): name for name in NAMES | DATES | TEXTS | {"type"}}
"""The variables as a person may spell them in a note: in any case."""
