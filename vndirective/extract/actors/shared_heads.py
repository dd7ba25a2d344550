"""Lists of bodies that share a head, which is said once: "các sở Y tế, Nội vụ", "UBND xã A và B"."""

from __future__ import annotations

from vndirective.extract.actors.bodies import organization
from vndirective.extract.actors.names import (
    is_person,
    orders_behind_colon,
    proper_name,
    starts_mention,
)
from vndirective.extract.actors.scan import Mention, Scan

__all__ = ["listed_names", "same_body_elsewhere", "shared_head", "shares_head"]

#: How many words the name of a place has at least.
_SHORTEST_PLACE = 2


def listed_names(scan: Scan, i: int, implied: str, like: Mention | None) -> list[Mention]:
    """Match names of bodies that share a head, from token ``i`` on: "Tài chính và Tư pháp".

    Only known sectors and abbreviations count; a name of a body of its own ends the list.

    Parameters
    ----------
    scan : Scan
    i : int
    implied : str
        The head, which the list says only once.
    like : Mention or None
        A body of the list, for level and branch.
    """
    found: list[Mention] = []
    at: int | None = i
    level, branch = (like.level, like.branch) if like else (None, "state")
    if orders_behind_colon(scan, i):
        return []
    while at is not None and scan.capital(at):  # a long list goes on on the next line
        sector = scan.lex.sectors.match(scan.tokens, at)
        whole = organization(scan, at)
        if whole is not None and (sector is None or whole.last > sector[0]):
            state = whole.branch == "state"  # "Sở Nội vụ, UBND xã"
            if whole.branch != "enterprise" and (state or not _abbreviated(scan, at)):
                break
            found.append(whole)  # "các Tập đoàn: EVN"
        elif sector is not None or _abbreviated(scan, at):
            one = scan.mention(at, sector[0] if sector else at + 1, "ORG", level, branch)
            found.append(one._replace(implied=implied))
        else:
            break
        end = found[-1].last
        if end == found[0].last and not scan.same_line(i) and scan.conjunction(end) is None:
            return []  # what stands alone below a line that ends in a colon
        if scan.key(end) == "(" and scan.key(end + 2) == ")" and _abbreviated(scan, end + 1):
            found.append(scan.mention(end + 1, end + 2, "ORG", level, branch))  # "Tài chính (TC)"
            end += 3
        parted = scan.key(end) == ";" and scan.key(i - 1) == ":"  # "các Bộ: Y tế; Xây dựng"
        at = end + 1 if parted else scan.conjunction(end)
    return found


def _abbreviated(scan: Scan, i: int) -> bool:
    return scan.word(i).isupper() and len(scan.word(i)) > 1 and not scan.shouted(i)


def shares_head(scan: Scan, first: Mention) -> bool:
    """Tell whether names that share the head of the body follow it: "Bộ Y tế, Nội vụ"."""
    step = scan.conjunction(first.last)
    if step is None or not shared_head(scan, first):
        return False
    return bool(listed_names(scan, step, "", first))


def shared_head(scan: Scan, first: Mention) -> str:
    """Return the head that names after this one may share, or nothing."""
    head = scan.lex.heads.match(scan.tokens, first.first)
    if head is None or not head[1].needs_name or first.type != "ORG":
        return ""
    if scan.lex.sectors.match(scan.tokens, head[0]) is None and not _abbreviated(scan, head[0]):
        return ""
    return " ".join(scan.word(k) for k in range(first.first, head[0]))


def same_body_elsewhere(scan: Scan, first: Mention) -> list[Mention]:
    """Match the places whose bodies share a head: "UBND huyện Cam Lộc, | Hải Lăng và thị trấn Ái Tử"."""
    territories = scan.found.territories
    k = next((k for k in range(first.first + 1, first.last) if k in territories), None)
    if k is None or territories[k][0] >= first.last:
        return []
    full = scan.lex.abbreviations
    head = " ".join(full.get(scan.key(j)) or scan.word(j) for j in range(first.first, k))
    kind = " ".join(scan.word(j) for j in range(k, territories[k][0]))
    found: list[Mention] = []
    step = scan.conjunction(first.last)
    while step is not None and scan.close(step):
        place = territories.get(step)
        known = scan.found.places.get(step)
        at = place[0] if place else step
        end = known[0] if known else proper_name(scan, at)
        within = known is not None and first.level != "province"  # "UBND xã A, Quảng Trị"
        person = is_person(scan, at) and end - at > _SHORTEST_PLACE
        if end - at < _SHORTEST_PLACE or within or person:
            break
        if starts_mention(scan, at) or scan.lex.heads.match(scan.tokens, at):
            break
        level = place[1] if place else first.level
        one = scan.mention(step, end, first.type, level, first.branch)
        found.append(one._replace(implied=head if place else f"{head} {kind}"))
        step = scan.conjunction(end)
    return found
