"""The vocabulary of actors, loaded once from ``lexicons/``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from itertools import pairwise
from typing import Any

from vndirective.core.orthography import fold
from vndirective.core.resources import lexicon
from vndirective.core.tokens import Places, Tables, Tokens, Trie, token_keys
from vndirective.extract.actors.agencies import Agency
from vndirective.extract.actors.circles import abbreviations

__all__ = ["ActorLexicon", "FoundNames", "Head", "Noun", "Office", "actor_lexicon"]


@dataclass(frozen=True, slots=True)
class Head:
    """The first words of a name of an organization.

    ``needs_name`` is true where they name nobody alone; ``agency`` where a user gave the name.
    """

    level: str | None
    branch: str | None
    needs_name: bool
    agency: bool = False


@dataclass(frozen=True, slots=True)
class Noun:
    """A word for people, bodies or territories in general, with what its class says of it.

    ``series`` names the kind of list that the word stands in ("cán bộ, công chức"); a word
    without one is an actor of its own between commas. One that is ``named`` may have a proper name,
    one with ``trade`` may be told by several. ``territory`` tells whether it names a kind of
    territory.
    """

    form: str
    alone: bool
    governs: bool
    type: str
    series: str
    named: bool
    trade: bool
    territory: bool


@dataclass(frozen=True, slots=True)
class Office:
    """The base of an office; ``use`` is the list of ``offices.json`` that it stands in."""

    form: str
    use: str


@dataclass(frozen=True, slots=True)
class ActorLexicon:
    """The vocabulary of actors as tries and sets; ``lexicons/*.json`` say what each holds.

    The sets ``…_words`` hold the tokens that something can start with: an office, a group, a
    phrase that names nobody, a place, what narrows a noun down. They save most look-ups.
    ``triggers`` are all tokens worth a look, each with the tokens that have to follow it where
    it is written small, or with None; behind those of ``before_names`` a capital will do.
    """

    heads: Trie[Head]
    councils: frozenset[tuple[str, ...]]
    beside_heads: frozenset[str]
    of_any_body: frozenset[str]
    of_sectors: frozenset[str]
    of_many: frozenset[str]
    shorter_offices: Trie[Office]
    small_degrees: Trie[bool]
    small_heads: frozenset[str]
    small_sectors: frozenset[str]
    abbreviations: dict[str, str]
    abbreviations_before: dict[str, dict[str, str]]
    abbreviations_behind: dict[str, dict[str, str]]
    company_abbreviations: dict[str, str]
    agency_names: dict[str, str]
    alone_heads: frozenset[str]
    boards: frozenset[str]
    never_namesakes: frozenset[str]
    numbered: frozenset[str]
    by_number: frozenset[str]
    numbered_places: frozenset[str]
    streets: frozenset[str]
    counted_teams: frozenset[str]
    before_number: frozenset[str]
    mottos: Trie[bool]
    inside: dict[str, frozenset[str]]
    sectors: Trie[bool]
    fields: Trie[bool]
    places: Trie[bool]
    pairs: frozenset[tuple[str, str]]
    split_words: frozenset[tuple[str, str]]
    document_openings: Trie[bool]
    topics: Trie[bool]
    zones: Trie[bool]
    company_trades: Trie[bool]
    territories: Trie[str]
    levels: Trie[str]
    territory_ends: frozenset[str]
    never_in_names: frozenset[str]
    behind_names: Trie[bool]
    after_verbs: frozenset[str]
    domains: Trie[bool]
    ranks: Trie[bool]
    offices: Trie[Office]
    degrees: Trie[bool]
    role_formulas: Trie[bool]
    short_offices: dict[str, str]
    heading_verbs: frozenset[str]
    titles: frozenset[tuple[str, ...]]
    whole_titles: Trie[bool]
    legacies: frozenset[str]
    named_after: frozenset[str]
    labels: Trie[bool]
    credits: frozenset[str]
    surnames: frozenset[str]
    particles: frozenset[str]
    elders: frozenset[str]
    letters: frozenset[str]
    nouns: Trie[Noun]
    formulas: Trie[bool]
    quantifiers: Trie[bool]
    counting: frozenset[str]
    ordinal: frozenset[str]
    receiving: frozenset[str]
    not_after: frozenset[str]
    part_of: dict[str, frozenset[str]]
    complements: Trie[bool]
    trades: Trie[bool]
    belonging: Trie[bool]
    standing: frozenset[str]
    areas: Trie[bool]
    not_areas: frozenset[str]
    sites: Trie[bool]
    with_employers: frozenset[str]
    parts: frozenset[str]
    grounds: frozenset[str]
    acting: Trie[bool]
    attending: Trie[bool]
    manner: frozenset[str]
    verbs_too: frozenset[str]
    measures: frozenset[str]
    only_counted: frozenset[str]
    only_owning: frozenset[str]
    places_too: frozenset[str]
    not_actors: Trie[bool]
    events: Trie[bool]
    title_ends: frozenset[str]
    office_words: frozenset[str]
    group_words: frozenset[str]
    other_words: frozenset[str]
    place_words: frozenset[str]
    narrowing_words: frozenset[str]
    triggers: dict[str, frozenset[str] | None]
    before_names: frozenset[str]


@dataclass(slots=True)
class FoundNames:
    """Where phrases of the vocabulary stand in one text: those that are rare.

    None of them is a name that a user adds, so that one table of all serves every list of those.
    """

    acting: Places[bool]
    belonging: Places[bool]
    degrees: Places[bool]
    document_openings: Places[bool]
    events: Places[bool]
    formulas: Places[bool]
    levels: Places[str]
    mottos: Places[bool]
    nouns: Places[Noun]
    not_actors: Places[bool]
    offices: Places[Office]
    places: Places[bool]
    quantifiers: Places[bool]
    ranks: Places[bool]
    role_formulas: Places[bool]
    territories: Places[str]

    @classmethod
    def of(cls, tokens: Tokens) -> FoundNames:
        """Look for them in the tokens of a text."""
        return cls(**tokens.find(_tables()))


def _pairs(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The words of two syllables that names are made of: "Văn hóa" of "Văn hóa và Thể thao"."""
    for name in names:
        words = name.replace(",", " ").split()
        for first, second in pairwise(words):
            if first[0].isupper() and second[0].islower() and second != "và":
                yield fold(first), fold(second)


def _words(words: Iterable[str]) -> Trie[bool]:
    return Trie((w, True) for w in words)


def _heads(org: Mapping[str, Any], agencies: Iterable[Agency]) -> list[tuple[str, Head]]:
    # The first of two equal phrases counts: what a user says of a body comes first.
    heads = [
        (form, Head(a.level, a.branch, needs_name=False, agency=True))
        for a in agencies
        for form in (a.name, *a.short)
    ]
    heads += [
        (head, Head(c["level"], c["branch"], c["needs_name"]))
        for c in org["classes"]
        for head in c["heads"]
    ]
    by_head = {fold(form): head for form, head in heads}
    # "Thường trực HĐND": the name of one body inside that of another one, abbreviated
    heads += [
        (form.replace(full, short), head)
        for form, head in tuple(heads)
        for short, full in org["abbreviations"].items()
        if full in form and full != form
    ]
    heads += [
        (form.replace(f"{full} {word}", f"{short} {word}"), head)
        for form, head in tuple(heads)
        for short, followed in org["abbreviations_before"].items()
        for word, full in followed.items()
        if f"{full} {word}" in form
    ]
    unknown = Head(None, None, needs_name=False)
    heads += [(s, by_head.get(fold(full), unknown)) for s, full in org["abbreviations"].items()]
    return heads


def _nouns(group: Mapping[str, Any]) -> Iterator[tuple[str, Noun]]:
    for c in group["classes"]:
        composed = (f"{head} {tail}" for head in c.get("heads", ()) for tail in c.get("tails", ()))
        for word in (*c.get("words", ()), *composed):
            series = c.get("list", "")
            yield word, Noun(
                fold(word), c["alone"], c.get("governs", False), c.get("type", "GROUP"), series,
                c.get("named", False), c.get("trade", False), territory=series == "territories",
            )  # fmt: skip


def _domains(group: Mapping[str, Any]) -> Iterator[str]:
    """What bodies are for, in more than one word: "đê điều" of "tổ đê điều"."""
    for c in group["classes"]:
        if c.get("named"):
            yield from (tail for tail in c["tails"] if " " in tail)


def _trades(group: Mapping[str, Any]) -> Iterator[str]:
    """What bodies do: "sản xuất" of "cơ sở sản xuất"."""
    yield from (tail for c in group["classes"] if c.get("trade") for tail in c["tails"])


def _offices(office: Mapping[str, Any]) -> list[tuple[str, Office]]:
    return [
        (form, Office(fold(form), use))
        for use in ("common", "alone", "governing")
        for form in office[use]
    ]


def _around(group: Mapping[str, Any]) -> Iterator[str]:
    """The phrases that name nobody and hold a noun behind their start: "công tác cán bộ".

    The others are asked for where a noun begins, and need not be looked for.
    """
    nouns = {noun.form for _, noun in _nouns(group)}
    for phrase in group["not_actors"]:
        words = fold(phrase).split()
        starts = [
            k
            for k in range(len(words))
            if any(" ".join(words[k:end]) in nouns for end in range(k + 1, len(words) + 1))
        ]
        if starts != [0]:
            yield phrase


#: What follows the first noun of a list.
_LISTED = (",", "và", "hoặc")


def _triggers(
    tries: Iterable[Trie[Any]],
    alone: Mapping[str, Iterable[str]],
    capitals: frozenset[str],
    always: frozenset[str],
) -> dict[str, frozenset[str] | None]:
    """Collect the tokens worth a look, with those that have to follow.

    Nine of ten tokens that some phrase starts with start none, and looking costs more than
    anything else: a word like "tổ" is looked at before "dân phố", not before "chức".

    Parameters
    ----------
    tries : iterable of Trie
        Phrases that may be written small.
    alone : mapping of str to iterable of str
        Phrases of one token that say nothing by themselves, with what has to follow.
    capitals : frozenset of str
        Tokens that count only where they are written with a capital.
    always : frozenset of str
    """
    following: dict[str, set[str] | None] = {word: set() for word in capitals}
    for trie in tries:
        for first, second in trie.openings():
            seconds = following.setdefault(first, set())
            if seconds is None:
                continue
            if second is not None:
                seconds.add(second)
            elif first in alone:
                seconds.update(alone[first])
            else:
                following[first] = None
    following.update(dict.fromkeys(always))
    return {k: None if seconds is None else frozenset(seconds) for k, seconds in following.items()}


def _with_and_without_comma(topics: list[str]) -> list[str]:
    """Write "phòng, chống …" as many do, without its comma, too."""
    return [*topics, *(t.replace("phòng, chống", "phòng chống") for t in topics)]


@cache
def actor_lexicon(agencies: tuple[Agency, ...] = ()) -> ActorLexicon:
    """Build the vocabulary, once for each list of a user's own bodies.

    Parameters
    ----------
    agencies : tuple of Agency
        Known beside those of the library, and before them.
    """
    org, office, group = lexicon("organizations"), lexicon("offices"), lexicon("groups")
    tasks = lexicon("tasks")["labels"]
    heads, nouns = Trie(_heads(org, agencies)), Trie(_nouns(group))
    ranks, offices = _words(office["ranks"]), Trie(_offices(office))
    formulas, role_formulas = _words(group["formulas"]), _words(office["formulas"])
    quantifiers, not_actors = _words(group["quantifiers"]), _words(group["not_actors"])
    small_quantifiers = frozenset(q for q in group["quantifiers"] if " " not in q)
    around, events = _words(_around(group)), _words(group["events"])
    surnames = frozenset(fold(s) for s in office["surnames"])
    short_offices = {fold(k): v for k, v in office["short"].items()}
    office_words = offices.first | ranks.first | role_formulas.first | frozenset(short_offices)
    office_words |= {"các"}
    group_words = nouns.first | quantifiers.first | formulas.first
    titles = frozenset(tuple(token_keys(t)[-2:]) for t in office["titles"])
    title_ends = frozenset(t[-1] for t in titles)
    territories = Trie(org["territories"].items())
    levels = Trie((x, level or "") for x, level in org["levels"].items())
    complements, belonging = _words(group["complements"]), _words(group["belonging"])
    areas = _words(group["areas"])
    standing, grounds = frozenset(group["standing"]), frozenset(group["grounds"])
    place_words = territories.first | levels.first
    pairs = frozenset(_pairs(org["sectors"] + org["name_words"]))
    sectors = _words([*org["sectors"], *org["sector_abbreviations"]])
    never_in_names = frozenset(fold(w) for w in org["never_in_names"])
    return ActorLexicon(
        heads=heads,
        councils=frozenset(tuple(token_keys(name)) for name in org["councils"]),
        small_heads=frozenset(org["small_heads"]),
        small_sectors=frozenset(org["small_sectors"]),
        abbreviations=abbreviations(),
        abbreviations_before={
            fold(short): {token_keys(word)[0]: full for word, full in followed.items()}
            for short, followed in org["abbreviations_before"].items()
        },
        abbreviations_behind={
            fold(head): {fold(short): full for short, full in some.items()}
            for head, some in org["abbreviations_behind"].items()
        },
        company_abbreviations={fold(k): v for k, v in org["company_abbreviations"].items()},
        agency_names={fold(form): a.name for a in agencies for form in (a.name, *a.short)},
        alone_heads=frozenset(fold(h) for h in org["alone_heads"]),
        inside={token_keys(head)[0]: frozenset(before) for head, before in org["inside"].items()},
        boards=frozenset(fold(h) for h in org["boards"]),
        never_namesakes=frozenset(fold(h) for h in org["never_namesakes"]),
        numbered=frozenset(fold(h) for h in org["numbered"]),
        by_number=frozenset(fold(h) for h in org["by_number"]),
        numbered_places=frozenset(org["numbered_places"]),
        streets=frozenset(org["streets"]),
        counted_teams=frozenset(org["counted_teams"]),
        before_number=frozenset(org["before_number"]),
        mottos=_words(org["mottos"]),
        sectors=sectors,
        fields=_words(org["fields"]),
        places=_words(org["places"]),
        pairs=pairs,
        split_words=frozenset(p for p in pairs if p[0] in never_in_names),
        document_openings=_words(org["document_openings"]),
        topics=_words(_with_and_without_comma(org["topics"])),
        zones=_words(org["zones"]),
        company_trades=_words(org["company_trades"]),
        territories=territories,
        levels=levels,
        territory_ends=frozenset(fold(t).split()[-1] for t in org["territories"]),
        never_in_names=never_in_names,
        behind_names=_words(org["behind_names"]),
        after_verbs=frozenset(fold(w) for w in org["after_verbs"]),
        domains=_words(_domains(group)),
        ranks=ranks,
        offices=offices,
        degrees=_words(office["degrees"]),
        small_degrees=_words(office["small_degrees"]),
        beside_heads=frozenset(map(fold, office["beside_heads"])),
        of_any_body=frozenset(map(fold, office["of_any_body"])),
        of_sectors=frozenset(map(fold, office["of_sectors"])),
        of_many=frozenset(map(fold, office["of_many"])),
        shorter_offices=Trie((w, Office(fold(w), use)) for w, use in office["shorter"].items()),
        role_formulas=role_formulas,
        short_offices=short_offices,
        heading_verbs=frozenset(token_keys(w)[-1] for w in office["heading_verbs"]),
        titles=titles,
        whole_titles=_words(office["titles"]),
        legacies=frozenset(token_keys(w)[-1] for w in office["legacies"]),
        named_after=frozenset(token_keys(w)[-1] for w in office["named_after"]),
        credits=frozenset(token_keys(w)[-1] for w in office["credits"]),
        labels=_words([*tasks["lead"], *tasks["partner"]]),
        surnames=surnames,
        particles=frozenset(office["particles"]),
        elders=frozenset(token_keys(e)[-1] for e in office["elders"]),
        letters=frozenset(fold(w) for w in office["letters"]),
        nouns=nouns,
        formulas=formulas,
        quantifiers=quantifiers,
        ordinal=frozenset(group["ordinal"]),
        counting=frozenset(token_keys(w)[-1] for w in group["counting"]),
        receiving=frozenset(token_keys(w)[-1] for w in group["receiving"]),
        not_after=frozenset(group["not_after"]),
        part_of={fold(w): frozenset(before) for w, before in group["inside"].items()},
        complements=complements,
        trades=_words(_trades(group)),
        belonging=belonging,
        standing=standing,
        areas=areas,
        not_areas=frozenset(group["not_areas"]),
        sites=_words(group["sites"]),
        with_employers=frozenset(group["with_employers"]),
        parts=frozenset(group["parts"]),
        grounds=grounds,
        acting=_words(group["acting"]),
        attending=_words(group["attending"]),
        manner=frozenset(group["manner"]),
        verbs_too=frozenset(fold(w) for w in group["verbs_too"]),
        measures=frozenset(fold(w) for w in group["measures"]),
        only_counted=frozenset(fold(w) for w in group["only_counted"]),
        only_owning=frozenset(fold(w) for w in group["only_owning"]),
        places_too=frozenset(fold(w) for w in group["places_too"]),
        not_actors=not_actors,
        events=events,
        title_ends=title_ends,
        office_words=office_words,
        group_words=group_words,
        other_words=around.first | events.first,
        place_words=place_words,
        narrowing_words=(
            complements.first
            | belonging.first
            | areas.first
            | standing
            | grounds
            | place_words
            | {"các", "từ"}
        ),
        triggers=_triggers(
            tries=(offices, ranks, role_formulas, nouns, quantifiers, formulas, around, events),
            alone={
                # nouns of one syllable that denote an actor only in a list, or counted
                **{w: _LISTED for w, noun in _nouns(group) if " " not in w and not noun.alone},
                **dict.fromkeys(small_quantifiers, nouns.first | territories.first | office_words),
                **dict.fromkeys(org["small_sectors"], sectors.first | frozenset(_LISTED)),
            },
            capitals=surnames | heads.first | frozenset(short_offices),
            always=title_ends | frozenset(fold(t) for t in org["territories"]) | {":", "lưu"},
        ),
        before_names=small_quantifiers | frozenset(org["small_heads"]),
    )


@cache
def _tables() -> Tables:
    lex = actor_lexicon(())
    return Tables({f.name: getattr(lex, f.name) for f in fields(FoundNames)})
