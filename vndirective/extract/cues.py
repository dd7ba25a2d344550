"""The cues of directive statements, loaded once from ``lexicons/cues.json``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from vndirective.core.errors import ResourceError
from vndirective.core.orthography import fold
from vndirective.core.resources import lexicon
from vndirective.core.tokens import Places, Tables, Tokens, Trie

__all__ = ["Cue", "Cues", "FoundCues", "cue_named", "cues"]


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
    impersonal : bool
        It asks where nobody is named, in reports too ("Thời gian tới cần …").
    own : bool
        It counts only where who speaks asks ("Xin tỉnh …", but not "nhiều hộ xin xã …"); a modal
        so only in news.
    addresses : bool
        It asks whoever is named before it, however far: "Bác nào rảnh, *hãy* …".
    """

    form: str
    modality: str
    strength: int
    needs_bearer: bool = False
    keep: str | None = None
    verb_after: bool = False
    impersonal: bool = False
    own: bool = False
    addresses: bool = False


@dataclass(frozen=True, slots=True)
class Cues:
    """Tries over the cues and the function words around them.

    A field has the name of its list in the lexicon, which says what it holds; four sets are the
    first words of several lists.
    """

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
    floor: Trie[str]
    addressing: Trie[str]
    guiding: Trie[str]
    mishaps: Trie[str]
    harms: Trie[str]
    having: Trie[str]
    not_benefits: Trie[str]
    tasks: Trie[str]
    places: frozenset[str]
    concluding: Trie[str]
    enumerating: Trie[str]
    counted: frozenset[str]
    on_behalf: Trie[str]
    public_bodies: Trie[str]
    quantifiers: Trie[str]
    realms: Trie[str]
    within: Trie[str]
    bearer_nouns: Trie[str]
    not_bearers: Trie[str]
    occasions: Trie[str]
    scenes: Trie[str]
    ceremonies: Trie[str]
    bearer_formulas: Trie[str]
    formula_prefixes: Trie[str]
    formula_starts: frozenset[str]
    subject_starts: frozenset[str]
    before_somebody: frozenset[str]
    phrase_ends: frozenset[str]
    not_granted: frozenset[str]
    not_going_on: frozenset[str]
    telling: Trie[str]
    asking: frozenset[str]
    singling: frozenset[str]
    over: frozenset[str]
    tenses: frozenset[str]
    urging: frozenset[str]
    not_before_delivery: frozenset[str]
    above_all: Trie[str]
    until: Trie[str]
    finished: Trie[str]
    striving: Trie[str]
    stating: Trie[str]
    summing_up: Trie[str]
    counted_from: Trie[str]
    before_events: Trie[str]
    each_of_them: Trie[str]
    directing: Trie[str]
    saying: Trie[str]
    not_forbidden: frozenset[str]
    not_forbidden_in_prose: frozenset[str]
    after_somebody: frozenset[str]
    noun_starts: frozenset[str]
    not_asking: frozenset[str]
    urgencies: frozenset[str]
    signing: frozenset[str]
    list_words: frozenset[str]
    amounts: frozenset[str]
    before_promise: frozenset[str]
    before_time: frozenset[str]
    inside_before_time: frozenset[str]
    before_which: frozenset[str]
    contrasting: frozenset[str]
    none_of: frozenset[str]
    appointing: frozenset[str]
    before_verb: frozenset[str]
    before_cue: frozenset[str]
    just_now: frozenset[str]
    by_authority: frozenset[str]
    before_doers: frozenset[str]
    pointing: frozenset[str]
    demonstratives: frozenset[str]
    not_yet: frozenset[str]
    looking_back: frozenset[str]
    not_advised: frozenset[str]
    said_words: frozenset[str]
    charged: Trie[str]
    visits: Trie[str]
    verbal_adjuncts: Trie[str]
    delivery: Trie[str]
    demanding: Trie[str]
    carrying_out: Trie[str]
    participles: Trie[str]
    bygone: Trie[str]
    before_that: Trie[str]
    enacting_ends: Trie[str]
    agreeing: Trie[str]
    agreed: Trie[str]
    blaming: Trie[str]
    which_of_them: Trie[str]
    asked_to_have: Trie[str]
    urged: Trie[str]
    joins_verbs: frozenset[str]
    sets_apart: frozenset[str]
    according: Trie[str]
    showing: Trie[str]
    announcements: Trie[str]
    consequences: Trie[str]
    documents: Trie[str]
    heading_addresses: Trie[str]
    proposing_headings: tuple[str, ...]
    rights_headings: tuple[str, ...]
    formulas: tuple[str, ...]
    invitations: tuple[str, ...]
    schedules: Trie[str]
    own_acts: frozenset[str]
    own_requests: frozenset[str]
    pledging_headings: tuple[str, ...]
    agenda: Trie[str]
    assigning_labels: Trie[str]
    not_before_modal: frozenset[str]
    of_somebody: frozenset[str]
    where: frozenset[str]
    numerals: frozenset[str]
    announcing: Trie[str]
    after_condition: frozenset[str]
    until_now: tuple[str, ...]
    above_others: Trie[str]
    supervising: Trie[str]
    remits: Trie[str]
    over_people: Trie[str]
    deciding: Trie[str]
    remit_cases: Trie[str]
    remit_papers: Trie[str]
    one_of_several: tuple[str, ...]
    left_out: tuple[str, ...]
    not_done: tuple[str, ...]
    choices: tuple[str, ...]
    remit_headings: Trie[str]
    cases_headings: tuple[str, ...]
    discussing: Trie[str]
    belonging: frozenset[str]
    about_somebody: frozenset[str]
    relative_verbs: Trie[str]
    naming_verbs: Trie[str]
    predicates: Trie[str]
    acts: Trie[str]
    in_office: Trie[str]
    forbidden_titles: Trie[str]
    forbidden_closings: Trie[str]
    by_whom: Trie[str]
    let_happen: Trie[str]
    restricting: Trie[str]
    causes: frozenset[str]
    section_labels: Trie[str]
    advising: frozenset[str]
    proposing: frozenset[str]
    letting: frozenset[str]
    set_phrases: Trie[str]
    whole_words: Trie[str]
    deeds: Trie[str]
    issuing: Trie[str]
    enacting: Trie[str]
    presenting: Trie[str]
    ruling: Trie[str]
    charging: Trie[str]
    results: Trie[str]
    resuming: Trie[str]
    adverbs: Trie[str]
    benefits: Trie[str]
    connectors: Trie[str]
    adjuncts: Trie[str]
    opening_adjuncts: Trie[str]
    concessions: Trie[str]
    colon_adjuncts: Trie[str]
    conditions: Trie[str]
    closing_conditions: Trie[str]
    idle_conditions: Trie[str]
    while_acting: Trie[str]
    conditional_states: frozenset[str]
    past: frozenset[str]
    announced: tuple[str, ...]
    setting_tasks: Trie[str]
    threats: Trie[str]
    making_known: Trie[str]
    said_before: tuple[str, ...]
    operative_headings: tuple[str, ...]
    background_headings: tuple[str, ...]
    background_exact: frozenset[str]
    purpose: Trie[str]
    exceptions: Trie[str]
    before_exception: frozenset[str]
    not_before_when: frozenset[str]
    products: frozenset[str]
    not_before_purpose: frozenset[str]
    after_product: frozenset[str]
    towards: frozenset[str]
    before_half: frozenset[str]
    slot_starts: frozenset[str]
    before_list: Trie[str]
    list_leads: frozenset[str]
    whereabouts: frozenset[str]
    not_cases: frozenset[str]
    deliverables: Trie[str]
    producing: Trie[str]
    coordinating: Trie[str]
    reporting_to: Trie[str]
    monitoring: Trie[str]


