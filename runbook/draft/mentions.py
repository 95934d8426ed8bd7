"""Names of public bodies found in running text, and where each of them ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from runbook.draft import agency_words as words
from runbook.draft import name_forms as forms
from runbook.draft.letters import toned
from runbook.draft.names import Mention, Names

MOST_SMALL = 3  # small syllables a name runs on with after a capital: "Giao thông vận tải"
MOST_WORDS = 16


class Text:
    """A text with its key, in which bodies are looked for."""

    __slots__ = ("_all", "key", "names", "text")

    def __init__(self, text: str, names: Names) -> None:
        self.text, self.key, self.names = text, toned(text), names
        self._all: tuple[Mention, ...] | None = None

    def at(self, start: int) -> Mention | None:
        """The body whose name begins exactly here."""
        known = self.names.pattern.match(self.key, start) if self.names.pattern else None
        if known:
            end = self._placed(known.end())
            return Mention(start, end, self.text[start:end])
        return self._many(start) or self._system(start) or self._named(start)

    def all(self) -> tuple[Mention, ...]:
        """Every body named, in order, none within another."""
        if self._all is None:
            self._all = tuple(self._found())
        return self._all

    def _found(self) -> Iterator[Mention]:
        reached = 0
        for start in self._starts():
            if start >= reached and (found := self.at(start)):
                reached = found.end
                yield found

    def _starts(self) -> list[int]:
        starts = {match.start() for match in forms.ANY.finditer(self.key)}
        if self.names.pattern:
            starts |= {one.start() for one in self.names.pattern.finditer(self.key) if self._opens(one.start())}
        return sorted(starts)

    def _opens(self, at: int) -> bool:
        return at == 0 or not (self.key[at - 1].isalnum() or self.key[at - 1] == "_")

    def list_at(self, start: int) -> tuple[list[Mention], int]:
        """The bodies listed from here ("Sở A, Sở B và các đơn vị liên quan"), and where the list ends."""
        found: list[Mention] = []
        at = start
        while True:
            mention = self.at(at) or self.loose(at)
            if mention is None:
                break
            shared = self._sharing(mention)
            found += shared or [mention]
            end = found[-1].end
            joint = forms.AND.match(self.key, end)
            if not joint:
                return found, end
            at = joint.end()
        return found, found[-1].end if found else start

    def _sharing(self, mention: Mention) -> list[Mention]:
        """ "các Sở: Tài chính, Nội vụ và Y tế" names three."""
        head = self.text[mention.start : mention.end].split(None, 1)
        if not mention.many or len(head) != 2 or self.key[mention.end : mention.end + 1] != ":":
            return []
        kind = head[1].split(",")[0]
        found = []
        at = mention.end + 1
        while match := forms.WORD.search(self.text, at):
            end = self._grown(match.end(), match.start()) if match[0][:1].isupper() else 0
            if not end or self.key[at : match.start()].strip() not in ("", ",", "và", ";"):
                break
            found += [self._sharer(kind, a, b) for a, b in forms.fields(self.key, match.start(), end)]
            joint = forms.COMMA.match(self.key, end)
            at = joint.end() if joint else end
        return found if len(found) > 1 else []

    def _sharer(self, kind: str, start: int, end: int) -> Mention:
        """One of several bodies of a kind; one named in full needs it not."""
        own = self._named(start)
        name = self.text[start:end] if own else f"{kind[:1].upper()}{kind[1:]} {self.text[start:end]}"
        return Mention(start, end, name)

    def _system(self, start: int) -> Mention | None:
        match = forms.SYSTEM.match(self.key, start)
        return Mention(start, match.end(), self.text[start : match.end()], many=True) if match else None

    def _many(self, start: int) -> Mention | None:
        gathering = forms.GATHERING.match(self.key, start)
        noun = forms.GATHERED.match(self.key, gathering.end()) if gathering else None
        if not gathering or not noun:
            return None
        if gathering[0].strip().isdigit() and noun[0] in forms.NOT_COUNTED:
            return None
        end = self._many_end(noun.end())
        return Mention(start, end, self.text[start:end], many=True)

    def _many_end(self, at: int) -> int:
        """Where the nouns gathered, with what tells which of them are meant, end."""
        for _ in range(MOST_WORDS):
            after = self._tail(at) or self._noun(at) or self._capital(at)
            if not after:
                break
            at = after
        return at

    def _tail(self, at: int) -> int:
        space = at + 1 if self.key[at : at + 1] == " " else at
        match = forms.TAIL.match(self.key, space) if space > at else None
        if not match:
            return 0
        if forms.GOVERN.search(match[0]) and not (
            match[0] in forms.CLOSED and not self.text[match.end() + 1 : match.end() + 2].isupper()
        ):
            end = self._placed(match.end())
            level = forms.LEVEL.match(self.key, match.end() + 1)
            head = forms.HEAD.match(self.key, match.end() + 1)
            return end if end > match.end() else (level or head or match).end() if level or head else 0
        return match.end() if match[0] in forms.CONCERNED or not self._is_stop(match.start(), forms.MANY_STOPS) else 0

    def _noun(self, at: int) -> int:
        joint = forms.COMMA.match(self.key, at)
        if not joint:
            return 0
        noun = forms.GATHERED.match(self.key, joint.end()) or forms.TAIL.match(self.key, joint.end())
        if not noun or (self.text[noun.start()].isupper() and self._named(noun.start())):
            return 0
        return noun.end()

    def _capital(self, at: int) -> int:
        match = forms.WORD.match(self.text, at + 1) if self.key[at : at + 1] == " " else None
        return match.end() if match and match[0][0].isupper() else 0

    def _placed(self, at: int) -> int:
        """Over the level and place that follow a name: "Công an" + "thành phố Hà Nội"."""
        level = forms.LEVEL.match(self.key, at + 1) if self.key[at : at + 1] == " " else None
        end = level.end() if level else at
        while after := self._capital(end):
            if forms.HEAD.match(self.key, end + 1) and not forms.LEVEL.match(self.key, end + 1):
                break
            end = after
        return end

    def _named(self, start: int) -> Mention | None:
        head = forms.HEAD.match(self.key, start)
        if not head or not self._opens(start):
            return None
        end = self._grown(head.end(), start)
        if head[0] not in forms.ALWAYS and not self._proper(head, end):
            return None
        many = bool(re.search(r"(?<!\w)(?:các|\d{1,3})\s", self.key[start:end]))
        return Mention(start, end, self.text[start:end], many)

    def _proper(self, head: re.Match[str], end: int) -> bool:
        """Whether an ordinary word stands for a body: a capital or a level follows ("phòng Y tế", "công an tỉnh")."""
        if end == head.end():
            return self.text[head.start()].isupper() and head[0] in forms.ONE_WORD
        if forms.LEVEL.match(self.key, head.end() + 1) or self.text[head.end() + 1 : head.end() + 2].isupper():
            return True
        if head[0] == "báo" and self.key.startswith(" và ", head.end()) and self.text[head.end() + 4].isupper():
            return True
        return " " in head[0] and self.text[head.start()].isupper()

    def _grown(self, at: int, start: int) -> int:
        small = 0
        for _ in range(MOST_WORDS):
            joint = forms.NEXT.match(self.key, at)
            if not joint:
                break
            before, after = self.key[start:at], joint.end()
            if not joint[1].strip() and (many := self._many_after(before, after)):
                return many
            step = self._joined(joint[1].strip(), after, before) if joint[1].strip() else self._step(after, small)
            if not step:
                break
            small = 0 if self.text[after].isupper() or forms.LEVEL.match(self.key, after) else small + 1
            at = step
        return at

    def _many_after(self, before: str, at: int) -> int:
        """The end of "UBND" + "các quận, huyện, thị xã", "UBND" + "11 phường"; 0 where no such thing follows."""
        if not forms.MANY_AFTER.search(before):
            return 0
        gathering = forms.GATHERING.match(self.key, at)
        noun = forms.GATHERED.match(self.key, gathering.end() if gathering else at)
        if not noun or (not gathering and self.key[noun.end() : noun.end() + 2] != ", "):
            return 0
        return self._many_end(noun.end())

    def _step(self, at: int, small: int) -> int:
        """Where the next word of a name ends, 0 where the name has ended before it."""
        word = forms.WORD.match(self.text, at)
        if not word:
            return 0
        if level := forms.LEVEL.match(self.key, at) or forms.NOUN.match(self.key, at):
            return level.end()
        if word[0][0].isupper():
            return word.end()
        if small == 0 and self._ends_word(at, word.end()):
            return word.end()
        if small >= MOST_SMALL or self._is_stop(at, forms.NAME_STOPS) or forms.GATHERING.match(self.key, at):
            return 0
        return word.end() if not word[0].isdigit() or len(word[0]) < 4 else 0

    def _ends_word(self, at: int, end: int) -> bool:
        """Whether a small syllable ends a word that a capital began: "Xây dựng" is no verb here."""
        begin = self.key.rfind(" ", 0, at - 1) + 1
        word = self.key[begin:end]
        if self.text[begin].isupper() and word in forms.ALL_VERBS:
            return True
        return self.key[at:end] in forms.ALL_VERBS and self._begins_word(begin)

    def _begins_word(self, at: int) -> bool:
        """Whether a capital begins a word of small syllables, "Trợ giúp", and is not the last of a place's name."""
        before = self.key.rfind(" ", 0, at - 1) + 1 if at > 0 else 0
        opens = not self.text[before].isupper() or bool(forms.HEAD.match(self.key, before))
        shortened = self.text[at : self.key.find(" ", at)].isupper()  # "II", "TW"
        alone = self.text[at].isupper() and at > before and opens and not shortened
        return alone and not forms.LEVEL.search(self.key, max(0, at - 12), at)

    def _joined(self, joint: str, at: int, before: str) -> int:
        head = forms.HEAD.match(self.key, at)
        if forms.COUNCIL.search(before) and joint != "," and head:
            return head.end()
        if before == "báo" and self.text[at].isupper() and head and (word := forms.WORD.match(self.text, at)):
            return word.end()  # "Báo và Đài Phát thanh": one body since press and broadcasters were merged
        if joint == "," and (field := forms.FIELD.match(self.key, at)):
            return field.end()  # "Phát thanh, truyền hình"
        if not self.text[at].isupper() or (head and (head[0] in forms.ALWAYS or self._named(at))):
            return 0
        word = forms.WORD.match(self.text, at)
        ended = joint == "," and any(before.endswith(f" {level}") for level in words.LEVELS)
        return word.end() if word and not ended else 0

    def until_verb(self, start: int) -> int:
        """Where the words from here end before the first verb, or at a sign that ends a sentence."""
        at = start
        for match in forms.WORD.finditer(self.text, start):
            gap = self.text[at : match.start()] if at > start else ""
            if gap.strip(" ,-/") or (
                at > start and match[0][0].islower() and self._is_stop(match.start(), forms.LINE_STOPS)
            ):
                break
            at = match.end()
        return at

    def loose(self, start: int) -> Mention | None:
        """A body named in small letters, where a body must stand: "đài truyền hình các tỉnh"."""
        noun = forms.GATHERED.match(self.key, start)
        if noun and noun[0] not in forms.MANY_STOPS:
            end = self._many_end(noun.end())
            if forms.LOOSE.match(self.key, start):
                end = self._of_many(end) or end
            if end == noun.end() and " " not in noun[0]:
                return None  # "của ngành dọc": a lone noun is nobody's name
            return Mention(start, end, self.text[start:end], many=True)
        head = forms.LOOSE.match(self.key, start)
        if not head:
            return None
        at = head.end()
        for _ in range(MOST_WORDS):
            if whose := self._of_many(at):
                at = whose
                break
            joint = forms.GAP.match(self.key, at)
            word = forms.WORD.match(self.text, joint.end()) if joint else None
            if not word or self._is_stop(word.start(), forms.NAME_STOPS):
                break
            at = word.end()
        return Mention(start, at, self.text[start:at], many=True) if at > head.end() else None

    def _of_many(self, at: int) -> int:
        """The end of whose they are, many again: "đài truyền hình" + "các tỉnh, thành phố"; 0 for nothing such."""
        gathering = forms.GATHERING.match(self.key, at + 1) if self.key[at : at + 1] == " " else None
        noun = forms.GATHERED.match(self.key, gathering.end()) if gathering else None
        return self._many_end(noun.end()) if noun else 0

    def _is_stop(self, at: int, stops: frozenset[str]) -> bool:
        match = forms.THREE.match(self.key, at)
        if not match:
            return False
        one, two, three = match.groups()
        return one in stops or f"{one} {two}" in stops or f"{one} {two} {three}" in stops
