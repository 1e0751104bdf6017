"""A pack of rules: what each rule looks at, what must hold there, and why."""

from __future__ import annotations

from dataclasses import dataclass

from valuegraph.problems import Bilingual, Rule, Severity

_NOTHING = Bilingual("", "")


@dataclass(frozen=True, slots=True)
class Test:
    """One thing that may hold of a part, a link or the chain.

    Attributes:
        name: which test, one of :data:`valuegraph.analysis.packs.testing.TESTS`, or ``any``.
        words: what it looks for: fields, kinds of link, kinds of part.
        number: how many, where the test counts.
        choices: of ``any``: groups of tests, one of which must hold whole.
    """

    name: str
    words: tuple[str, ...] = ()
    number: int = 0
    choices: tuple[tuple[Test, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class PackRule:
    """One rule of a pack.

    Attributes:
        id: its id in the pack.
        each: the kind of part it looks at one by one, ``link``, or ``chain``.
        must: what must hold of each.
        where: of which of them; of all if empty.
        severity: note or warning: a pack never refuses a chain.
        says: what is told of those of which it does not hold.
        reason: why it matters.
        repair: what to do about it.
        origin: where the rule comes from, or that it is the pack's own.
    """

    id: str
    each: str
    must: tuple[Test, ...]
    where: tuple[Test, ...] = ()
    severity: Severity = Severity.NOTE
    says: Bilingual = _NOTHING
    reason: Bilingual = _NOTHING
    repair: Bilingual = _NOTHING
    origin: Bilingual = _NOTHING


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack of rules.

    Attributes:
        name: its name, which begins the codes of its findings: ``fonda/impact-asked``.
        title: its name for people.
        description: what it is for, and what in it is whose.
        source: where it comes from.
        rules: the rules, in the order in which they are told.
    """

    name: str
    title: Bilingual
    description: Bilingual = _NOTHING
    source: Bilingual = _NOTHING
    rules: tuple[PackRule, ...] = ()

    def code_of(self, rule: PackRule) -> str:
        """Return the stable code of the findings of a rule."""
        return f"{self.name}/{rule.id}"

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all its rules."""
        return tuple(self.code_of(rule) for rule in self.rules)

    def rule_told(self, rule: PackRule) -> Rule:
        """Return a rule as problems tell it: its message names what was found."""
        says, repair = _plain(rule.says), _plain(rule.repair)
        if rule.each != "chain":
            says = Bilingual(f"{says.fr} : {{parts}}", f"{says.en}: {{parts}}")
        reason = Bilingual(
            *(
                " ".join(filter(None, (rule.reason.text(code), rule.origin.text(code))))
                for code in ("fr", "en")
            )
        )
        return Rule(self.code_of(rule), rule.severity, says, repair, reason)


def _plain(words: Bilingual) -> Bilingual:
    """Return texts whose braces stand for themselves."""
    return Bilingual(*(text.replace("{", "{{").replace("}", "}}") for text in words))
