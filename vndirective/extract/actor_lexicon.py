"""The vocabulary of actors, loaded once from ``lexicons/``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from vndirective.core.orthography import fold
from vndirective.core.resources import lexicon
from vndirective.core.tokens import Trie

__all__ = ["ActorLexicon", "actor_lexicon"]


@dataclass(frozen=True, slots=True)
class ActorLexicon:
    """The vocabulary of actors as tries and sets; see ``lexicons/*.json`` for what each holds."""

    heads: Trie[tuple[str | None, str | None, bool]]
    abbreviations: dict[str, str]
    alone_heads: frozenset[str]
    sectors: Trie[bool]
    places: Trie[bool]
    pairs: frozenset[tuple[str, str]]
    offices: Trie[str]
    alone: frozenset[str]
    lowercase: frozenset[str]
    role_formulas: Trie[bool]
    titles: frozenset[str]
    surnames: frozenset[str]
    formulas: Trie[bool]
    nouns: Trie[str]
    group_alone: frozenset[str]
    not_first: frozenset[str]
    distributive: frozenset[str]
    governing: frozenset[str]
    prefixes: Trie[bool]
    modifiers: Trie[bool]
    territories: Trie[tuple[str | None]]
    plurals: Trie[tuple[str | None]]
    levels: Trie[tuple[str | None]]
    never_in_names: frozenset[str]
    triggers: frozenset[str] = frozenset()


def _pairs(names: list[str]) -> Iterator[tuple[str, str]]:
    """The words of two syllables that names are made of: "Văn hóa" of "Văn hóa và Thể thao"."""
    for name in names:
        words = name.replace(",", " ").split()
        for first, second in pairwise(words):
            if first[0].isupper() and second[0].islower() and second != "và":
                yield fold(first), fold(second)


@cache
def actor_lexicon() -> ActorLexicon:
    """Load the vocabulary once."""
    org, office, group = lexicon("organizations"), lexicon("offices"), lexicon("groups")
    heads = [(h["head"], (h["level"], h["branch"], h["needs_name"])) for h in org["heads"]]
    by_head = {fold(head): value for head, value in heads}
    for short, full in org["abbreviations"].items():
        heads.append((short, by_head.get(fold(full), (None, "state", False))))
    built = ActorLexicon(
        heads=Trie(heads),
        abbreviations={fold(k): v for k, v in org["abbreviations"].items()},
        alone_heads=frozenset(fold(h) for h in org["alone_heads"]),
        sectors=Trie((s, True) for s in org["sectors"]),
        pairs=frozenset(_pairs(org["sectors"] + org["name_words"])),
        places=Trie((p, True) for p in org["places"]),
        offices=Trie((o, fold(o)) for o in office["offices"]),
        alone=frozenset(fold(o) for o in office["alone"]),
        lowercase=frozenset(fold(o) for o in office["lowercase"]),
        role_formulas=Trie((f, True) for f in office["formulas"]),
        titles=frozenset(fold(t).split()[-1] for t in office["titles"]),
        surnames=frozenset(fold(s) for s in office["surnames"]),
        formulas=Trie((f, True) for f in group["formulas"]),
        nouns=Trie((n, fold(n)) for n in group["nouns"]),
        group_alone=frozenset(fold(n) for n in group["alone"]),
        distributive=frozenset(group["distributive"]),
        governing=frozenset(fold(n) for n in group["governing"]),
        not_first=frozenset(fold(n) for n in group["not_first"]),
        prefixes=Trie((p, True) for p in group["prefixes"]),
        modifiers=Trie((m, True) for m in group["modifiers"]),
        territories=Trie((t, (level,)) for t, level in org["territories"].items()),
        plurals=Trie((p, (level,)) for p, level in org["plural_territories"].items()),
        levels=Trie((x, (level,)) for x, level in org["levels"].items()),
        never_in_names=frozenset(org["never_in_names"]),
    )
    tries = (
        built.heads,
        built.offices,
        built.role_formulas,
        built.formulas,
        built.nouns,
        built.prefixes,
    )
    return replace(built, triggers=built.surnames.union(*(trie.first for trie in tries)))
