"""Requests that are counted and then told one by one, in running text.

"Chúng tôi kiến nghị hai việc. Một là, Sở Y tế bổ sung …. Hai là, …": the sentence that counts is a
lead-in without a colon. It gives modality, bearer and speaker to the sentences that are counted.
"""

from __future__ import annotations

from vndirective.extract.clauses.lead_ins import requests
from vndirective.extract.clauses.reader import Reader
from vndirective.extract.context import Context
from vndirective.extract.duties.command import Command

__all__ = ["Counted"]


class Counted:
    """Goes along with the sentences of one document and knows what was announced last."""

    def __init__(self, ctx: Context, reader: Reader) -> None:
        self._reader = reader
        self._sentences = ctx.sentence_tokens
        self._before = (0, 0)  # the sentence read last, in tokens
        self._announced: Command | None = None

    def item(self, s: int, i: int, end: int, command: Command, opens: bool) -> Command:
        """Return what a sentence inherits: ``command``, or what the one that counts hands down.

        Parameters
        ----------
        s : int
            Its index.
        i, end : int
            Its tokens, after a marker.
        command : Command
            What its line inherits.
        opens : bool
            It is the first of its line.
        """
        (a, b), self._before = self._before, (i, end)
        if command.operative or not self._enumerated(s):
            self._announced = None if opens else self._announced
            return command
        if self.announces(s - 1, b, command):
            asked = requests(self._reader, a, b)
            self._announced = None
            if asked is not None:
                bearers, cue, speaker = asked
                self._announced = Command(True, bearers=bearers, cue=cue, speaker=speaker)
        return self._announced or command

    def announces(self, s: int, end: int, command: Command) -> bool:
        """Tell whether a sentence that ends before token ``end`` counts what the next ones say."""
        keys = self._reader.keys
        end = self._reader.without_stop(0, end)
        if command.operative or not end or keys[end - 1] not in self._reader.cues.counted:
            return False
        return s + 1 < len(self._sentences) and self._enumerated(s + 1)

    def _enumerated(self, s: int) -> bool:
        """Tell whether a sentence starts with "Một là", "Thứ hai"."""
        at = self._sentences[s][0]
        at += self._reader.keys[at : at + 1] in (["-"], ["–"], ["+"])
        return at in self._reader.found.enumerating
