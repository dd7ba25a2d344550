"""Actors: mentions of organizations, offices, persons and collective groups.

One walk over the tokens. At a token that can start a name, the rules are tried in order: a
person after a title, an office, a body, a group, a full name. Some places in a document name
actors in a way of their own, which `_Walk` knows: file marks, photo credits.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from vndirective.core.records import Actor
from vndirective.extract.actors.acting_places import acting_territories, place_that_asks
from vndirective.extract.actors.agencies import Agency
from vndirective.extract.actors.bodies import organization
from vndirective.extract.actors.canonical import canonical_names
from vndirective.extract.actors.collectives import body, group, narrowed
from vndirective.extract.actors.names import (
    is_territory,
    person_name,
    signs,
    small_sector,
    starts_sector,
)
from vndirective.extract.actors.offices import foreign, office, person
from vndirective.extract.actors.scan import BULLETS, Mention, Scan
from vndirective.extract.actors.shared_heads import (
    listed_names,
    same_body_elsewhere,
    shared_head,
    shares_head,
)
from vndirective.extract.actors.territories import territory_at
from vndirective.extract.context import Context

__all__ = ["Mention", "find_actors"]

Offsets = tuple[int, int]

#: Short forms that a text makes of groups have so many letters: of two, most have another meaning.
_SHORTEST_SHORT = 3
#: A closed span behind the end of every text.
_NOWHERE = (1 << 62, 1 << 62)
#: How long a quoted motto may be, in tokens.
_MOTTO = 30
_SHORTEST_MARK = 2
_SHORTEST_NAME = 2
_LONGEST_LABEL = 6
_LONGEST_MARK = 9


class _Walk:
    """Walks once over the tokens; ``closed`` are view spans in which nobody is named."""

    def __init__(self, scan: Scan, closed: Iterable[Offsets]) -> None:
        self.scan = scan
        self._closed = sorted(closed)
        self._found: list[Mention] = []

    def mentions(self) -> list[Mention]:
        """Return all mentions, in order, not nested."""
        scan, starts = self.scan, self.scan.tokens.starts
        title_ends, keys, labels = scan.lex.title_ends, scan.tokens.keys, self._labels()
        free = 0  # the first token that no mention holds
        closed = iter(self._closed)
        shut, opened = next(closed, _NOWHERE)
        for at in self._candidates():
            if at < free:
                continue
            known = len(self._found)
            while starts[at] >= opened:
                shut, opened = next(closed, _NOWHERE)
            if starts[at] >= shut:
                continue
            key = keys[at]
            if at in labels:
                free = labels[at]  # "Đơn vị chủ trì: …"
            elif key == ":":
                credited = scan.key(at - 1) in scan.lex.credits
                free = self._credit(at + 1) if credited else at + 1
            elif key == "lưu":
                # "…; - Lưu: VT" stands in a cell
                bullet = scan.key(at - 1) in BULLETS
                marks = (bullet or scan.starts_item(at)) and scan.capital(at)
                marks = marks and self._says_who_keeps(at + 1)  # not "Lưu ý: …"
                free = self._file_marks(at + 1) if marks else self._name(at, titled=False)
            else:
                free = self._name(at, titled=False)
            if free == at + 1 and key in title_ends:
                dot = scan.key(free) == "." and scan.glued(free) and scan.word(at)[1:] != key[1:]
                if self._titled(at, free + dot):
                    free = self._name(free + dot, titled=True)  # "TS. Elise Meer"
            elif len(self._found) > known and self._after_office(free) and foreign(scan, free):
                one = person(scan, free, titled=True)
                if one is not None:
                    self._found.append(one)
                    free = one.last
        return self._found

    def _labels(self) -> dict[int, int]:
        """Return where labels of tasks begin and end: "b) Cơ quan thực hiện:", or alone in a line."""
        scan, found = self.scan, {}
        for at in scan.tokens.where(scan.lex.labels.keys()):
            label = scan.lex.labels.match(scan.tokens, at) if scan.starts_item(at) else None
            if label is not None and (label[0] == scan.size or scan.starts_line(label[0])):
                found[at] = label[0]
        for colon in scan.tokens.places.get(":", ()):
            for at in range(max(0, colon - _LONGEST_LABEL), colon):
                label = scan.lex.labels.match(scan.tokens, at)
                # "Đối với cơ quan chủ trì: …" says whom the rest is for
                if label is not None and label[0] == colon and scan.key(at - 1) != "với":
                    found[at] = colon
                    break
        return found

    def _candidates(self) -> list[int]:
        """Return the tokens that may start a mention, by themselves and the one after them."""
        tokens, triggers = self.scan.tokens, self.scan.lex.triggers
        capitals, places, following = tokens.capitals, tokens.places, tokens.following
        figures = {key for key in places if key.isdigit()}
        counted = {i + 1 for i in tokens.where(figures | self.scan.lex.counting)}
        found: list[int] = []
        before_names, named = self.scan.lex.before_names, self.scan.capital
        for word in places.keys() & triggers.keys():
            seconds, at = triggers[word], places[word]
            if seconds is not None:
                small = word in before_names
                at = [
                    i
                    for i in at
                    if following[i] in seconds
                    or capitals[i]
                    or i in counted
                    or (small and named(i + 1))
                ]
            found += at
        return sorted(found)

    def _name(self, at: int, *, titled: bool) -> int:
        """Read one mention at token ``at``; return the token to go on at."""
        scan, lex = self.scan, self.scan.lex
        key, capital = scan.tokens.keys[at], scan.capital(at)
        if key in lex.other_words:
            event = scan.found.events.get(at)
            if event is not None:
                return self._past_election(narrowed(scan, event[0]))
            other = scan.found.not_actors.get(at)
            if other is not None:
                return other[0]
        if key == "lãnh" and not capital and self._behind_a_body(at):
            return at + 2  # "Đảng ủy phường | lãnh đạo | các chi bộ …"
        if key == "các" and at + 1 in scan.found.territories:
            places = acting_territories(scan, at + 1, several=True)
            if places:
                self._found += places
                return places[-1].last
        if key == "các" and scan.key(at + 1) in lex.small_heads and starts_sector(scan, at + 2):
            first = organization(scan, at + 1, small=True)
            if first is not None and shares_head(scan, first):
                return self._name(at + 1, titled=False)  # "các sở Y tế, Nội vụ": each is named
        mention = office(scan, at) if key in lex.office_words else None
        if mention is None and capital:
            if titled or (self._found and self._found[-1].last == at and self._after_office(at)):
                mention = person(scan, at, titled=True)
            mention = mention or body(scan, at)
        if mention is None and not capital and key in lex.small_heads:
            # "phối hợp với phòng Y tế": the head small, the sector known
            known = starts_sector(scan, at + 1) or small_sector(scan, at, at + 1)
            mention = body(scan, at, small=True) if known else None
        if mention is None and key in lex.group_words:
            if self._title_of_a_person(at):
                return at + 1
            mention = group(scan, at)
            territories = scan.found.territories
            if mention is None and at in territories and (places := acting_territories(scan, at)):
                self._found += places
                return places[-1].last
            if mention is not None and at in territories:
                end, level = territory_at(scan, at)
                if end > mention.last and scan.key(end - 1).isdigit():
                    mention = scan.mention(at, end, "ORG", level)  # "Tổ dân phố | số 5"
        if mention is None and capital and key in lex.surnames:
            mention = person(scan, at, titled=False)
        if mention is None and capital and (asks := place_that_asks(scan, at)) is not None:
            mention = asks
        if mention is None:
            if key == "các":
                return self._names_of_list(at)
            return self._after_word(at) if key in lex.group_words else at + 1
        self._found.append(mention)
        if scan.key(mention.last) == ":":
            if mention.type == "ORG" and key.startswith("vp"):
                return self._file_marks(mention.last + 1)  # "VPCP: BTCN, các PCN, TH"
            if mention.type in ("GROUP", "ROLE"):  # "Ủy viên: Công an, Xây dựng"
                names = listed_names(scan, mention.last + 1, "", None)
                if names and mention.type == "ROLE" and scan.key(mention.last - 2) == "các":
                    # "Bộ trưởng các Bộ: Công an, Xây dựng": the heads of these are meant
                    self._found[-1] = mention._replace(last=names[-1].last, end=names[-1].end)
                else:
                    self._found += names
        implied = shared_head(scan, mention) if mention.type == "ORG" else ""
        step = scan.conjunction(mention.last) if implied else None
        if step is not None:
            self._found += listed_names(scan, step, implied, mention)
        elif mention.type in ("ORG", "ROLE"):  # "Chủ tịch UBND huyện Long Mỹ và thị xã Vị Thanh"
            self._found += same_body_elsewhere(scan, mention)
        return self._found[-1].last

    def _past_election(self, at: int) -> int:
        """Return where the name of an election ends: "bầu cử đại biểu | Quốc hội và đại biểu HĐND …"."""
        scan = self.scan
        if scan.key(at - 1) != "biểu" or scan.key(at - 3) != "cử":
            return at
        council = organization(scan, at)
        end = council.last if council is not None else at
        step = scan.conjunction(end)
        step = step and step + 2 * (scan.key(step) == "bầu")  # "và *bầu cử* đại biểu HĐND các cấp"
        others = group(scan, step) if step and scan.key(step) == "đại" else None
        return others.last if others is not None else end

    def _after_word(self, at: int) -> int:
        """Return the token after a noun that denotes nobody here: no other begins inside it."""
        noun = None if self.scan.capital(at) else self.scan.found.nouns.get(at)
        if noun is None:
            return at + 1
        # "gặp đ/c | Lộc": the title of a person
        titles = self.scan.key(noun[0] - 1) in self.scan.lex.title_ends
        return noun[0] - (titles and self.scan.capital(noun[0]))

    def _behind_a_body(self, at: int) -> bool:
        """Tell whether a body is named right before token ``at``, which then is a verb."""
        previous = self._found[-1] if self._found else None
        return (
            previous is not None
            and previous.last == at
            and previous.type == "ORG"
            and self.scan.key(at + 1) == "đạo"
            and self.scan.close(at)
        )

    def _after_office(self, at: int) -> bool:
        """Tell whether an office ends right before token ``at``, on the same line."""
        previous = self._found[-1] if self._found else None
        return (
            previous is not None
            and previous.last == at
            and previous.type == "ROLE"
            and self.scan.same_line(at)
        )

    def _names_of_list(self, at: int) -> int:
        """Read the names after "Các sở: …", "các Bộ, cơ quan: …"; return the token to go on at."""
        scan = self.scan
        ends = [k for k in range(at + 2, at + _LONGEST_MARK) if scan.key(k) == ":"]
        if not ends or scan.found.nouns.get(at + 1) is None:
            return at + 1
        if not all(scan.same_line(k) for k in range(at + 1, ends[0] + 1)):
            return at + 1
        names = listed_names(scan, ends[0] + 1, scan.word(at + 1).capitalize(), None)
        self._found += names
        return names[-1].last if names else at + 1

    def _titled(self, title: int, at: int) -> bool:
        """Tell whether a title that ends at token ``title`` belongs to ``at``: "bà", "TS."."""
        keys, titles = self.scan.tokens.keys, self.scan.lex.titles
        if not self.scan.capital(at) or not self.scan.same_line(at):
            return False
        if (keys[at],) in titles and self.scan.word(at)[1:] != keys[at][1:]:
            return False  # "PGS.TS."
        if (keys[at], self.scan.key(at + 1)) in titles:
            return False  # "Đ/c Thiếu tá Nông Văn Sìn": the rank is read by itself
        return (keys[title],) in titles or tuple(keys[max(0, title - 1) : title + 1]) in titles

    def _title_of_a_person(self, at: int) -> bool:
        """Tell "Giáo sư John Smith" from professors in general: a name of two words follows."""
        scan, name = self.scan, at + 2
        if (scan.key(at), scan.key(at + 1)) not in scan.lex.titles or not scan.close(name):
            return False
        if scan.lex.heads.match(scan.tokens, name) or scan.found.offices.get(name):
            return False
        one = person(scan, name, titled=True) if not is_territory(scan, name) else None
        return one is not None and one.last - one.first >= _SHORTEST_NAME

    def _says_who_keeps(self, at: int) -> bool:
        """Tell whether file marks stand at token ``at``: "Lưu | : VT", "Lưu | VT", "Lưu | Văn thư"."""
        scan = self.scan
        clerks = (scan.key(at), scan.key(at + 1)) == ("văn", "thư")
        return scan.key(at) == ":" or scan.word(at).isupper() or clerks

    def _file_marks(self, at: int) -> int:
        """Read who keeps or gets a copy: "Lưu: VT, KTTH (2)", "VPCP: BTCN, TH"."""
        scan = self.scan
        while at < scan.size and (scan.same_line(at) or scan.key(at - 1) == ","):
            if scan.key(at) == "|" or signs(scan, at):
                return at  # "- Lưu: VT, KT. | TM. ỦY BAN NHÂN DÂN"
            word, known = scan.word(at), len(self._found)
            if word == "(":
                at = self._typists(at + 1)
                if scan.key(at + 1) != ",":
                    return at
                at += 1  # "VP(TH), PC"
                continue
            end = self._name(at, titled=False) if scan.key(at) in scan.lex.triggers else at + 1
            if len(self._found) > known:
                at = end
            elif word.isupper() and _SHORTEST_MARK <= len(word) <= _LONGEST_MARK:
                end = at + 1
                if scan.key(end) == "&" and scan.glued(end) and scan.glued(end + 1):
                    end += 2  # "VT&KT"
                at = self._append(at, end, "ORG")
            elif scan.key(at) == "văn" and scan.key(at + 1) == "thư":
                at = self._append(at, at + 2, "ORG")
            else:
                at += 1
        return at

    def _typists(self, at: int) -> int:
        """Read who typed it: "(Loan, TP)"; numbers count copies, capitals are initials."""
        scan = self.scan
        while at < scan.size and scan.same_line(at) and scan.key(at) != ")":
            if scan.capital(at) and scan.key(at).isalpha() and not scan.word(at).isupper():
                self._append(at, at + 1, "PERSON")
            at += 1
        return at

    def _credit(self, at: int) -> int:
        """Read who took a picture or wrote: "Ảnh: Minh Tấn", "Ảnh: VGP/Minh Tấn"."""
        scan = self.scan
        agency = scan.key(at + 1) == "/" and scan.same_line(at + 1) and scan.word(at).isupper()
        at = self._append(at, at + 1, "ORG") + 1 if agency else at
        end = person_name(scan, at) if scan.capital(at) and scan.same_line(at) else at
        if end - at < _SHORTEST_MARK or (scan.lex.heads.match(scan.tokens, at) and not agency):
            return at
        if scan.same_line(end) and scan.key(end) not in (".", ")", ",", "-", "–", "/", "*"):
            return at
        end = self._append(at, end, "PERSON")
        if scan.key(end) == "/" and scan.glued(end + 1) and scan.word(end + 1).isupper():
            end = self._append(end + 1, end + 2, "ORG")
        return end

    def _append(self, at: int, end: int, kind: str) -> int:
        self._found.append(self.scan.mention(at, end, kind))
        return end


def find_actors(
    ctx: Context, closed: Iterable[Offsets] = (), agencies: tuple[Agency, ...] = ()
) -> tuple[list[Mention], list[Actor]]:
    """Find every actor mention.

    Parameters
    ----------
    ctx : Context
    closed : iterable of (int, int)
        View spans in which nobody is named: the citations.
    agencies : tuple of Agency
        Bodies that a user names beside those of the library.

    Returns
    -------
    mentions : list of Mention
        In view offsets, for the later stages.
    actors : list of Actor
        The same, as records; one actor has one ``canonical`` name in a document.
    """
    scan = Scan(ctx.tokens, agencies)
    shut = [*closed, *_mottos(scan)]
    mentions = _with_short_forms(scan, _Walk(scan, shut).mentions(), shut)
    mentions = _with_signers(ctx, scan, mentions)
    actors = []
    for n, (mention, name) in enumerate(
        zip(mentions, canonical_names(scan, mentions), strict=True), 1
    ):
        printed = ctx.printed(mention.start, mention.end)
        actors.append(Actor(f"a{n}", *printed, mention.type, name, mention.level, mention.branch))
    return mentions, actors


def _mottos(scan: Scan) -> list[Offsets]:
    """Quoted names of movements and mottos: "phong trào “Vì người nghèo”" names nobody."""
    tokens, found = scan.tokens, []
    for end, _ in scan.found.mottos.values():
        close = {"“": "”", '"': '"'}.get(scan.key(end))
        ends = (k for k in range(end + 1, end + _MOTTO) if scan.key(k) == close)
        if close and (last := next(ends, None)) is not None:
            found.append((tokens.starts[end], tokens.ends[last]))
    return found


def _with_short_forms(
    scan: Scan, mentions: list[Mention], closed: Iterable[Offsets]
) -> list[Mention]:
    """Add the short forms of groups that a text defines: "học sinh khuyết tật (HSKT)".

    They count from there on; in the number of a document ("12/QĐ-HSKT") they are none.
    """
    tokens = scan.tokens
    defined: dict[str, int] = {}
    for m in mentions:
        if m.type == "GROUP" and tokens.keys[m.last : m.last + 1] == ["("]:
            word, key = scan.word(m.last + 1), scan.key(m.last + 1)
            counted = scan.found.quantifiers.get(m.first)
            named = counted[0] if counted else m.first
            initials = "".join(k[0] for k in tokens.keys[named : m.last] if k.isalpha())
            short = len(word) >= _SHORTEST_SHORT and word.isalpha() and word.isupper()
            # "các cơ sở khám, chữa bệnh (KCB)" only shortens what they do
            if short and scan.key(m.last + 2) == ")" and initials == key:
                defined.setdefault(key, m.last + 1)
    if not defined:
        return mentions
    taken = sorted([*((m.start, m.end) for m in mentions), *closed])
    added = []
    for key, since in defined.items():
        for i in tokens.places[key][bisect_left(tokens.places[key], since) :]:
            k = bisect_right(taken, (tokens.starts[i], tokens.ends[i])) - 1
            coded = scan.glued(i) and scan.key(i - 1) in ("-", "/")
            if scan.word(i).isupper() and not coded and (k < 0 or taken[k][1] <= tokens.starts[i]):
                added.append(scan.mention(i, i + 1, "GROUP"))
    return sorted([*mentions, *added], key=lambda m: m.start)


def _with_signers(ctx: Context, scan: Scan, mentions: list[Mention]) -> list[Mention]:
    """Add those who signed or wrote, whose names stand on a line of their own: "Phan Tâm"."""
    starts = [m.start for m in mentions]
    added = []
    frame = ctx.structure.frame
    wrote = [span for name, span in frame.fields if name == "author" and frame.kind == "news"]
    names = [(signer.start, signer.end) for signer in frame.signers]
    # who signed what looks like news may be read as its author, too
    for own in dict.fromkeys((*names, *((span.start, span.end) for span in wrote))):
        start, end = map(ctx.view.map.to_view, own)
        k = bisect_right(starts, start) - 1
        free = (k < 0 or mentions[k].end <= start) and (
            k + 1 == len(mentions) or mentions[k + 1].start >= end
        )
        first, last = scan.tokens.first_at(start), scan.tokens.first_at(end)
        if free and first < last:
            added.append(scan.mention(first, last, "PERSON"))
    return sorted([*mentions, *added], key=lambda m: m.start) if added else mentions
