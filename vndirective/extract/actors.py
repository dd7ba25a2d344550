"""Actors: mentions of organizations, offices, persons and collective groups.

Names are composed: a head of the lexicon and its complements (a sector, a territory, a
superior), an office and what it heads, a person after an office or a title.
"""

from __future__ import annotations

from dataclasses import dataclass

from vndirective.core.orthography import fold
from vndirective.core.records import Actor
from vndirective.core.tokens import Tokens
from vndirective.extract.actor_lexicon import actor_lexicon
from vndirective.extract.context import Context
from vndirective.extract.cues import cues

__all__ = ["Mention", "find_actors"]

#: Longest name after a head, in tokens, and how many bodies may stand inside one name.
_LONGEST_TITLE = 12
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """One actor in view offsets, and in tokens ``first`` to ``last`` (exclusive)."""

    start: int
    end: int
    first: int
    last: int
    type: str
    level: str | None
    branch: str | None


class _Finder:
    """Walks once over the tokens."""

    def __init__(self, tokens: Tokens) -> None:
        self.t = tokens
        self.lex = actor_lexicon()
        self.cues = cues()
        self.size = len(tokens.keys)

    # -- pieces ---------------------------------------------------------------------------------

    def _capital(self, i: int) -> bool:
        return i < self.size and self.t.capital(i)

    def _close(self, i: int) -> bool:
        """Tell whether token ``i`` follows the one before it on the same line."""
        return (
            i < self.size
            and self.t.starts[i] - self.t.ends[i - 1] <= 1
            and "\n" not in self.t.text[self.t.ends[i - 1] : self.t.starts[i]]
        )

    def _name(self, i: int) -> int:
        """Consume a proper name: capitalized words, as places and persons have."""
        at = i
        while self._close(at) and at < self.size:
            key = self.t.keys[at]
            if self._full_name(at):
                break
            if (
                key in ("và", "&", "-", "–")
                and at > i
                and self._close(at + 1)
                and self._capital(at + 1)
                and key != "và"
            ) or (
                self._capital(at)
                and key[0].isalpha()
                and not (
                    at > i
                    and (key in self.lex.heads or key in self.lex.offices)
                    and self._starts_mention(at)
                )
            ):
                at += 1
            elif at > i and key.isdigit() and len(key) < 3:
                return at + 1
            else:
                break
        return at

    def _title(self, i: int) -> int:
        """Consume what a body is called after its head: "Kiểm soát bệnh tật", "Dự án 85".

        It starts with a capital and goes on in small letters until something that cannot stand
        inside a name: a verb or cue, a territory, a conjunction, a stop. Where that does not come
        in time, only words that are known to be names are taken, and never half a word.
        """
        if not self._capital(i) or not self._close(i):
            return i
        at = sure = i
        while at < self.size and at - i < _LONGEST_TITLE and (at == i or self._close(at)):
            key = self.t.keys[at]
            if key in ("và", "&", "-", "–", ","):
                if not (self._close(at + 1) and self._pair(at + 1)):
                    break
                at += 1
            elif self._capital(at):
                if at > i and (self._full_name(at) or self._starts_mention(at)):
                    break
                at += 2 if self._pair(at) else 1
                sure = at
            elif key.isdigit() and len(key) < 3:
                return at + 1
            elif not key[0].isalpha() or self._ends_title(at):
                break
            else:
                at += 1
        if at - i < _LONGEST_TITLE:
            return at
        return max(sure, i + 2) if self.t.keys[i + 1][0].isalpha() else sure

    def _stands_alone(self, i: int, end: int) -> bool:
        """Tell whether a head without a name denotes a body: "Văn phòng theo dõi …"."""
        if " ".join(self.t.keys[i:end]) not in self.lex.alone_heads:
            return False
        return not self._close(end) or not self.t.keys[end][0].isalpha() or self._ends_title(end)

    def _ends_title(self, i: int) -> bool:
        """Tell whether what starts at token ``i`` cannot stand inside the name of a body."""
        return (
            self.t.keys[i] in self.lex.never_in_names
            or self.t.keys[i] in self.cues.past
            or self.lex.territories.match(self.t, i) is not None
            or self.lex.plurals.match(self.t, i) is not None
            or self._verb_at(i)
            or self.cues.modals.match(self.t, i) is not None
            or self.cues.performatives.match(self.t, i) is not None
        )

    def _verb_at(self, i: int) -> bool:
        """Tell whether a verb starts at token ``i`` that is not itself part of the name."""
        verb = self.cues.openers.match(self.t, i)
        if verb is None:
            return False
        if verb[0] == i + 1 and self._capital(i - 1):
            return False  # "Kiểm soát": the second half of a word
        named = self.cues.verbs_in_names.match(self.t, i)
        if named is None:
            return True
        # "Cục Hạ tầng xây dựng báo cáo": of two verbs the first belongs to the name
        after = named[0]
        return (
            self.cues.openers.match(self.t, after) is None
            and self.cues.modals.match(self.t, after) is None
        )

    def _pair(self, i: int) -> bool:
        """Tell whether a known word of two syllables, the first a capital, starts here."""
        return (
            i + 1 < self.size
            and self._capital(i)
            and (self.t.keys[i], self.t.keys[i + 1]) in self.lex.pairs
        )

    def _starts_mention(self, i: int) -> bool:
        head = self.lex.heads.match(self.t, i)
        return (head is not None and not head[1][2]) or self.lex.offices.match(
            self.t, i
        ) is not None

    def _territory(self, i: int) -> tuple[int, str | None, bool]:
        """Consume "tỉnh X", "các xã, phường", "cấp tỉnh"; return end, level, plural."""
        if not self._close(i):
            return i, None, False
        plural = self.lex.plurals.match(self.t, i)
        if plural:
            return plural[0], plural[1][0], True
        level_match = self.lex.levels.match(self.t, i)
        if level_match:
            return level_match[0], level_match[1][0], False
        place = self.lex.territories.match(self.t, i)
        if place:
            end, (level,) = place
            known = self.lex.places.match(self.t, end)
            named = known[0] if known else self._name(end)
            if named > end and not self._starts_mention(end):
                return named, level, False
            if end < self.size and self.t.keys[end].isdigit() and self._close(end):
                return end + 1, level, False
            return end, level, False
        known = self.lex.places.match(self.t, i) if self._capital(i) else None
        if known:
            return known[0], None, False
        if (
            self._capital(i)
            and self.t.keys[i] not in self.lex.offices
            and not self._starts_mention(i)
        ):
            named = self._name(i)
            if 0 < named - i <= 5:
                return named, None, False
        return i, None, False

    # -- mentions -------------------------------------------------------------------------------

    def organization(self, i: int, depth: int = 0) -> Mention | None:
        """Match an organization at token ``i``; ``depth`` bodies stand before it in its name."""
        if not self._capital(i) or depth > _DEEPEST:
            return None
        head = self.lex.heads.match(self.t, i)
        if head is None:
            return None
        end, (level, branch, needs_name) = head
        if not all(self._close(k) for k in range(i + 1, end)):
            return None
        short = self.t.keys[i] in self.lex.abbreviations
        if short and not self.t.text[self.t.starts[i] : self.t.ends[i]].isupper():
            return None
        if needs_name:
            sector = self.lex.sectors.match(self.t, end) if self._close(end) else None
            host = self.lex.heads.match(self.t, end) if self._close(end) else None
            if sector is None and host is not None and not host[1][2]:
                inner = self.organization(end, depth + 1)  # "Văn phòng Huyện ủy"
                if inner is not None:
                    return self._mention(i, inner.last, inner.type, inner.level, inner.branch)
            named = self._title(end)
            if sector and self._capital(end):
                named = max(named, sector[0])
            if named == end:
                named, own, _ = self._territory(end)
                level = own or level
            if named == end and not self._stands_alone(i, end):
                return None
            end = named
        elif branch in ("party", "union") and self._close(end) and self._capital(end):
            # "Đảng ủy Công ty …": the body that a party or union organization belongs to
            host = self.lex.heads.match(self.t, end)
            if host is not None and host[1][2]:
                inner = self.organization(end, depth + 1)
                end = inner.last if inner else host[0]
        plural = False
        for _ in range(0 if level == "central" and not needs_name else 2):
            after, own, many = self._territory(end)
            if after == end:
                break
            end, level, plural = after, own or level, plural or many
        if self.t.keys[end - 1] == "án" and end < self.size and self.t.keys[end].isdigit():
            end += 1  # "Ban Quản lý dự án 85"
        if end < self.size and self.t.keys[end] == "khóa" and self._close(end):
            end = min(end + 2, self.size)
        if end + 1 < self.size and self.t.keys[end] in ("thuộc", "trực") and self._close(end):
            step = end + (2 if self.t.keys[end] == "trực" else 1)
            superior = self.organization(step, depth + 1) if self._close(step) else None
            if superior:
                end = superior.last
        return self._mention(i, end, "GROUP" if plural else "ORG", level, branch)

    def office(self, i: int) -> Mention | None:
        """Match an office with what it heads at token ``i``."""
        formula = self.lex.role_formulas.match(self.t, i)
        if formula and self._capital(i):
            return self._mention(i, formula[0], "ROLE", None, "state")
        found = self.lex.offices.match(self.t, i)
        if found is None:
            return None
        end, name = found
        if not self._capital(i) and name not in self.lex.lowercase:
            return None
        if not all(self._close(k) for k in range(i + 1, end)):
            return None
        level = branch = None
        complement = self.organization(end) if self._close(end) else None
        if complement is None and self._close(end):
            complement = self.group(end)
        if complement:
            return self._mention(i, complement.last, "ROLE", complement.level, complement.branch)
        after, level, _ = self._territory(end)
        if after > end and not self._is_person(end):
            return self._mention(i, after, "ROLE", level, branch)
        if name in self.lex.alone and self._capital(i):
            return self._mention(i, end, "ROLE", level, branch)
        return None

    def _is_person(self, i: int) -> bool:
        return (
            i < self.size
            and self._capital(i)
            and self.t.keys[i] in self.lex.surnames
            and self._close(i + 1)
            and self._capital(i + 1)
        )

    def _full_name(self, i: int) -> bool:
        """Tell whether a person's name of three words or more starts here."""
        if not self._is_person(i) or self.lex.places.match(self.t, i):
            return False
        return self._close(i + 2) and self._capital(i + 2) and not self._starts_mention(i + 2)

    def person(self, i: int, after_title: bool) -> Mention | None:
        """Match a person's name at token ``i``."""
        if not (self._capital(i) and self.t.keys[i] in self.lex.surnames):
            return None
        end = i + 1
        while (
            end < self.size
            and end - i < 5
            and self._close(end)
            and self._capital(end)
            and self.t.keys[end].isalpha()
            and self.t.starts[end] > self.t.ends[end - 1]
        ):
            if end - i >= 2 and self._starts_mention(end):
                break
            end += 1
        if end - i < (2 if after_title else 3):
            return None
        return self._mention(i, end, "PERSON", None, None)

    def group(self, i: int, depth: int = 0) -> Mention | None:
        """Match a collective group at token ``i``."""
        at = i
        prefix = self.lex.prefixes.match(self.t, i)
        formula = self.lex.formulas.match(self.t, i)
        if prefix:
            at = prefix[0]
            named = self.organization(at) if self._capital(at) else None
            if named is not None:  # "các Sở Xây dựng"
                return self._mention(i, named.last, "GROUP", named.level, named.branch)
        nouns, end = 0, at
        first = ""
        while True:
            noun = self.lex.nouns.match(self.t, end)
            if noun is None or (
                end > i and "\n" in self.t.text[self.t.ends[end - 1] : self.t.starts[end]]
            ):
                break
            first = first or noun[1]
            if not prefix and first in self.lex.not_first:
                break
            nouns, end = nouns + 1, noun[0]
            more = self._conjunction(end)
            if more is None:
                break
            inner = self.lex.prefixes.match(self.t, more)
            more = inner[0] if inner else more
            if self.lex.nouns.match(self.t, more) is None:
                break
            end = more
        # A trailing conjunction whose noun did not follow is not part of the group.
        if formula and formula[0] >= end:
            end, nouns = formula[0], max(nouns, 2)
        # "mỗi chi bộ": the group without "mỗi"
        distributed = i > 0 and self.t.keys[i - 1] in self.lex.distributive
        if not nouns or not (prefix or nouns > 1 or distributed or first in self.lex.group_alone):
            return None
        while self._close(end):
            modifier = self.lex.modifiers.match(self.t, end)
            if modifier is None:
                break
            end = modifier[0]
        if (
            first in self.lex.governing
            and self._close(end)
            and self.lex.prefixes.match(self.t, end)
        ):
            governed = (
                self.group(end, depth + 1) if depth < _DEEPEST else None
            )  # "cấp ủy đảng các cơ quan, đơn vị"
            end = governed.last if governed else end
        if self._close(end + 1) and end + 1 < self.size and self.t.keys[end] in ("thuộc", "trực"):
            step = end + (2 if self.t.keys[end] == "trực" else 1)
            superior = self.organization(step)
            end = superior.last if superior else end
        return self._mention(i, end, "GROUP", None, None)

    def _conjunction(self, i: int) -> int | None:
        if i >= self.size:
            return None
        if self.t.keys[i] == ",":
            return i + 2 if i + 1 < self.size and self.t.keys[i + 1] == "và" else i + 1
        return i + 1 if self.t.keys[i] in ("và", "hoặc") else None

    def _mention(
        self, i: int, end: int, kind: str, level: str | None, branch: str | None
    ) -> Mention:
        return Mention(self.t.starts[i], self.t.ends[end - 1], i, end, kind, level, branch)

    def run(self) -> list[Mention]:
        """Return all mentions, in order, not nested."""
        found: list[Mention] = []
        keys, triggers = self.t.keys, self.lex.triggers
        at = 0
        while at < self.size:
            if keys[at] not in triggers:
                at += 1
                continue
            titled = at > 0 and keys[at - 1] in self.lex.titles
            previous = found[-1] if found else None
            after_role = previous is not None and previous.type == "ROLE" and previous.last == at
            mention = (
                (self.person(at, True) if titled or after_role else None)
                or self.office(at)
                or self.organization(at)
                or self.group(at)
                or self.person(at, False)
            )
            if mention is None:
                at += 1
                continue
            found.append(mention)
            at = mention.last
        return found


