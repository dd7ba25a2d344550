"""Quotations: direct speech, scare quotes and titles, with the speaker the text names."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from vndirective.core.orthography import fold
from vndirective.core.patterns import any_of
from vndirective.core.records import Quote
from vndirective.core.resources import lexicon
from vndirective.extract.actors.find import Mention
from vndirective.extract.context import Context
from vndirective.extract.quote_marks import Passage, passages

__all__ = ["find_quotes"]

#: A passage of at least this many characters that is a statement is somebody's words.
_DIRECT_LENGTH = 60
#: A shorter one behind a verb of saying is quoted by the way: ông yêu cầu “thà lo thừa …”.
_SAYING_LENGTH = 25
#: Fewer words that open a sentence are a name or a term, unless their speaker is an actor.
_SAYING_WORDS = 4
#: How far around a passage the frame that attributes it is looked for, in characters.
_FRAME = 170
_TITLE_FRAME = 90
#: The most characters between a passage and the name of its speaker after it.
_NEAR = 25
#: The most characters of a sentence before a verb of saying that are searched for its subject.
_SENTENCE = 600
#: How many of the people named last are tried for a pronoun of their sex.
_PEOPLE = 8


@dataclass(frozen=True, slots=True)
class _Frames:
    """Patterns for what stands before or after a quotation."""

    said: re.Pattern[str]
    titled: re.Pattern[str]
    colon: re.Pattern[str]
    before: re.Pattern[str]
    linking: re.Pattern[str]
    after: re.Pattern[str]
    somebody: re.Pattern[str]
    halves: re.Pattern[str]
    according: re.Pattern[str]
    pronoun: re.Pattern[str]
    opening_pronoun: re.Pattern[str]
    speaks: re.Pattern[str]
    governed: re.Pattern[str]
    governed_directly: re.Pattern[str]


@cache
def _frames() -> _Frames:
    data = lexicon("quotes")
    nominal, pronoun, manner = (any_of(data[k]) for k in ("nominal", "pronouns", "manners"))
    real = rf"(?!{any_of(data['not_saying'])}(?!\w))"
    told = real + any_of(data["saying"])
    acted = real + any_of((*data["saying"], *data["gestures"]))
    said = real + any_of((*data["saying"], *data["gestures"], *data["manners"]))
    titles = any_of((*data["titles"], *lexicon("cues")["honorifics"]))
    governing = any_of((*data["governing"], *data["saying"]))
    adverb = rf"(?:{any_of(data['adverbs'])}\s+)?"
    no_mark = '“”«»"'
    return _Frames(
        said=re.compile(rf"(?<!\w){said}(?!\w)"),
        titled=re.compile(rf"(?<!\w){any_of(data['titled'])}(?!\w)[^.;:{no_mark}]{{0,60}}\Z"),
        colon=re.compile(rf"(?<!\w){said}(?!\w)[^.;:{no_mark}]{{0,60}}:\s*\Z"),
        before=re.compile(rf"(?<!\w){told}(?!\w)[^.;:{no_mark}]{{0,40}}[:,]?\s*\Z"),
        linking=re.compile(
            rf"(?<!\w)(?:{any_of(data['linking'])}\s*\Z|rằng\s[^.;:{no_mark}]{{0,60}}\Z)"
        ),
        after=re.compile(
            rf"[,\s–-]*[^.;:{no_mark}]{{0,120}}?(?<!\w){acted}(?!\w)"
            rf"|[,\s–-]*[^.;:{no_mark}]{{0,80}}?(?<!\w){manner}\s*(?=[.,:!?\n]|\Z)"
            rf"|[,.]?\s*(?:đó\s+)?là\s+{nominal}\s+của\b"
        ),
        # “…”, một người bán hàng cho biết. The frame is a clause of its own, and no passive.
        somebody=re.compile(
            rf"[,\s–-]*(?:{governing}\s[^,.;:{no_mark}\n]{{2,40}},\s)?[^,.;:{no_mark}\n]{{2,50}}?"
            rf"(?<!\sđược)(?<!\sbị)\s{said}(?:\s+thêm)?\s*(?=[.:!?\n{no_mark}]|,\s*[{no_mark}]|\Z)"
        ),
        halves=re.compile(rf"[,\s–-]*[^.;:{no_mark}\n]{{2,120}}([.,:])\s*\Z"),
        according=re.compile(
            rf"(?<!\w)theo\s+(?:(?:lời\s+)?{nominal}\s+(?:của\s+)?|lời\s+)?[^.;:{no_mark}]{{2,80}},?\s*\Z"
        ),
        pronoun=re.compile(rf"(?<!\w)({pronoun})\s+{adverb}{said}(?!\w)"),
        opening_pronoun=re.compile(rf"\W*({pronoun})(?!\w)"),
        speaks=re.compile(rf"\s*,?\s*{adverb}{said}(?!\w)|\s*:"),
        governed=re.compile(rf"(?<!\w){governing}(?!\w)"),
        governed_directly=re.compile(rf"(?<!\w){governing}\s+(?:{titles}\s+)*\Z"),
    )


@cache
def _titles() -> frozenset[str]:
    """What may stand between a quotation and the name of who said it."""
    return frozenset(map(fold, (*lexicon("cues")["honorifics"], *lexicon("quotes")["titles"])))


@cache
def _sexes() -> dict[str, str]:
    """The sex that a title or pronoun tells, and that a middle name does."""
    data = lexicon("quotes")
    return {fold(word): sex for sex in ("male", "female") for word in data[sex]}


def find_quotes(ctx: Context, mentions: list[Mention]) -> list[Quote]:
    """Find the quoted passages of a text.

    Parameters
    ----------
    ctx : Context
    mentions : list of Mention
        The actors, in order; the id of the n-th is ``a<n+1>``.

    Returns
    -------
    list of Quote
        In the order of their opening marks. A quotation that is never closed ends with its
        sentence and is reported in the warnings.
    """
    finder = _Speakers(ctx, mentions)
    found = passages(ctx)
    read: list[tuple[str, int | None]] = []
    last: int | None = None  # the last direct speech that is inside no other
    speech: list[int] = []  # the paragraphs of the speech that goes on
    for n, passage in enumerate(found):
        kind, speaker = _read(ctx, finder, passage)
        if passage.outer is None and speaker is None and last is not None:
            before, whose = found[last], read[last][1]
            if _goes_on(ctx, before.end, passage):
                speaker = whose if kind == "direct" or _may_be_said(ctx, passage) else None
                kind = "direct" if speaker is not None else kind
            elif _second_half(ctx, before, passage):
                kind, speaker = "direct", whose
        read.append((kind, speaker))
        if passage.outer is None:
            speech.append(n)
            if not passage.goes_on:
                if len(speech) > 1:
                    _one_speech(read, speech)
                speech = []
            if read[n][0] == "direct":
                last = n
    quotes: list[Quote] = []
    for passage, (kind, speaker) in zip(found, read, strict=True):
        span = ctx.span(passage.start, passage.end)
        identity = None if speaker is None else f"a{speaker + 1}"
        quotes.append(Quote(span.text, span.start, span.end, kind, identity))
    return quotes


def _read(ctx: Context, finder: _Speakers, passage: Passage) -> tuple[str, int | None]:
    """Return the type of a passage and the mention it is attributed to."""
    kind = _kind(ctx, passage)
    if kind == "title":
        return kind, None
    leads = finder.leads(passage) if kind == "scare" else None
    if leads is not None:
        return "direct", leads
    named = kind == "scare" and finder.follows(passage)
    if kind == "direct" or named or _may_be_said(ctx, passage):
        speaker = finder.of(passage)
        if speaker is not None or kind == "direct":
            return "direct", speaker
        if named and len(ctx.view.text[passage.start : passage.end].split()) >= _SAYING_WORDS:
            return "direct", None
    return kind, None


def _one_speech(read: list[tuple[str, int | None]], speech: list[int]) -> None:
    """Give the paragraphs of one speech their speaker, whom the first or the last names."""
    speaker = next((read[n][1] for n in speech if read[n][1] is not None), None)
    for n in speech:
        read[n] = ("direct", speaker)


def _kind(ctx: Context, passage: Passage) -> str:
    text = ctx.view.text[passage.start : passage.end]
    frames = _frames()
    before = _line_before(ctx, passage)
    if frames.colon.search(before):
        return "direct"
    # “…, “đường ấy sẽ xong”, ông nói.”: no noun governs the words, and a pronoun attributes them.
    apart = before.rstrip()[-1:] in ("", ",", ".", ";", "!", "?", "…")
    said = frames.pronoun.match(_line_after(ctx, passage).lstrip(" ,"))
    if apart and said and len(text.split()) >= _SAYING_WORDS:
        return "direct"
    # Of a document whose number stands far before; words in a frame have a comma behind them.
    if (
        text[1:].startswith("Về ")
        and "." not in text[:-2]
        and ","
        not in (
            text[-2],
            ctx.view.text[passage.end : passage.end + 1],
        )
    ):
        return "title"
    if frames.titled.search(before[-_TITLE_FRAME:]) and "." not in text[:-2]:
        return "title"
    statement = text.rstrip("”\"»'’")[-1:] in ".!?…" or ". " in text
    long = len(text) >= _DIRECT_LENGTH
    if long and (statement or _said_after(ctx, passage) or frames.before.search(before)):
        return "direct"
    return "direct" if statement and _said_after(ctx, passage) else "scare"


def _may_be_said(ctx: Context, passage: Passage) -> bool:
    """Tell whether a passage is somebody's words if somebody is named for them."""
    length = passage.end - passage.start
    if length > _DIRECT_LENGTH:
        return True
    frames, before = _frames(), _line_before(ctx, passage)
    patterns = (frames.before, frames.linking, frames.according)
    return length > _SAYING_LENGTH and any(p.search(before) for p in patterns)


