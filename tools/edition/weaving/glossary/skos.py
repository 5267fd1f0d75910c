"""The glossary as SKOS, for thesauri and linked data.

SKOS rather than TBX: its users are scholars and libraries, whose tools (Skosmos, VocBench, Wikidata's imports) read it, and it
has just the relations of this glossary; TBX serves translation memories and has none of them.
https://www.w3.org/TR/skos-reference/
"""

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS

from edition.glossary import ENGLISH, FOLDER, Term, traditional
from edition.weaving.glossary.exchange import LICENCE
from edition.weaving.imprint import EDITORS, NAME
from edition.weaving.library import Library
from edition.weaving.plain import plain_text

RELATIONS = {"broader": SKOS.broader, "narrower": SKOS.narrower, "see": SKOS.related}


def as_skos(library: Library) -> str:
    """Return the glossary as a SKOS concept scheme in Turtle."""
    graph, scheme = Graph(), URIRef(library.imprint.page(FOLDER))
    graph.add((scheme, RDF.type, SKOS.ConceptScheme))
    graph.add((scheme, DCTERMS.title, Literal(f"{NAME}：术语", lang="zh-Hans")))
    graph.add((scheme, DCTERMS.creator, Literal(EDITORS, lang="zh-Hans")))
    graph.add((scheme, DCTERMS.license, URIRef(LICENCE)))
    for slug, term in sorted(library.lexicon.glossary.terms.items()):
        _add_concept(graph, scheme, term, library)
    return graph.serialize(format="turtle")


def _add_concept(graph: Graph, scheme: URIRef, term: Term, library: Library) -> None:
    concept, front = _address(term.slug, library), term.front
    labels = [(SKOS.prefLabel, front.zh, "zh-Hans"), (SKOS.prefLabel, traditional(front.zh), "zh-Hant"),
              (SKOS.prefLabel, front.en, "en"), *((SKOS.altLabel, form, "en") for form in front.abbreviations),
              *((SKOS.altLabel, form, "zh-Hans") for form in front.aliases),
              (SKOS.definition, plain_text(term.definition), "zh-Hans"),
              (SKOS.definition, plain_text(term.sections.get(ENGLISH, "")), "en")]
    graph.add((concept, RDF.type, SKOS.Concept))
    graph.add((concept, SKOS.inScheme, scheme))
    graph.add((concept, SKOS.notation, Literal(term.slug)))
    for predicate, said, language in labels:
        if said:
            graph.add((concept, predicate, Literal(said, lang=language)))
    for kind, others in library.lexicon.glossary.relations[term.slug].items():
        for other in others:
            graph.add((concept, RELATIONS[kind], _address(other, library)))


def _address(slug: str, library: Library) -> URIRef:
    return URIRef(library.imprint.page(f"{FOLDER}{slug}/"))
