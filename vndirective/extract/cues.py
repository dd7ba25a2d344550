"""The cues of directive statements, loaded once from ``lexicons/cues.json``."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from vndirective.core.orthography import fold
from vndirective.core.resources import lexicon
from vndirective.core.tokens import Places, Tokens, Trie

__all__ = ["Cue", "Cues", "FoundCues", "cues"]


@dataclass(frozen=True, slots=True)
class Cue:
    """One performative or modal.

    Attributes
    ----------
    form, modality : str
    strength : int
        1 (weakest) to 5.
    needs_bearer : bool
        It counts only before somebody who must act ("giao …").
    keep : str or None
        The part of the cue that belongs to the action.
    verb_after : bool
        It counts only before a verb ("được giao chủ trì …", but not "nhiệm vụ được giao").
    """

    form: str
    modality: str
    strength: int
    needs_bearer: bool
    keep: str | None
    verb_after: bool = False


@dataclass(frozen=True, slots=True)
class Cues:
    """Tries over the cues and the function words around them."""

    performatives: Trie[Cue]
    modals: Trie[Cue]
    negated: Trie[str]
    openers: Trie[str]
    not_openers: Trie[str]
    strengthening: Trie[int]
    verbs_in_names: Trie[str]
    distributive: Trie[str]
    honorifics: Trie[str]
    first_person: Trie[str]
    addressing: Trie[str]
    concluding: Trie[str]
    enumerating: Trie[str]
    counted: frozenset[str]
    on_behalf: Trie[str]
    public_bodies: Trie[str]
    quantifiers: Trie[str]
    bearer_nouns: Trie[str]
    not_bearers: Trie[str]
    bearer_formulas: Trie[str]
    formula_prefixes: Trie[str]
    formula_starts: frozenset[str]
    subject_starts: frozenset[str]
    before_somebody: frozenset[str]
    phrase_ends: frozenset[str]
    asking: frozenset[str]
    directing: Trie[str]
    saying: Trie[str]
    not_forbidden: frozenset[str]
    not_forbidden_in_items: frozenset[str]
    after_somebody: frozenset[str]
    noun_starts: frozenset[str]
    not_asking: frozenset[str]
    list_words: frozenset[str]
    before_verb: frozenset[str]
    before_cue: frozenset[str]
    verbal_adjuncts: Trie[str]
    delivery: Trie[str]
    carrying_out: Trie[str]
    documents: Trie[str]
    heading_addresses: Trie[str]
    proposing_headings: tuple[str, ...]
    formulas: tuple[str, ...]
    not_before_modal: frozenset[str]
    of_somebody: frozenset[str]
    about_somebody: frozenset[str]
    relative_verbs: Trie[str]
    naming_verbs: Trie[str]
    predicates: Trie[str]
    acts: Trie[str]
    in_office: Trie[str]
    set_phrases: Trie[str]
    deeds: Trie[str]
    issuing: Trie[str]
    resuming: Trie[str]
    adverbs: Trie[str]
    benefits: Trie[str]
    connectors: Trie[str]
    adjuncts: Trie[str]
    colon_adjuncts: Trie[str]
    conditions: Trie[str]
    conditional_states: frozenset[str]
    past: frozenset[str]
    operative: tuple[str, ...]
    background: tuple[str, ...]
    background_exact: frozenset[str]
    purpose: Trie[str]
    exceptions: Trie[str]
    before_exception: frozenset[str]
    not_before_when: frozenset[str]
    products: frozenset[str]
    not_before_purpose: frozenset[str]
    after_product: frozenset[str]
    slot_starts: frozenset[str]
    before_list: frozenset[str]
    deliverables: Trie[str]
    producing: Trie[str]
    coordinating: Trie[str]
    reporting_to: Trie[str]
    monitoring: Trie[str]


def _cue_trie(entries: list[dict[str, Any]]) -> Trie[Cue]:
    return Trie(
        (
            e["form"],
            Cue(
                e["form"],
                e["modality"],
                e["strength"],
                e.get("needs_bearer", False),
                e.get("keep"),
                e.get("verb_after", False),
            ),
        )
        for e in entries
    )


def _word_trie(words: list[str]) -> Trie[str]:
    return Trie((w, fold(w)) for w in words)


@cache
def cues() -> Cues:
    """Return the cues of the library."""
    data = lexicon("cues")
    performatives, modals = _cue_trie(data["performatives"]), _cue_trie(data["modals"])
    formulas = _word_trie(data["bearer_formulas"])
    formula_prefixes = _word_trie(data["formula_prefixes"])
    directing = _word_trie(data["directing"])
    distributive, honorifics = _word_trie(data["distributive"]), _word_trie(data["honorifics"])
    nouns, quantifiers = _word_trie(data["bearer_nouns"]), _word_trie(data["quantifiers"])
    slots = {
        name: _word_trie(data[name])
        for name in (
            "conditions", "exceptions", "purpose", "deliverables", "producing", "coordinating",
            "reporting_to", "monitoring",
        )
    }  # fmt: skip
    return Cues(
        performatives=performatives,
        modals=modals,
        negated=_word_trie(data["negated"]),
        openers=_word_trie(data["openers"]),
        verbs_in_names=_word_trie(data["verbs_in_names"]),
        strengthening=Trie(data["strengthening"].items()),
        not_openers=_word_trie(data["not_openers"]),
        distributive=distributive,
        honorifics=honorifics,
        before_somebody=distributive.first | honorifics.first,
        first_person=_word_trie(data["first_person"]),
        addressing=_word_trie(data["addressing"]),
        concluding=_word_trie(data["concluding"]),
        enumerating=_word_trie(data["enumerating"]),
        counted=frozenset(data["counted"]),
        on_behalf=_word_trie(data["on_behalf"]),
        public_bodies=_word_trie(data["public_bodies"]),
        quantifiers=quantifiers,
        bearer_formulas=formulas,
        formula_prefixes=formula_prefixes,
        formula_starts=formula_prefixes.first | formulas.first,
        subject_starts=formula_prefixes.first | formulas.first | nouns.first | quantifiers.first,
        phrase_ends=frozenset(data["phrase_ends"]),
        bearer_nouns=nouns,
        not_bearers=_word_trie(data["not_bearers"]),
        directing=directing,
        asking=frozenset(data["asking"]),
        saying=Trie(data["saying"].items()),
        not_asking=frozenset(data["not_asking"]),
        list_words=frozenset(data["list_words"]),
        not_forbidden=frozenset(data["not_forbidden"]),
        not_forbidden_in_items=frozenset(data["not_forbidden_in_items"]),
        after_somebody=frozenset(data["after_somebody"]),
        noun_starts=frozenset(data["noun_starts"]),
        before_verb=frozenset(fold(w) for w in data["before_verb"]),
        before_cue=frozenset(fold(w) for w in data["before_cue"]),
        verbal_adjuncts=_word_trie(data["verbal_adjuncts"]),
        delivery=_word_trie(data["delivery"]),
        carrying_out=_word_trie(data["carrying_out"]),
        documents=_word_trie(data["documents"]),
        heading_addresses=_word_trie(data["heading_addresses"]),
        proposing_headings=tuple(fold(w) for w in data["proposing_headings"]),
        formulas=tuple(fold(w) for w in data["formulas"]),
        not_before_modal=frozenset(data["not_before_modal"]),
        of_somebody=frozenset(data["of_somebody"]),
        about_somebody=frozenset(data["about_somebody"]),
        relative_verbs=_word_trie(data["relative_verbs"]),
        naming_verbs=_word_trie(data["naming_verbs"]),
        predicates=_word_trie(data["predicates"]),
        acts=_word_trie(data["acts"]),
        in_office=_word_trie(data["in_office"]),
        set_phrases=_word_trie(data["set_phrases"]),
        deeds=_word_trie(data["deeds"]),
        issuing=_word_trie(data["issuing"]),
        adverbs=_word_trie(data["adverbs"]),
        benefits=_word_trie(data["benefits"]),
        resuming=_word_trie(data["resuming"]),
        connectors=_word_trie(data["connectors"]),
        adjuncts=_word_trie(data["adjuncts"]),
        colon_adjuncts=_word_trie(data["colon_adjuncts"]),
        conditional_states=frozenset(data["conditional_states"]),
        past=frozenset(fold(w) for w in data["past"]),
        operative=tuple(fold(w) for w in data["operative_headings"]),
        background_exact=frozenset(data["background_exact"]),
        background=tuple(fold(w) for w in data["background_headings"]),
        **slots,
        slot_starts=frozenset().union(*(trie.first for trie in slots.values())),
        before_list=frozenset(data["before_list"]),
        not_before_when=frozenset(data["not_before_when"]),
        products=frozenset(data["products"]),
        before_exception=frozenset(data["before_exception"]),
        not_before_purpose=frozenset(data["not_before_purpose"]),
        after_product=frozenset(data["after_product"]),
    )


@dataclass(slots=True)
class FoundCues:
    """Where phrases of the cues stand in one text: those that are rare and asked for often."""

    performatives: Places[Cue]
    modals: Places[Cue]
    adjuncts: Places[str]
    adverbs: Places[str]
    addressing: Places[str]
    bearer_formulas: Places[str]
    carrying_out: Places[str]
    colon_adjuncts: Places[str]
    concluding: Places[str]
    conditions: Places[str]
    coordinating: Places[str]
    delivery: Places[str]
    directing: Places[str]
    distributive: Places[str]
    exceptions: Places[str]
    first_person: Places[str]
    formula_prefixes: Places[str]
    honorifics: Places[str]
    monitoring: Places[str]
    negated: Places[str]
    not_bearers: Places[str]
    on_behalf: Places[str]
    producing: Places[str]
    purpose: Places[str]
    quantifiers: Places[str]
    reporting_to: Places[str]
    saying: Places[str]
    strengthening: Places[int]
    verbal_adjuncts: Places[str]

    @classmethod
    def of(cls, tokens: Tokens) -> FoundCues:
        """Look for them in the tokens of a text."""
        table = cues()
        return cls(**{f.name: tokens.find(getattr(table, f.name)) for f in fields(cls)})
