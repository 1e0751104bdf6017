"""From a chain to a document: plain data in the order of the text form."""

from __future__ import annotations

from typing import Any

from valuegraph.io.documents.keys import (
    PLACES,
    SECTION_KINDS,
    TEXT_FIELDS,
    VERSION,
    Takes,
    field_of,
)
from valuegraph.io.documents.wording import Wording, said_by
from valuegraph.io.documents.writing_evaluation import evaluation_of
from valuegraph.io.documents.writing_links import WrittenLinks
from valuegraph.io.marks import InlineTable
from valuegraph.model.about import About
from valuegraph.model.activity import Modality, PrimaryActivity, Way
from valuegraph.model.chain import ValueChain
from valuegraph.model.ids import WHOLE_CHAIN, numbered
from valuegraph.model.languages import is_surely_a_language
from valuegraph.model.link import Link
from valuegraph.model.linking import is_none
from valuegraph.model.part import Part
from valuegraph.model.words import key_code


def document_of(chain: ValueChain, *, keys: str = "en") -> dict[str, Any]:
    """Return a chain as the plain data of a document: reading it gives an equal chain.

    Args:
        chain: the chain.
        keys: the language of keys and words, ``"en"`` or ``"fr"``; names, texts and ids stay.

    Returns:
        Mappings, lists, texts, numbers, true and false, in the order in which they are
        written; what is not known is left out.
    """
    return _Writer(chain, Wording(keys)).document()


class _Writer:
    def __init__(self, chain: ValueChain, wording: Wording) -> None:
        self.chain, self.wording = chain, wording
        self.links = WrittenLinks(chain, wording)
        self.cells = _Cells(chain, wording)

    def document(self) -> dict[str, Any]:
        key = self.wording.key
        about = self._about()
        extra = about.pop(key("extra"), {})
        sections = {
            key(section): {self._id(part): self._part(part) for part in self.chain.parts(kind)}
            for section, kind in SECTION_KINDS.items()
        }
        others = {
            key("links"): self.links.listed(),
            key("translations"): translations_of(self.chain, self.wording),
            key("evaluation"): evaluation_of(self.chain, self.wording),
            key("extra"): extra,
        }
        return about | {name: value for name, value in (sections | others).items() if value}

    def _about(self) -> dict[str, Any]:
        key, about = self.wording.key, self.chain.about
        said = {key("valuegraph"): VERSION, **said_by(self.wording, about, WHOLE_CHAIN)}
        said[key("language")] = about.language
        if about.scales:
            said[key("scales")] = {
                key(field): InlineTable(words) for field, words in about.scales.items()
            }
        if about.rates:
            said[key("rates")] = [
                InlineTable(said_by(self.wording, rate, "rate")) for rate in about.rates
            ]
        order = [key(name) for name in PLACES[WHOLE_CHAIN]]
        return {name: said[name] for name in order if name in said}

    def _id(self, part: Part) -> str:
        """Return an id; that of a circuit of the method is a word, in the language of words."""
        return self.wording.word("circuit", part.id) if part.kind == "circuit" else part.id

    def _part(self, part: Part) -> Any:
        key = self.wording.key
        own = said_by(self.wording, part, part.kind)
        if part.status_is_implied:
            del own[key("status")]
        for name, takes in PLACES[part.kind].items():
            value: Any = None
            if takes is Takes.LINKS:
                value = self.links.under(part, name)
            elif takes is Takes.CELLS and isinstance(part, PrimaryActivity):
                value = self.cells.of(part, Way(name))
            if value:
                own[key(name)] = value
        ordered = {key(name): own[key(name)] for name in PLACES[part.kind] if key(name) in own}
        meant_otherwise = part.kind == "margin" and (
            key_code(part.id) == "name" or is_surely_a_language(part.id)
        )
        if list(ordered) == [key("name")] and not meant_otherwise:
            return part.name
        return ordered or InlineTable()


def translations_of(chain: ValueChain, wording: Wording) -> dict[str, Any]:
    """Return the block of translations: language -> id -> key -> text."""
    items: list[About | Part | Link] = [chain.about]
    items += sorted(chain.parts(), key=lambda part: _ORDER.index(part.kind))
    items += chain.links
    told: dict[str, dict[str, Any]] = {}
    for item in items:
        place = "link" if isinstance(item, Link) else item.kind
        for language, texts in item.translations.items():
            told.setdefault(language, {})[item.id] = wording.table(
                {
                    name: list(text) if isinstance(text, tuple) else text
                    for name in TEXT_FIELDS[place]
                    if (text := texts.get(field_of(place, name)))
                }
            )
    return dict(sorted(told.items()))


_ORDER = (*SECTION_KINDS.values(), "modality", "question", "dimension", "criterion",
          "indicator")  # fmt: skip


class _Cells:
    """The modalities of a chain as they are written, with an id where reading gives another."""

    def __init__(self, chain: ValueChain, wording: Wording) -> None:
        self._wording = wording
        self._circuits = [circuit.id for circuit in chain.circuits]
        self._cells: dict[tuple[str, str], list[Modality]] = {}
        for modality in chain.modalities:
            self._cells.setdefault((modality.activity, modality.cell), []).append(modality)
        self._taken: set[str] = set()

    def of(self, activity: PrimaryActivity, way: Way) -> dict[str, Any]:
        """Return circuit -> what an activity receives or gives by it."""
        told: dict[str, Any] = {}
        for circuit in self._circuits:
            cell = f"{way.value}.{circuit}"
            modalities = [self._modality(one) for one in self._cells.get((activity.id, cell), [])]
            word = self._wording.word("circuit", circuit)
            if modalities:
                told[word] = modalities[0] if len(modalities) == 1 else modalities
            elif cell in activity.no_modality:
                told[word] = self._wording.word("whole", "none")
        return told

    def _modality(self, modality: Modality) -> Any:
        key, references = self._wording.key, self._wording.references
        said = said_by(self._wording, modality, "modality")
        if modality.status_is_implied:
            del said[key("status")]
        said |= {key("with"): modality.with_} if modality.with_ else {}
        for name, ids in (("resources", modality.resources), ("to", modality.to)):
            said |= {key(name): references(name, ids)} if ids else {}
        derived = numbered(f"{modality.activity}.{modality.cell}", self._taken)
        self._taken.add(modality.id)
        if derived != modality.id:
            said[key("id")] = modality.id
        if list(said) == [key("name")] and not is_none(modality.name):
            return modality.name
        return {key(name): said[key(name)] for name in PLACES["modality"] if key(name) in said}
