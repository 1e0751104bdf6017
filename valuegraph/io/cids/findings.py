"""What the shapes of the standard have against some linked data, told in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from valuegraph.io.cids.shape_repairs import REPAIRS
from valuegraph.problems import Bilingual, told_language

if TYPE_CHECKING:
    import pandas as pd

SEVERITIES: Mapping[str, Bilingual] = {
    "violation": Bilingual("faute", "violation"),
    "warning": Bilingual("avertissement", "warning"),
    "info": Bilingual("remarque", "info"),
}
"""How much a finding matters, the most first."""

MESSAGES: Mapping[str, Bilingual] = {
    "MinCount": Bilingual("il en faut au moins {wanted}", "at least {wanted} needed"),
    "MaxCount": Bilingual("il en faut au plus {wanted}", "at most {wanted} allowed"),
    "Datatype": Bilingual(
        "« {value} » n’est pas du type {wanted}", "“{value}” is not of the type {wanted}"
    ),
    "Class": Bilingual(
        "« {value} » n’est pas de la classe {wanted}", "“{value}” is not of the class {wanted}"
    ),
    "NodeKind": Bilingual(
        "« {value} » n’est pas de la nature {wanted}", "“{value}” is not of the kind {wanted}"
    ),
}
"""Constraint -> what is said when it does not hold."""

_OTHER = Bilingual("la règle {constraint} n’est pas respectée", "the rule {constraint} is not kept")
_CONFORMS = Bilingual(
    "Conforme aux règles : {statements} énoncés, rien à redire.",
    "Conforms to the shapes: {statements} statements, no finding.",
)
_NOT = Bilingual(
    "Non conforme : {count} constat(s) sur {statements} énoncés.",
    "Does not conform: {count} finding(s) in {statements} statements.",
)
_MENDED = Bilingual(
    "Règles réparées en mémoire ({count} ×) : {what}.",
    "Shapes mended in memory ({count}×): {what}.",
)


@dataclass(frozen=True)
class CidsFinding:
    """One thing that the shapes have against some linked data.

    Attributes:
        node: the IRI of the thing it is about.
        path: the property, with its prefix where there is one.
        severity: ``violation``, ``warning`` or ``info``.
        constraint: the kind of rule: ``MinCount``, ``MaxCount``, ``Datatype``, ``Class``...
        value: the value that is wrong; empty where one is missing.
        wanted: what the rule wants.
    """

    node: str
    path: str
    severity: str
    constraint: str
    value: str = ""
    wanted: str = ""

    def message(self, language: str = "fr") -> str:
        """Return what is the case, in ``language``."""
        said = MESSAGES.get(self.constraint, _OTHER).text(told_language(language))
        return said.format(wanted=self.wanted, value=self.value, constraint=self.constraint)


@dataclass(frozen=True)
class CidsValidation:
    """What the shapes of the standard say of some linked data.

    Attributes:
        conforms: whether there is no finding at all, of any severity.
        findings: what there is, the gravest first, then by thing and property.
        statements: how many statements were judged.
        repairs: fault of the shapes -> how often it was mended in memory.
    """

    conforms: bool
    findings: tuple[CidsFinding, ...]
    statements: int
    repairs: Mapping[str, int]

    def to_dict(self) -> dict[str, Any]:
        """Return JSON-ready data, messages in both languages."""
        return {
            "conforms": self.conforms,
            "statements": self.statements,
            "repairs": dict(self.repairs),
            "findings": [
                {
                    "node": one.node,
                    "path": one.path,
                    "severity": one.severity,
                    "constraint": one.constraint,
                    "value": one.value,
                    "wanted": one.wanted,
                    "message": {"fr": one.message("fr"), "en": one.message("en")},
                }
                for one in self.findings
            ],
        }

    def to_frame(self, language: str = "fr") -> pd.DataFrame:
        """Return a table, one row a finding, its messages in ``language``."""
        import pandas as pd

        columns = ["severity", "node", "path", "constraint", "value", "wanted", "message"]
        rows = [
            {name: getattr(one, name) for name in columns[:-1]} | {"message": one.message(language)}
            for one in self.findings
        ]
        return pd.DataFrame(rows, columns=columns)

    def to_text(self, language: str = "fr") -> str:
        """Return a line that says whether it conforms, then one a finding."""
        told = told_language(language)
        head = _CONFORMS if self.conforms else _NOT
        lines = [head.text(told).format(count=len(self.findings), statements=self.statements)]
        mended = [REPAIRS[name].text(told) for name, count in self.repairs.items() if count]
        if mended:
            joined = (" ; " if told == "fr" else "; ").join(mended)
            count = sum(self.repairs.values())
            lines.append(_MENDED.text(told).format(count=count, what=joined))
        colon = " : " if told == "fr" else ": "
        lines += [
            f"{SEVERITIES[one.severity].text(told)}, {one.node}, {one.path}{colon}"
            f"{one.message(told)}"
            for one in self.findings
        ]
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.to_text()
