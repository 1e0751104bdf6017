"""What is asked about each indicator, by its kind."""

from __future__ import annotations

from valuegraph.io.xlsform.form import Form, answer_names, safe_name, settings_of, told
from valuegraph.model.chain import ValueChain
from valuegraph.model.evaluation import Indicator, IndicatorKind
from valuegraph.model.ids import slug
from valuegraph.model.part import Status
from valuegraph.model.quantity import Quantity
from valuegraph.problems import Bilingual, Problem, Where, told_language

ABOUT_THE_FORM = ("date", "source", "viewpoint")
"""The columns of every filled form, beside the indicators'."""

_COUNTED = frozenset({"", "personnes", "personne", "people", "person", "persons", "habitants"})
_NOTHING = Bilingual("", "")
_NUMBERS = {
    ". >= 0": Bilingual("Un nombre, 0 ou plus.", "A number, 0 or more."),
    ". > 0": Bilingual("Un nombre plus grand que 0.", "A number above 0."),
}


def form_of(chain: ValueChain, language: str) -> Form:
    """Return the form that asks for a value of every indicator that is not refuted."""
    form = Form()
    form.reserve(ABOUT_THE_FORM)
    about = chain.about
    title = Bilingual(*(f"{about.label(code)} : enquête" if code == "fr" else
                        f"{about.label(code)}: survey" for code in ("fr", "en")))  # fmt: skip
    form.settings = settings_of(chain, title, language)
    asked = asked_of(chain)
    _ask_about_the_form(form)
    _ask_breakdowns(form, asked)
    for indicator, name in zip(asked, column_names(form, asked), strict=True):
        _ask(form, chain, indicator, name)
    if not asked:
        form.problems.append(Problem("VG660"))
    return form


def asked_of(chain: ValueChain) -> list[Indicator]:
    """Return the indicators that a form asks for: those that are not refuted."""
    return [each for each in chain.indicators if each.status is not Status.REFUTED]


def column_names(form: Form, indicators: list[Indicator]) -> list[str]:
    """Return how the column of each indicator is called, and take these names."""
    return [form.free_name(each.id) for each in indicators]


def breakdown_words(indicators: list[Indicator]) -> dict[str, list[str]]:
    """Return column -> the words that all indicators tell apart there; none if any word is told."""
    words: dict[str, dict[str, None]] = {}
    for indicator in indicators:
        for name, own in indicator.breakdowns.items():
            words.setdefault(breakdown_column(name), {}).update(dict.fromkeys(own))
    return {column: list(own) for column, own in words.items()}


def breakdown_column(name: str) -> str:
    """Return how the column of a breakdown is called."""
    return safe_name(f"breakdown_{slug(name)}")


def _ask_about_the_form(form: Form) -> None:
    late = Bilingual("La date ne peut pas être à venir.", "The date cannot lie ahead.")
    form.ask("date", "date", Bilingual("Date de l’observation", "Date of the observation"),
             _NOTHING, required="yes", constraint=". <= today()",
             **_message(late))  # fmt: skip
    form.ask("text", "source", Bilingual("Source", "Source"),
             Bilingual("D’où vient l’information : registre, entretien, document…",
                       "Where this comes from: register, interview, document…"))  # fmt: skip
    form.ask("text", "viewpoint", Bilingual("Point de vue", "Viewpoint"),
             Bilingual("Qui répond, et à quel titre : habitante, salarié, partenaire…",
                       "Who answers, and as whom: resident, employee, partner…"))  # fmt: skip


def _ask_breakdowns(form: Form, indicators: list[Indicator]) -> None:
    """Ask once by what values are told apart: the words of all indicators together."""
    titles: dict[str, str] = {}
    for indicator in indicators:
        for name in indicator.breakdowns:
            titles.setdefault(breakdown_column(name), name)
    for key, own_words in breakdown_words(indicators).items():
        form.reserve((key,))
        if not own_words:
            form.ask("text", key, _same(titles[key]), _NOTHING)
            continue
        listed = _choices(form, key, own_words)
        form.ask(f"select_one {listed}", key, _same(titles[key]), _ONLY_IF_KNOWN)


_ONLY_IF_KNOWN = Bilingual(
    "Laissez vide si les réponses valent pour tout le monde.",
    "Leave empty if the answers stand for everybody.",
)


