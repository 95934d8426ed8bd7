"""The key that was probably meant by one that the format does not have."""

from __future__ import annotations

from functools import lru_cache

from runbook.format.fields import Section
from runbook.nearest import nearest
from runbook.text import folded

# What people write for a key, folded, in Vietnamese and in the words of other programs. Of several keys the first that
# the section has is suggested.
_MEANT = {
    "lead": "chu tri; don vi chu tri; co quan chu tri; owner; responsible; assignee; leader; phu trach",
    "support": "phoi hop; don vi phoi hop; co quan phoi hop; supports; supporting; helpers; assist",
    "title": "ten; ten viec; noi dung; nhiem vu; cong viec; tieu de; trich yeu; name; task; summary; description",
    "name": "ten; ho ten; ten day du; ten co quan; title; full name; ly do; reason",
    "short": "ten gon; ten tat; viet tat; ten ngan; abbreviation; abbr; short name; shortname",
    "work": "thoi luong; ngay cong; thoi gian; so ngay; duration; effort; lam bu; lam viec",
    "length": "thoi luong; thoi gian; so phut; duration; minutes",
    "elapsed": "keo dai; wall; elapsed time",
    "range": "khoang thoi luong; bien do; uoc luong; nhanh nhat cham nhat; spread; estimate; min max; pert",
    "uses": "dung; su dung; can dung; tai nguyen; nguon luc; resources; resource; use; needs; equipment",
    "resources": "tai nguyen; nguon luc; cac nguon luc; co so vat chat; resource; equipment; rooms; uses",
    "capacity": "suc chua; so luong; cung luc; nang luc; kha nang; toi da; max; limit; quantity; at once",
    "savings": "rut gio; rut gon; rut ngan; bu gio; cat giam; tiet kiem; saving; cuts; shortenings",
    "to": "con; rut con; con lai; xuong con; thoi luong; minutes; length; duration; shorten to",
    "how": "cach; cach lam; lam the nao; noi dung; phuong an; method; what; do; title",
    "after": "sau; sau viec; viec truoc; cho; phu thuoc; depends; depends on; requires; predecessors; waits",
    "finish": "han; thoi han; han chot; hoan thanh; truoc ngay; deadline; due; until; end; hard deadline",
    "at": "luc; gio; bat dau; gio bat dau; time; clock; start; when",
    "not_before": "khong truoc; som nhat; earliest; not before; start no earlier than; no earlier; start",
    "phase": "nhom viec; giai doan; nhom; group; stage; section",
    "location": "dia diem; noi lam; vi tri; place; where; venue; room",
    "venue": "dia diem; hoi truong; noi to chuc; location; place",
    "note": "ghi chu; luu y; notes; remark; comment",
    "trouble": "su co; xu ly su co; du phong; contingency; fallback; problem; risk",
    "over": "suot; trong dot; ca dot; keo dai; khoang; window; throughout; lasting; span",
    "campaign": "dot; dot tuyen truyen; chien dich; campaigns",
    "span": "toan dot; ca dot; thoi gian; khoang thoi gian; window; range; period",
    "peaks": "cao diem; cac cao diem; dot cao diem; peak",
    "theme": "chu de; khau hieu; slogan; topic",
    "occasions": "ngay ky niem; cac ngay ky niem; ky niem; anniversary; anniversaries; occasion",
    "first": "ngay goc; lan dau; origin; original; since",
    "years": "so nam; nam; count",
    "during": "trong dot; viec trong dot; trong thoi gian; within; duties",
    "recurs": "lap lai; dinh ky; repeat; recurrence; every",
    "ref": "can cu; muc; dieu; theo muc; refs; reference; source; clause",
    "assumed": "gia dinh; assumes; assumption",
    "assumptions": "gia dinh; cac gia dinh; assumed",
    "each": "moi don vi; tung don vi; giao cho; for each; foreach; fan out",
    "approval": "vong duyet; phe duyet; tham dinh; cac buoc; steps; chain; approvals",
    "act": "buoc; hanh dong; step; action; role",
    "cue": "hieu lenh; mc; call",
    "performer": "nguoi thuc hien; nguoi phat bieu; nguoi trinh bay; dien gia; speaker; presenter; performed by",
    "stage": "san khau; tren san khau; vi tri san khau; doi hinh; staging; blocking",
    "words": "loi dan; loi mc; loi noi; loi thoai; kich ban mc; script; speech; spoken; said",
    "screen": "man hinh; man hinh led; led; video; slide; slides; trinh chieu",
    "sound": "am thanh; nhac; audio; music; mic; micro",
    "light": "anh sang; den; lights; lighting",
    "item": "muc; so muc; stt; number; no",
    "id": "ma; ma so; key; code",
    "ceremony": "le; buoi le; ma buoi le; event; id; project",
    "language": "ngon ngu; tieng; lang",
    "zone": "mui gio; timezone; time zone; tz",
    "plan": "ke hoach; van ban; can cu; document",
    "number": "so; so ky hieu; so hieu; no",
    "issuer": "co quan ban hanh; noi ban hanh; issued by",
    "signer": "nguoi ky; signed by",
    "hosts": "co quan to chuc; don vi to chuc; chu toa; ban to chuc; host; organisers; organizers",
    "date": "ngay; ngay to chuc; ngay ky; ngay ban hanh; thoi gian; day; when",
    "window": "khoang thoi gian; khoang; tu ngay; range; between; days",
    "part": "buoi; half; session",
    "chosen": "chot; ngay chot; ngay da chot; da chon; choice; decided; day",
    "reserve": "du phong; ngay du phong; backup; alternative",
    "hours": "gio; thoi gian; gio lam viec; khai mac; time; opening; opening hours",
    "start": "bat dau; tu ngay; ngay bat dau; begin; from",
    "address": "dia chi",
    "worktime": "lich lam viec; gio lam viec; lich; calendar; calendars; working hours; work time",
    "days": "thu; cac thu; ngay lam viec; weekdays",
    "day": "ngay; trong ngay; ngay le; date; on the day; d day",
    "holidays": "ngay nghi; nghi le; ngay le; le tet; holiday; days off",
    "off": "nghi; ngay nghi; nghi bu; closed; holiday; holidays",
    "phases": "nhom viec; cac nhom viec; giai doan; cac giai doan; groups; stages; phase",
    "agencies": "co quan; cac co quan; don vi; cac don vi; thanh phan; agency; organisations; organizations; teams",
    "tasks": "nhiem vu; viec; cong viec; cac viec; chuan bi; task; todo; preparation; work",
    "programme": "chuong trinh; tien trinh; program; agenda; run of show; schedule",
    "decisions": "quyet dinh; diem quyet dinh; decision",
    "standing": "thuong truc; co quan thuong truc; permanent",
    "requested": "de nghi; theo de nghi; request; by request",
    "phone": "dien thoai; so dien thoai; dt; sdt; tel; telephone; mobile",
    "email": "thu dien tu; e-mail; mail; hop thu",
    "contacts": "dau moi; lien he; nguoi lien he; danh ba; contact; people",
    "duty": "nhiem vu; chuc vu; viec; role; position",
    "members": "thanh vien; gom; cac thanh vien; member; includes",
    "aliases": "ten khac; ten goi khac; alias; other names; also",
    "when": "khi nao; luc nao; thoi diem; at; time; date",
    "trigger": "khi; dieu kien; neu; tinh huong; if; condition; event",
    "who": "ai; nguoi quyet dinh; co quan quyet; by; decider",
    "choose": "chon; lua chon; quyet dinh; phuong an; choice; decision; then; do",
}


@lru_cache(maxsize=1)
def _aliases() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for key, words in _MEANT.items():
        for word in words.split("; "):
            found[folded(word)] = (*found.get(folded(word), ()), key)
    return found


def meant_key(written: str, section: Section) -> str:
    """The key of the section that was probably meant, or ""."""
    word = folded(written.replace("_", " "))[:64]
    known = section.by_key
    for key in _aliases().get(word, ()):
        if key in known:
            return key
    return nearest(written, known)