def _cue(entry: dict[str, Any]) -> Cue:
    return Cue(**{f.name: entry[f.name] for f in fields(Cue) if f.name in entry})


def _cue_trie(entries: list[dict[str, Any]]) -> Trie[Cue]:
    return Trie((e["form"], _cue(e)) for e in entries)


def _words(words: list[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


def _word_trie(words: list[str] | dict[str, Any]) -> Trie[Any]:
    return Trie(words.items() if isinstance(words, dict) else ((w, fold(w)) for w in words))


#: How a list of the lexicon is read, by the type of its field.
_READ: dict[str, Callable[[Any], Any]] = {
    "Trie[Cue]": _cue_trie,
    "Trie[str]": _word_trie,
    "Trie[int]": _word_trie,
    "frozenset[str]": _words,
    "tuple[str, ...]": lambda words: tuple(map(fold, words)),
}


@cache
def cues() -> Cues:
    """Return the cues of the library."""
    data = lexicon("cues")
    unknown = data["lists"].keys() ^ (data.keys() - {"about", "lists", "performatives", "modals"})
    unknown |= data["lists"].keys() - {f.name for f in fields(Cues)}
    if unknown:
        raise ResourceError(
            f"lexicons/cues.json: {', '.join(sorted(unknown))}: a list needs an entry in 'lists' and "
            "a field of extract.cues.Cues"
        )
    lists = {f.name: _READ[str(f.type)](data[f.name]) for f in fields(Cues) if f.name in data}

    def first_of(*names: str) -> frozenset[str]:
        return frozenset().union(*(lists[name].first for name in names))

    formula_starts = first_of("formula_prefixes", "bearer_formulas")
    return Cues(
        **lists,
        before_somebody=first_of("distributive", "honorifics"),
        formula_starts=formula_starts,
        subject_starts=formula_starts | first_of("bearer_nouns", "quantifiers"),
        slot_starts=first_of(
            "conditions", "exceptions", "purpose", "deliverables", "producing", "coordinating",
            "reporting_to", "monitoring",
        ),
    )  # fmt: skip


@cache
def cue_named(form: str) -> Cue:
    """Return the cue of a form, for what asks without saying so: a column of requests."""
    entries = (e for kind in ("performatives", "modals") for e in lexicon("cues")[kind])
    entry = next((e for e in entries if e["form"] == form), None)
    if entry is None:
        raise ResourceError(f"lexicons/cues.json: no cue {form!r}, which the rules ask for by name")
    return _cue(entry)


@dataclass(slots=True)
class FoundCues:
    """Where phrases of the cues stand in one text: those that are rare and asked for often."""

    performatives: Places[Cue]
    modals: Places[Cue]
    acts: Places[str]
    addressing: Places[str]
    adjuncts: Places[str]
    adverbs: Places[str]
    bearer_formulas: Places[str]
    before_events: Places[str]
    carrying_out: Places[str]
    participles: Places[str]
    consequences: Places[str]
    colon_adjuncts: Places[str]
    concluding: Places[str]
    conditions: Places[str]
    coordinating: Places[str]
    deeds: Places[str]
    delivery: Places[str]
    directing: Places[str]
    distributive: Places[str]
    each_of_them: Places[str]
    enumerating: Places[str]
    exceptions: Places[str]
    finished: Places[str]
    first_person: Places[str]
    floor: Places[str]
    enacting_ends: Places[str]
    forbidden_titles: Places[str]
    formula_prefixes: Places[str]
    honorifics: Places[str]
    issuing: Places[str]
    monitoring: Places[str]
    naming_verbs: Places[str]
    negated: Places[str]
    not_bearers: Places[str]
    on_behalf: Places[str]
    opening_adjuncts: Places[str]
    producing: Places[str]
    purpose: Places[str]
    quantifiers: Places[str]
    reporting_to: Places[str]
    results: Places[str]
    saying: Places[str]
    section_labels: Places[str]
    set_phrases: Places[str]
    showing: Places[str]
    strengthening: Places[int]
    telling: Places[str]
    until: Places[str]
    verbal_adjuncts: Places[str]
    whole_words: Places[str]

    @classmethod
    def of(cls, tokens: Tokens) -> FoundCues:
        """Look for them in the tokens of a text."""
        table = cues()
        found = cls(**tokens.find(_tables()))
        # "Theo dõi tình hình" is an order, and begins with no adjunct "theo …,"
        for i, (end, _) in list(found.adjuncts.items()):
            verb = table.openers.match(tokens, i)
            if verb and verb[0] > end and table.not_openers.match(tokens, i) is None:
                del found.adjuncts[i]
        for i, opening in found.opening_adjuncts.items():
            if tokens.capitals[i] or not tokens.keys[i - 1].isalnum():
                found.adjuncts[i] = opening
        return found


@cache
def _tables() -> Tables:
    return Tables({f.name: getattr(cues(), f.name) for f in fields(FoundCues)})
