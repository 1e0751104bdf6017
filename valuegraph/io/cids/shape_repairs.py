"""The known faults of the standard's own shapes, mended in memory and never in the file."""

from __future__ import annotations

from typing import Any

from valuegraph.problems import Bilingual

SHACL = "http://www.w3.org/ns/shacl#"
_TIERS = "https://ontology.commonapproach.org/cids/shacl#"
_MANY = ("ZeroOrMore", "OneOrMore")

REPAIRS = {
    "most_is_none": Bilingual(
        "« au plus zéro » là où plusieurs valeurs sont permises",
        "“at most none” where several values are allowed",
    ),
    "nameless_type": Bilingual("un type de valeur sans nom", "a type of value without a name"),
    "two_paths": Bilingual("une règle sur deux propriétés à la fois", "a shape of two properties"),
    "two_counts": Bilingual("deux nombres pour une règle", "two counts for one shape"),
}
"""Each fault that is mended, by its name."""


def repair(rdflib: Any, shapes: Any) -> dict[str, int]:
    """Mend a graph of shapes, and return how often each fault was found.

    A count of at most none is dropped where the shape itself says that several values are
    allowed, a type without a name is dropped, a shape with two paths too; of two counts the
    weaker is kept.
    """
    sh = rdflib.Namespace(SHACL)
    cardinality = rdflib.URIRef(f"{_TIERS}cardinality")
    many = {rdflib.URIRef(_TIERS + one) for one in _MANY}
    found = dict.fromkeys(REPAIRS, 0)
    for shape in sorted(set(shapes.subjects(sh.path))):
        if len(set(shapes.objects(shape, sh.path))) > 1:
            shapes.remove((shape, None, None))
            shapes.remove((None, None, shape))
            found["two_paths"] += 1
            continue
        for predicate, keep in ((sh.minCount, min), (sh.maxCount, max)):
            counts = list(shapes.objects(shape, predicate))
            if len(counts) > 1:
                shapes.set((shape, predicate, keep(counts, key=int)))
                found["two_counts"] += 1
        allows_many = many & set(shapes.objects(shape, cardinality))
        for most in list(shapes.objects(shape, sh.maxCount)):
            if allows_many and int(most) == 0:
                shapes.remove((shape, sh.maxCount, most))
                found["most_is_none"] += 1
        for type_ in list(shapes.objects(shape, sh.datatype)):
            if isinstance(type_, rdflib.BNode):
                shapes.remove((shape, sh.datatype, type_))
                found["nameless_type"] += 1
    return found
