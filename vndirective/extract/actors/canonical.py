"""One name for one actor: abbreviations written out, short forms led to the full one.

What the document itself says comes first: "sau đây gọi tắt là …", a short form in parentheses.
After that a short form stands for the one longer name of the document that it begins.
"""

from __future__ import annotations

from vndirective.core.orthography import fold
from vndirective.core.patterns import compiled
from vndirective.extract.actors.circles import sectors_written_out
from vndirective.extract.actors.scan import Mention, Scan

__all__ = ["canonical_names"]

#: Names that can be the longer form of another one are its neighbors in the order of the
#: alphabet; more of them than this make a short form ambiguous anyway.
_NEIGHBORS = 12
#: The most tokens of "(sau đây gọi tắt là" between a name and its short form.
_DEFINING = 9
#: What names a whole enterprise, of which no place says which one.
_WHOLE = ("Tập đoàn ", "Tổng công ty ")
_CALLED = ("gọi", "viết")
#: A capital right before or after another one, as abbreviations have it.
_ABBREVIATED = "[A-ZĐ][A-ZĐ&.]|[a-z][A-Z]"

Key = tuple[str, str]


def canonical_names(scan: Scan, mentions: list[Mention]) -> list[str]:
    """Return the canonical name of each mention, in order.

    Parameters
    ----------
    scan : Scan
    mentions : list of Mention
        In the order of the text.
    """
    known: dict[tuple[str, str], tuple[str, str]] = {}  # most names come many times
    names: list[str] = []
    keys: list[Key] = []
    for mention in mentions:
        printed = (scan.tokens.text[mention.start : mention.end], mention.implied)
        if printed not in known:
            name = _written_out(scan, mention)
            same = name == printed[0]
            folded = scan.tokens.folded[mention.start : mention.end] if same else fold(name)
            known[printed] = (name, folded)
        name, folded = known[printed]
        names.append(name)
        keys.append((mention.type, folded))
    best: dict[Key, str] = {}
    for key, name in zip(keys, names, strict=True):
        # of the spellings of one name, the one that is not in capitals
        if key not in best or best[key].isupper():
            best[key] = name
    longer = _longer(scan, best) | _given_names(best) | _defined(scan, mentions, keys)
    return [best[_resolve(key, longer) if key in longer else key] for key in keys]


def _written_out(scan: Scan, mention: Mention) -> str:
    """Write a name without abbreviations and hard wraps, with the head that its list implies."""
    text, tokens = scan.tokens.text, scan.tokens
    if scan.lex.agency_names:
        given = scan.lex.agency_names.get(fold(text[mention.start : mention.end]))
        if given is not None:
            return given
    if compiled(_ABBREVIATED, 0).search(text, mention.start, mention.end) is None:
        printed = text[mention.start : mention.end]
        if not mention.implied and "\n" not in printed:
            return printed
        return " ".join(f"{mention.implied} {printed}".split())
    short_forms = scan.lex.abbreviations
    if "ty" in tokens.keys[mention.first : mention.last]:  # "Công ty CP", "Tổng công ty TNHH MTV"
        short_forms = short_forms | scan.lex.company_abbreviations
    words = []
    at = mention.start
    for i in range(mention.first, mention.last):
        key, word = tokens.keys[i], scan.word(i)
        inside = i > mention.first and tokens.keys[i - 1] == "("
        if key in "()" or inside:
            at = tokens.ends[i]  # the short form inside "Ủy ban nhân dân (UBND) thành phố …"
            continue
        dotted = short_forms.get(f"{key}.") if i == mention.first < mention.last - 2 else None
        if dotted is not None and scan.key(i + 1) == ".":
            words.append(f"{dotted} ")  # "P.Nội vụ"
            at = tokens.starts[i + 2]
            continue
        if at > tokens.starts[i]:
            continue
        short = word[:1].isupper() and any(c.isupper() for c in word[1:])
        full = None
        if short:
            # "Bộ CT", "các Bộ: CT", not "Đảng bộ TP …"
            head = tokens.keys[mention.first] if i == mention.first + 1 else ""
            head = fold(mention.implied) if i == mention.first else head
            full = scan.lex.abbreviations_behind.get(head, {}).get(key)
            full = full or scan.lex.abbreviations_before.get(key, {}).get(scan.key(i + 1))
            full = full or short_forms.get(key) or scan.lex.short_offices.get(key)
            if full is not None and i + 1 < mention.last and full.startswith(_WHOLE):
                full = None  # "VNPT Hòa An" is a branch of it
        words += [text[at : tokens.starts[i]], full or word]
        at = tokens.ends[i]
    name = " ".join(f"{mention.implied} {''.join(words)}".split())
    return name if mention.type == "PERSON" else sectors_written_out(name)


def _resolve(key: Key, longer: dict[Key, Key]) -> Key:
    seen = {key}
    while (following := longer.get(key)) is not None and following not in seen:
        key = following
        seen.add(key)
    return key


def _longer(scan: Scan, best: dict[Key, str]) -> dict[Key, Key]:
    """Lead a short form to the one longer name of its type that it begins."""
    found: dict[Key, Key] = {}
    first = {key: n for n, key in enumerate(best)}  # in the order in which they are first named
    for kind in ("ORG", "ROLE"):
        ordered = sorted(name for k, name in best if k == kind)
        for i, name in enumerate(ordered):
            if " " not in name and name not in scan.lex.territories:
                continue
            after = _going_on(ordered, i)
            if name in scan.lex.alone_heads:
                # "Hội đồng" is the one named before, not one of those further down
                after = [n for n in after if first[kind, n] < first[kind, name]] or after
            roots = [n for n in after if not any(o != n and n.startswith(o + " ") for o in after)]
            if len(roots) == 1:
                found[kind, name] = (kind, roots[0])
    return found


def _going_on(ordered: list[str], i: int) -> list[str]:
    """Return the names that begin with name ``i``; a space comes first, so they follow it."""
    after = []
    for name in ordered[i + 1 : i + 1 + _NEIGHBORS]:
        if not name.startswith(ordered[i] + " "):
            break
        # "Trưởng các ban | và các cá nhân có liên quan" names others besides
        if not name.startswith(f"{ordered[i]} và các "):
            after.append(name)
    return after


def _given_names(best: dict[Key, str]) -> dict[Key, Key]:
    """Lead "ông Khoát" to the one full name that ends so."""
    full: dict[str, set[str]] = {}
    for kind, name in best:
        if kind == "PERSON" and " " in name:
            full.setdefault(name.split()[-1], set()).add(name)
    return {
        ("PERSON", given): ("PERSON", next(iter(names)))
        for given, names in full.items()
        if len(names) == 1
    }


def _defined(scan: Scan, mentions: list[Mention], keys: list[Key]) -> dict[Key, Key]:
    """Read definitions: "X (sau đây gọi tắt là Y)", "X (Y)"."""
    found: dict[Key, Key] = {}
    for k in range(1, len(mentions)):
        name, short = mentions[k - 1], mentions[k]
        if scan.key(short.last) != ")":
            continue
        between = scan.tokens.keys[name.last : short.first]
        if not between or len(between) > _DEFINING or "(" not in between:
            continue
        opened = between[0] == "("
        told = "sau" in between and "là" in between and any(w in between for w in _CALLED)
        bare = opened and len(between) == 1 and scan.word(short.first).isupper()
        if (told or bare) and keys[k] != keys[k - 1]:
            found[keys[k]] = keys[k - 1]
    return found
