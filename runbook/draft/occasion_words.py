"""What sittings are called. Patterns are for `plain` keys."""

from __future__ import annotations

from runbook.draft.letters import plain, plain_pattern

SESSION = r"phien (?:hop )?(?:so )?(?:\d|thu \w|i{1,3}\b|tru bi|chinh thuc|toan the|khai mac|be mac)"
# What a sitting is called, in the order in which a name is tried at one place.
KINDS = (
    ("offering", r"le dang (?:hoa|huong)|dang (?:hoa|huong)|le vieng|vieng nghia trang"),
    ("rally", r"mit ?tinh"),
    (
        "performance",
        r"chuong trinh (?:bieu dien )?nghe thuat|dem (?:nghe thuat|hoi|nhac)|hoi dien|lien hoan"
        r"|giao luu nghe thuat|cau truyen hinh",
    ),
    ("exhibition", r"trien lam|trung bay"),
    ("competition", r"cuoc thi|hoi thi|hoi thao the thao|giai (?:chay|bong|viet da|dua|the thao|co|cau long)|hoi khoe"),
    (
        "conference",
        rf"hoi nghi|hoi thao|toa dam|dai hoi|phien hop|sinh hoat chuyen de|gap mat|hop mat|hoi dam|{SESSION}",
    ),
    ("ceremony", r"le (?!ky niem cac ngay|hoi nam)\w|gio to|khai giang|be giang|ngay hoi|dem giao thua|le$"),
)
_KIND = plain_pattern("|".join(rf"(?P<{name}>\b(?:{words}))" for name, words in KINDS))
_SESSION = plain_pattern(SESSION)
_NOT_ONE = plain_pattern(
    r"(?:cac|nhung|chuoi|mot so) (?:hoat dong|su kien|le )|^(?:thong tin|tuyen truyen|cong tac|day manh"
    r"|phat dong|trien khai)|phong trao|tuyen truyen"
)
REHEARSAL = plain_pattern(r"tong duyet|so duyet|luyen tap|chay thu|hop bao|chuan bi|du phong|hop ban|lap dat|don khach")


def is_session(name: str) -> bool:
    """Whether a name is that of one sitting of several of the same body: "Phiên thứ hai"."""
    return bool(_SESSION.match(plain(name)))


def kind_of(title: str) -> str:
    """The kind of sitting a subject names, "" where it is of many things or none."""
    key = plain(title)
    match = _KIND.search(key)
    many = _NOT_ONE.search(key)
    if not match or (many and many.start() < match.start()):
        return ""
    return match.lastgroup or ""


def is_of_many(title: str) -> bool:
    """Whether a subject speaks of many things, or of talking about them."""
    return bool(_NOT_ONE.search(plain(title)))