def _ask(form: Form, chain: ValueChain, indicator: Indicator, name: str) -> None:
    """Ask for one indicator; a ratio is asked as its two numbers."""
    if name != indicator.id:
        where, values = Where(id=indicator.id), {"column": name}
        form.problems.append(Problem("VG661", where, values))
    label = Bilingual(*(indicator.label(code) for code in ("fr", "en")))
    kind = indicator.indicator_kind
    hint = Bilingual(_hint(indicator, "fr"), _hint(indicator, "en"))
    if kind is IndicatorKind.RATIO:
        _ask_ratio(form, indicator, name, label, hint)
    elif kind is IndicatorKind.YES_NO:
        if not any(row["list_name"] == "yes_no" for row in form.choices):
            form.offer("yes_no", [("yes", Bilingual("Oui", "Yes")), ("no", Bilingual("Non", "No"))])
        form.ask("select_one yes_no", name, label, hint)
    elif kind is IndicatorKind.ORDINAL and indicator.scale:
        listed = _scale(form, indicator, name)
        form.ask(f"select_one {listed}", name, label, hint)
    elif kind in (IndicatorKind.COUNT, IndicatorKind.STOCK) or (kind is None and indicator.unit):
        whole = kind is IndicatorKind.COUNT and _is_whole(chain, indicator)
        _ask_number(form, "integer" if whole else "decimal", name, label, hint,
                    ". >= 0" if kind is IndicatorKind.COUNT else "")  # fmt: skip
    else:
        form.ask("text", name, label, hint, appearance="multiline")
    if kind is None:
        form.problems.append(Problem("VG662", Where(id=indicator.id)))


def _ask_ratio(form: Form, indicator: Indicator, name: str, label: Bilingual,
               hint: Bilingual) -> None:  # fmt: skip
    above = Bilingual(*(_part_of(indicator, "numerator", code) for code in ("fr", "en")))
    below = Bilingual(*(_part_of(indicator, "denominator", code) for code in ("fr", "en")))
    for ending, words, rule in (("__numerator", above, ""), ("__denominator", below, ". > 0")):
        asked = Bilingual(f"{label.fr} — {words.fr}", f"{label.en} — {words.en}")
        _ask_number(form, "decimal", name + ending, asked, hint, rule)


def _part_of(indicator: Indicator, which: str, language: str) -> str:
    """Return what a ratio counts above or below, in words."""
    plain = {"numerator": Bilingual("nombre du haut (numérateur)", "upper number (numerator)"),
             "denominator": Bilingual("nombre du bas (dénominateur)",
                                      "lower number (denominator)")}  # fmt: skip
    return indicator.text(which, language) or plain[which].text(language)


def _ask_number(form: Form, kind: str, name: str, label: Bilingual, hint: Bilingual,
                rule: str) -> None:  # fmt: skip
    more = {"constraint": rule, **_message(_NUMBERS[rule])} if rule else {}
    form.ask(kind, name, label, hint, **more)


def _message(words: Bilingual) -> dict[str, str]:
    return told("constraint_message", words)


def _hint(indicator: Indicator, language: str) -> str:
    """Return what helps to answer: what it means, its unit, how and where it is found."""
    colon = " : " if told_language(language) == "fr" else ": "
    words = {"unit": Bilingual("Unité", "Unit"), "method": Bilingual("Méthode", "Method"),
             "source": Bilingual("Source", "Source")}  # fmt: skip
    texts = {
        "unit": indicator.unit,
        "method": indicator.text("method", language),
        "source": indicator.text("source", language),
    }
    said = [f"{words[key].text(language)}{colon}{text}" for key, text in texts.items() if text]
    return " · ".join((*filter(None, [indicator.text("description", language)]), *said))


def _scale(form: Form, indicator: Indicator, name: str) -> str:
    """Offer the words of a scale, in both languages where they are translated."""
    words = list(indicator.scale)
    sides = []
    for code in ("fr", "en"):
        there = indicator.texts("scale", code)
        sides.append(there if len(there) == len(words) else words)
    labels = [Bilingual(*pair) for pair in zip(*sides, strict=True)]
    return form.offer(f"scale_{name}", list(zip(answer_names(words), labels, strict=True)))


def _choices(form: Form, name: str, words: list[str]) -> str:
    labels = [_same(word) for word in words]
    return form.offer(name, list(zip(answer_names(words), labels, strict=True)))


def _same(text: str) -> Bilingual:
    return Bilingual(text, text)


def _is_whole(chain: ValueChain, indicator: Indicator) -> bool:
    """Tell whether a count goes by ones: no measure for a unit, no known value with a part."""
    if indicator.unit.casefold() not in _COUNTED:
        return False
    noted = [each.value for each in chain.observations if each.indicator == indicator.id]
    known = [*indicator.baseline.values(), *indicator.target.values(), *noted]
    return all(value.amount == int(value.amount) for value in known if isinstance(value, Quantity))
