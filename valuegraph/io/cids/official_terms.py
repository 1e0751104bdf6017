"""What the short names of the standard's own contexts mean: facts, so that nothing is fetched."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

UNKNOWN = "urn:valuegraph:unknown:"
"""What a short name that nobody explains begins with here: it is kept, and means nothing."""

_TORONTO = "http://ontology.eil.utoronto.ca/"
_W3 = "http://www.w3.org/"
OFFICIAL_PREFIXES: Mapping[str, str] = {
    "act": f"{_TORONTO}tove/activity#",
    "adms": f"{_W3}ns/adms#",
    "cc": "http://creativecommons.org/ns#",
    "cids": "https://ontology.commonapproach.org/cids#",
    "cwrc": "http://sparql.cwrc.ca/ontologies/cwrc#",
    "dash": "http://datashapes.org/dash#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcat": f"{_W3}ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "dqv": f"{_W3}ns/dqv#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.geonames.org/ontology/ontology_v3.1.rdf#",
    "graphql": "http://datashapes.org/graphql#",
    "i72": f"{_TORONTO}ISO21972/iso21972#",
    "ic": f"{_TORONTO}tove/icontact#",
    "iso5087": "https://standards.iso.org/iso-iec/5087/-1/ed-1/en/ontology/GenericProperties/",
    "oep": f"{_W3}2001/sw/BestPractices/OEP/SimplePartWhole/part.owl#",
    "org": f"{_TORONTO}tove/organization#",
    "owl": f"{_W3}2002/07/owl#",
    "prov": f"{_W3}ns/prov#",
    "rdf": f"{_W3}1999/02/22-rdf-syntax-ns#",
    "rdfs": f"{_W3}2000/01/rdf-schema#",
    "rel": "http://purl.org/vocab/relationship/",
    "sch": "http://schema.org/",
    "sem": "http://marklogic.com/semantics#",
    "sff": "https://ontology.commonapproach.org/sff#",
    "sh": f"{_W3}ns/shacl#",
    "skos": f"{_W3}2004/02/skos/core#",
    "sur": f"{_TORONTO}tove/survey#",
    "swa": "http://topbraid.org/swa#",
    "terms": "http://purl.org/dc/terms/",
    "time": f"{_W3}2006/time#",
    "tosh": "http://topbraid.org/tosh#",
    "vann": "http://purl.org/vocab/vann/",
    "wgs84": f"{_W3}2003/01/geo/wgs84_pos#",
    "xdmp": "http://marklogic.com/xdmp#",
    "xsd": f"{_W3}2001/XMLSchema#",
}
"""The prefixes that both official contexts declare."""

_IRI, _STRING = "@id", "xsd:string"
_BASIC: Mapping[tuple[str, str], str] = {
    ("act", _IRI): "forActivity",
    ("cids", _IRI): """belongsToTier benefitsFrom canEnable canProduce definedBy
        forCharacteristic forIndicator forOrganization forOutcome forStakeholder forTheme
        fromPerspectiveOf hasAccess hasActivity hasAddress hasBaseline hasBeneficialStakeholder
        hasCharacteristic hasCharacteristicReport hasCode hasContact hasContributingStakeholder
        hasCounterfactual hasHowMuch hasImpactDepth hasImpactDuration hasImpactModel
        hasImpactReport hasImpactRisk hasImpactScale hasIndicator hasIndicatorReport hasInput
        hasOutcome hasOutput hasPerson hasProgram hasService hasStakeholder
        hasStakeholderOutcome hasThreshold produces relatesTo usedByIndicator usesOutput""",
    ("cids", "xsd:anyURI"): "hasSpecification hasWebAddress",
    ("cids", "xsd:boolean"): "isUnderserved",
    ("cids", _STRING): """addressCountry addressLocality addressRegion extendedAddress
        hasCatchmentArea hasComment hasDescription hasExpectation hasImportance hasMitigation
        hasPurpose hasReportedImpact hasType intendedImpact postalCode postOfficeBoxNumber
        streetAddress unitDescription""",
    ("foaf", _STRING): "familyName givenName",
    ("i72", _IRI): "unit_of_measure value",
    ("i72", _STRING): "hasNumericalValue symbol",
    ("ic", _STRING): "hasEmail",
    ("org", _IRI): "hasID hasRole issuedBy",
    ("org", "owl:Thing"): "hasLegalStatus",
    ("org", "xsd:nonNegativeInteger"): "numberOfEmployees",
    ("org", _STRING): "hasIdentifier hasLegalName hasName",
    ("prov", "xsd:dateTime"): "endedAtTime startedAtTime",
    ("sch", _STRING): "description",
}
_FUND: Mapping[tuple[str, str], str] = {
    ("sff", _IRI): """forEDG forFunderId hasBoardProfile hasEDGProfile hasFundingState
        hasFundingStatus hasManagementTeamProfile hasOrganizationProfile hasPrimaryContact
        localityServed organizationType primaryPopulationServed provinceTerritoryServed
        sectorServed""",
    ("sff", "xsd:dateTime"): "reportedDate",
    ("sff", "xsd:nonNegativeInteger"): "hasEDGSize hasSize hasTeamSize",
    ("sff", _STRING): "forFunder hasComment",
}
_MISSING: Mapping[tuple[str, str], str] = {
    ("act", _IRI): "hasSubActivity subActivityOf",
    ("cids", _IRI): """contributes forImpactReport forTarget hasActualAmount hasPlannedAmount
        hasTarget inputFor performs""",
    ("cids", _STRING): "hasConsequence hasLikelihood",
    ("i72", _STRING): "numerical_value",
    ("oep", _IRI): "partOf",
    ("rdfs", _STRING): "label",
    ("sch", _STRING): "codeValue",
    ("sch", "xsd:dateTime"): "dateCreated",
}


@cache
def official_context(name: str) -> dict[str, Any]:
    """Return what an official context says: that of the standard, or ``"sff"``, of its fund."""
    return {**OFFICIAL_PREFIXES, **_terms(_FUND if name == "sff" else _BASIC)}


@cache
def base_context() -> dict[str, Any]:
    """Return what stands before the contexts of a file.

    Names that the standard uses and its contexts forget have their meaning; any other keeps its
    own name, so that nothing is dropped silently.
    """
    return {**OFFICIAL_PREFIXES, "@vocab": UNKNOWN, **_terms(_BASIC), **_terms(_MISSING)}


def _terms(table: Mapping[tuple[str, str], str]) -> dict[str, Any]:
    return {
        name: {"@id": f"{prefix}:{name}", "@type": type_}
        for (prefix, type_), names in table.items()
        for name in names.split()
    }