def _line_before(ctx: Context, passage: Passage) -> str:
    """Return the folded text before a passage, within its line and the passage around it.

    Words that open a line may be led to by the line before: "Ông X nói:".
    """
    start = passage.start
    floor = max(0, start - _FRAME, passage.outer[0] + 1 if passage.outer else 0)
    before = ctx.view.folded[floor:start]
    lines = before.rstrip("\n ").rsplit("\n", 1)
    if before[-1:] == "\n" and lines[-1].endswith(":"):
        return lines[-1]
    return before.rsplit("\n", 1)[-1]


def _line_after(ctx: Context, passage: Passage) -> str:
    """Return the folded text after a passage, within its line and the passage around it."""
    stop = min(passage.end + _FRAME, passage.outer[1] if passage.outer else len(ctx.view.text))
    return ctx.view.folded[passage.end : stop].split("\n", 1)[0]


def _said_after(ctx: Context, passage: Passage) -> bool:
    return _frames().after.match(_line_after(ctx, passage)) is not None


def _goes_on(ctx: Context, last: int, passage: Passage) -> bool:
    """Tell whether a passage that nobody is named for goes on with the speech before it.

    It is a paragraph of its own, and only the frame of the last speech stands between.
    """
    text, start, end = ctx.view.text, passage.start, passage.end
    opens = text[max(0, start - len("\n  ")) : start].rstrip(" ").endswith("\n")
    if not opens or text[end : end + 2].strip(" .") not in ("", "\n"):
        return False
    newline = text.find("\n", last, start)
    return newline >= 0 and text.find("\n", newline + 1, start) < 0


