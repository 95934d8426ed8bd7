"""Headings of plans, told by their words. Patterns are for `plain` keys of heading lines."""

from __future__ import annotations

from runbook.draft.letters import plain_pattern

# Where the work is shared out. Not "kinh phí tổ chức thực hiện": the words must begin the heading or follow "và".
ORGANISATION = plain_pattern(
    r"(?:^|\bva |, |- |cong tac |ve |dieu \d+\W+)(?:to chuc (?:va )?(?:thuc hien|trien khai|phan cong)|phan cong\b"
    r"|trach nhiem (?:thuc hien|to chuc|cua|cac)|trien khai thuc hien|trien khai, thuc hien"
    r"|nhiem vu (?:cu the )?(?:cua )?(?:cac|tung) (?:co quan|don vi|so|phong|ban|tieu ban|dia phuong)"
    r"|giao nhiem vu|nhiem vu va phan cong|bien phap (?:to chuc )?thuc hien|cong tac chuan bi va phan cong)"
)
# Words after those that make them something else.
NOT_ORGANISATION = plain_pattern(
    r"kinh phi (?:to chuc|thuc hien|trien khai)|thoi gian (?:to chuc|thuc hien|trien khai)$"
)
PURPOSE = plain_pattern(r"muc dich|yeu cau|muc tieu|quan diem|can cu|su can thiet|y nghia|chi dao chung|phuong cham")
ATTENDANCE = plain_pattern(r"thanh phan|dai bieu|khach moi|doi tuong (?:tham|moi|du)|thanh phan moi|so luong")
TIME = plain_pattern(r"\bthoi gian|ngay gio|\bthoi diem|tien do thoi gian")
PLACE = plain_pattern(r"dia diem|noi to chuc")
PROGRAMME = plain_pattern(
    r"chuong trinh(?! hanh dong| cong tac| phoi hop| muc tieu| trong tam)|trinh tu|tien trinh|kich ban"
    r"|nghi thuc|noi dung chuong trinh"
)
HOSTS = plain_pattern(
    r"danh nghia|don vi to chuc|chu tri to chuc|co quan to chuc|ban to chuc chuong trinh|^don vi chu tri"
)
BACKDROP = plain_pattern(r"ma ?ket|market|tieu de|phong nen|phong chu|trang tri|backdrop|khanh tiet")
THEME = plain_pattern(r"chu de")
BUDGET = plain_pattern(r"kinh phi|ngan sach|du toan")
CONTENT = plain_pattern(r"noi dung|hinh thuc|nhiem vu|giai phap|cong viec|hoat dong")
NAME = plain_pattern(r"^ten (?:goi|buoi le|hoi nghi|chuong trinh|su kien)$")