def find_actors(ctx: Context) -> tuple[list[Mention], list[Actor]]:
    """Find every actor mention.

    Parameters
    ----------
    ctx : Context

    Returns
    -------
    mentions : list of Mention
        In view offsets, for the later stages.
    actors : list of Actor
        The same, as records; one actor has one ``canonical`` name in a document.
    """
    mentions = _Finder(ctx.tokens).run()
    names = [_expanded(ctx, m) for m in mentions]
    canonical = _canonical([(m.type, name) for m, name in zip(mentions, names, strict=True)])
    actors = []
    for n, mention in enumerate(mentions):
        span = ctx.span(mention.start, mention.end)
        actors.append(
            Actor(
                f"a{n + 1}", span.text, span.start, span.end, mention.type, canonical[n],
                mention.level, mention.branch,
            )
        )  # fmt: skip
    return mentions, actors


def _expanded(ctx: Context, mention: Mention) -> str:
    """Write a name without abbreviations, hard wraps and capitals throughout."""
    tokens, lex = ctx.tokens, actor_lexicon()
    text = ctx.view.text[mention.start : mention.end]
    for i in range(mention.first, mention.last):
        full = lex.abbreviations.get(tokens.keys[i])
        word = tokens.text[tokens.starts[i] : tokens.ends[i]]
        if full and word.isupper():
            text = text.replace(word, full, 1)
    return " ".join(text.split())


def _canonical(names: list[tuple[str, str]]) -> list[str]:
    """Resolve a short form to the one longer name of the document that it begins."""
    best: dict[tuple[str, str], str] = {}
    for kind, name in names:
        key = (kind, fold(name))
        # of the spellings of one name, the one not in capitals
        if key not in best or best[key].isupper():
            best[key] = name
    by_kind: dict[str, list[str]] = {}
    for kind, folded in best:
        by_kind.setdefault(kind, []).append(folded)
    longer: dict[tuple[str, str], str] = {}
    for kind, folded_names in by_kind.items():
        ordered = sorted(folded_names)
        for i, name in enumerate(ordered):
            after = [n for n in ordered[i + 1 : i + 12] if n.startswith(name + " ")]
            roots = [n for n in after if not any(o != n and n.startswith(o + " ") for o in after)]
            if kind in ("ORG", "ROLE") and len(roots) == 1 and name.count(" ") >= 1:
                longer[kind, name] = roots[0]
    resolved = []
    for kind, name in names:
        folded = fold(name)
        while (kind, folded) in longer:
            folded = longer[kind, folded]
        resolved.append(best[kind, folded])
    return resolved