def _second_half(ctx: Context, before: Passage, passage: Passage) -> bool:
    """Tell whether nothing but its frame parts a passage from a speech: “…”, ông X nói. “…”."""
    if passage.start - before.end > _FRAME:
        return False
    frames, view = _frames(), ctx.view
    between = view.folded[before.end : passage.start]
    parted = frames.halves.match(between)
    if parted is None or not frames.said.search(between):
        return False
    # Behind a full stop the words are a sentence, not the subject of one: “Ba không” là …
    inside = view.text[passage.start : passage.end].rstrip("”\"»'’")[-1:]
    return parted[1] != "." or inside in ".!?…," or view.text[passage.end : passage.end + 1] in (
        "", "\n", ".", "!", "?", "…", ",",
    )  # fmt: skip


class _Speakers:
    """Looks for the mention that a passage is attributed to."""

    def __init__(self, ctx: Context, mentions: list[Mention]) -> None:
        self._ctx = ctx
        self._mentions = mentions
        self._starts = [m.start for m in mentions]
        speaks = _frames().speaks
        #: Whom a pronoun may stand for: persons, and offices that say something.
        self._people = [
            k
            for k, m in enumerate(mentions)
            if m.type == "PERSON" or (m.type == "ROLE" and speaks.match(ctx.view.folded, m.end))
        ]
        self._people_starts = [mentions[k].start for k in self._people]

    def of(self, passage: Passage) -> int | None:
        """Return the index of the mention, or None."""
        found = self._behind(passage) if _said_after(self._ctx, passage) else None
        return found if found is not None else self._ahead(passage)

    def leads(self, passage: Passage) -> int | None:
        """Return the name that alone stands before a passage and its colon: "Bà X: “…”"."""
        before = _line_before(self._ctx, passage).rstrip()
        if not before.endswith(":"):
            return None
        base = self._ctx.view.folded.rfind(before, 0, passage.start)
        colon = base + len(before) - 1
        last = bisect_left(self._starts, colon) - 1
        if last < 0 or self._mentions[last].end != colon or self._type(last) in ("ORG", "GROUP"):
            return None
        first = last
        if first and self._starts[first - 1] >= base and self._by_name(first - 1) == last:
            first -= 1
        prefix = self._ctx.view.folded[base : self._starts[first]]
        return last if base + _FRAME > colon and _only_titles(prefix) else None

    def follows(self, passage: Passage) -> bool:
        """Tell whether a sentence opens with the passage and then names who said it.

        Between the two stands no more than a title: "“Các xã phải kiểm tra”, ông X nói"; somebody
        who is no actor has a clause of his own: "“…”, một người bán hàng nói.".
        """
        view, start, end = self._ctx.view, passage.start, passage.end
        ahead = view.folded[max(0, start - 2) : start].rstrip(" ")
        opens = ahead[-1:] in ("", "\n", ".", "!", "?", "…", "-", "–", "+", ":")
        if not opens or not view.text[start + 1 : start + 2].isupper():
            return False
        if not _said_after(self._ctx, passage):
            return False
        after = bisect_left(self._starts, end)
        named = self._starts[after] if after < len(self._starts) else len(view.text)
        stop = min(named, end + _NEAR)
        if stop == named and _only_titles(view.folded[end:stop]):
            return True
        if _frames().pronoun.match(view.folded, end + len(", ")) is not None:
            return True
        comma = "," in (view.text[end : end + 1], view.text[end - 2 : end - 1])
        return comma and _frames().somebody.match(_line_after(self._ctx, passage)) is not None

    def _behind(self, passage: Passage) -> int | None:
        """The first name after the passage that is not spoken to: "…”, ông X nhấn mạnh"."""
        text, end = self._ctx.view.text, passage.end
        following = _line_after(self._ctx, passage)
        stop = end + len(following)
        near = end + _NEAR
        for k in range(bisect_left(self._starts, end), len(self._mentions)):
            mention = self._mentions[k]
            if mention.start >= stop:
                break
            between = text[end : mention.start]
            if "của" in between and "là" in between:
                return self._by_name(k)
            if mention.start >= near or "." in between.strip(". "):
                break
            if not self._governed(k, end):
                return self._by_name(k)
            near = mention.end + _NEAR
        pronoun = _frames().pronoun.search(following, 0, _NEAR)
        return self._stands_for(pronoun[1], end) if pronoun and not passage.outer else None

    def _ahead(self, passage: Passage) -> int | None:
        """The subject of the sentence that leads to the passage: "X cho biết: “…”"."""
        ctx, frames, start = self._ctx, _frames(), passage.start
        before = _line_before(ctx, passage)
        # A line that leads to the passage from above ends before the break.
        base = ctx.view.folded.rfind(before, 0, start) if before else start
        told = frames.colon.search(before) or frames.before.search(before)
        linked = None if told else frames.linking.search(before)
        if not told and not linked:
            according = frames.according.search(before)
            return self._according(base, before, according.start()) if according else None
        at = told or linked
        assert at is not None  # noqa: S101
        pronouns = list(frames.pronoun.finditer(before))
        if told and pronouns and pronouns[-1].end() > told.start():
            return None if passage.outer else self._stands_for(pronouns[-1][1], start)
        verbs = [m.start() for m in frames.said.finditer(before, at.start())] if told else []
        said_at = base + (verbs[-1] if verbs else at.start())
        sentence = ctx.sentence_at(said_at)
        far = max(0, said_at - _SENTENCE)
        floor = max(
            far,
            ctx.view.text.rfind("\n", far, said_at) + 1,
            ctx.structure.spans[sentence][0] if sentence >= 0 else 0,
            passage.outer[0] + 1 if passage.outer else 0,
        )
        found = self._subject(floor, said_at, groups=before.rstrip().endswith(":"))
        if found is not None and linked and "rằng" not in linked[0]:
            # The reason somebody gives; a body that acts, or a man who is punished, gives none.
            words = ctx.view.folded[self._mentions[found].end : said_at].split()
            if self._type(found) != "PERSON" or "bị" in words or "được" in words:
                return None
        if found is None and linked and not passage.outer:
            opening = frames.opening_pronoun.match(ctx.view.folded, floor)
            return self._stands_for(opening[1], floor) if opening else None
        return found

    def _according(self, base: int, before: str, at: int) -> int | None:
        """Whom "theo" names right before the passage: "Theo ông X, “…”"."""
        first = bisect_left(self._starts, base + at)
        if first < len(self._starts) and self._starts[first] < base + len(before):
            between = self._ctx.view.folded[base + at : self._starts[first]]
            direct = _frames().governed_directly.search(between) is not None
            return self._by_name(first) if direct and self._type(first) != "GROUP" else None
        words = before[at:].removeprefix("theo").strip(" ,")
        if words in map(fold, lexicon("quotes")["pronouns"]):
            return self._stands_for(words, base + at)
        return None

    def _subject(self, floor: int, said_at: int, *, groups: bool) -> int | None:
        """The subject of the verb of saying: what is not spoken to, heard, or a place."""
        folded = self._ctx.view.folded
        spare: int | None = None
        for k in range(bisect_left(self._starts, floor), bisect_left(self._starts, said_at)):
            group = self._type(k) == "GROUP" and self._type(self._by_name(k)) == "GROUP"
            if group and not groups:
                continue
            if not self._governed(k, floor):
                return self._by_name(k)
            start = self._starts[k]
            direct = _frames().governed_directly.search(folded[max(floor, start - 40) : start])
            # Behind an adjunct without a comma: "Tại buổi làm việc ông X nói".
            if direct is None and not group and "," not in folded[start:said_at]:
                spare = k
        return None if spare is None else self._by_name(spare)

    def _governed(self, k: int, floor: int) -> bool:
        """Tell whether a name stands in what a preposition or verb opens, within its commas."""
        start = self._starts[k]
        prefix = self._ctx.view.folded[max(floor, start - _TITLE_FRAME) : start]
        return _frames().governed.search(prefix.rsplit(",", 1)[-1]) is not None

    def _type(self, k: int) -> str:
        return self._mentions[k].type

    def _stands_for(self, pronoun: str, before: int) -> int | None:
        """Whom a pronoun stands for: the last person of its sex, or office that spoke."""
        sex = _sexes().get(pronoun.split()[0])
        last = bisect_left(self._people_starts, before)
        for k in reversed(self._people[max(0, last - _PEOPLE) : last]):
            if not sex or self._sex(k) in (sex, None):
                return k
        return None

    def _sex(self, k: int) -> str | None:
        """The sex that the title before a name or its middle name tells."""
        keys, mention = self._ctx.tokens.keys, self._mentions[k]
        words = [keys[mention.first - 1]] if mention.first else []
        words += keys[mention.first : mention.last] if mention.type == "PERSON" else []
        return next((_sexes()[w] for w in words if w in _sexes()), None)

    def _by_name(self, index: int) -> int:
        """Of "office, office + name" take the name; they stand for one speaker.

        So does "nông dân + name", a group by its noun.
        """
        keys, mentions = self._ctx.tokens.keys, self._mentions
        at = index
        while mentions[at].type in ("ROLE", "GROUP") and at + 1 < len(mentions):
            between = keys[mentions[at].last : mentions[at + 1].first]
            if between not in ([], [","]) or (between and mentions[at].type == "GROUP"):
                return index
            at += 1
            if mentions[at].type == "PERSON" and not between:
                return at
        return index


def _only_titles(between: str) -> bool:
    """Tell whether nothing but titles stands between a passage and a name."""
    words = between.strip(" ,–-")
    return words in ("", *_titles()) or all(w in _titles() for w in words.split())
