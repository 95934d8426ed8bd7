"""Short plans of many bodies, written for tests, and what a draft says in few words."""

from __future__ import annotations

from datetime import date

from runbook.draft.document import Document
from runbook.draft.drafting import draft, weekend
from runbook.draft.due import DayOff
from runbook.draft.findings import Draft, Duty, Scope
from runbook.draft.reading import read

SCHOOL = """\
SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH HƯNG AN
TRƯỜNG THPT LÊ LAI
Số: 45/KH-LL

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hưng An, ngày 15 tháng 9 năm 2025

KẾ HOẠCH
Tổ chức Lễ kỷ niệm 50 năm thành lập Trường THPT Lê Lai (1975 - 2025)

Căn cứ Kế hoạch số 1203/KH-SGDĐT ngày 01/8/2025 của Sở Giáo dục và Đào tạo;
Trường THPT Lê Lai xây dựng Kế hoạch tổ chức Lễ kỷ niệm như sau:

I. MỤC ĐÍCH, YÊU CẦU
1. Ôn lại truyền thống nhà trường.

II. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 7h30, thứ Năm ngày 20/11/2025.
2. Địa điểm: Sân trường, số 25 đường Trần Phú, phường Minh Khai.

III. CHƯƠNG TRÌNH
- 7h00 - 7h30: Đón tiếp đại biểu, văn nghệ chào mừng.
- 7h30: Chào cờ, tuyên bố lý do.
- 8h30: Bế mạc.

IV. PHÂN CÔNG NHIỆM VỤ
1. Tiểu ban Nội dung
a) Chủ trì, phối hợp với Văn phòng xây dựng kịch bản, xong trước ngày 25/10/2025.
b) Viết diễn văn, trình Hiệu trưởng duyệt chậm nhất ngày 05/11.
2. Tiểu ban Văn nghệ - Lễ tân
a) Dàn dựng 05 tiết mục văn nghệ; tổng duyệt trước Lễ 02 ngày.
b) Đón tiếp đại biểu.
3. Văn phòng:
- In và gửi giấy mời trước 17h00 ngày 03/11/2025;
- Chuẩn bị cơ sở vật chất, âm thanh.
4. Đoàn Thanh niên: huy động 50 đoàn viên phục vụ Lễ.
5. Các tổ chuyên môn, giáo viên chủ nhiệm
Báo cáo số lượng tham dự về Văn phòng trước ngày 10/11/2025.
6. Đề nghị Ban đại diện cha mẹ học sinh phối hợp vận động các nguồn lực.

Trên đây là Kế hoạch tổ chức Lễ kỷ niệm. Yêu cầu các tổ chuyên môn nghiêm túc thực hiện./.

Nơi nhận:
- Sở GD&ĐT (để b/c);
- Các tổ chuyên môn;
- Lưu: VT.

HIỆU TRƯỞNG



Lê Văn Bình
"""

PARTY = """\
ĐẢNG BỘ TỈNH AN HÒA
HUYỆN ỦY SÔNG LÔ
*
Số 12-KH/HU

ĐẢNG CỘNG SẢN VIỆT NAM
Sông Lô, ngày 03 tháng 3 năm 2025

KẾ HOẠCH
tổ chức Hội nghị tổng kết 10 năm thực hiện Chỉ thị số 05-CT/TW
-----

Thực hiện Kế hoạch số 88-KH/TU ngày 12/02/2025 của Tỉnh ủy, Ban Thường vụ Huyện ủy xây dựng kế hoạch như sau:

I- THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN
1- Thời gian: 1/2 ngày, dự kiến trong tháng 5/2025.
2- Địa điểm: Hội trường tầng 3, Trung tâm Hội nghị huyện.
3- Thành phần
- Thường trực Tỉnh ủy;
- Các đồng chí Huyện ủy viên.

II- TỔ CHỨC THỰC HIỆN
1- Ban Tuyên giáo Huyện ủy
- Chủ trì, phối hợp với Văn phòng Huyện ủy xây dựng báo cáo tổng kết, trình Ban Thường vụ trước ngày 15/4/2025.
- Thẩm định báo cáo của các chi bộ.
2- Ban Tổ chức Huyện ủy: Chủ trì tham mưu khen thưởng; hoàn thành trong tháng 4/2025.
3- Văn phòng Huyện ủy
- Phối hợp với Ban Tuyên giáo Huyện ủy xây dựng báo cáo tổng kết.
- Gửi giấy mời chậm nhất 05 ngày trước Hội nghị.
4- Các chi bộ, đảng bộ cơ sở trực thuộc
Gửi báo cáo về Ban Tuyên giáo Huyện ủy trước ngày 31/3/2025.
5- Đề nghị Ủy ban nhân dân huyện bố trí kinh phí tổ chức Hội nghị.

Nơi nhận:
- Tỉnh ủy (để báo cáo),
- Lưu Văn phòng Huyện ủy.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ


Nguyễn Thị Hạnh
"""

NOTICE = """\
ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ TÂN PHÚ                    Độc lập - Tự do - Hạnh phúc
Số:     /TB-UBND            Tân Phú, ngày     tháng 7 năm 2025

THÔNG BÁO
Về việc tổ chức Lễ dâng hương kỷ niệm 78 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2025)

UBND xã Tân Phú thông báo tổ chức Lễ dâng hương như sau:
1. Thời gian: 6 giờ 30 phút, ngày 27/7/2025 (thứ Bảy).
2. Địa điểm: Nghĩa trang liệt sĩ xã.
3. Phân công nhiệm vụ:
- Văn phòng HĐND và UBND: chuẩn bị lễ vật, gửi giấy mời trước ngày 22/7.
- Công chức Văn hóa - Xã hội: xây dựng kịch bản.
- Trạm Y tế xã bố trí lực lượng trực y tế.
- Đề nghị UBMTTQ xã, các đoàn thể vận động hội viên tham gia.
- Giao Đoàn Thanh niên dọn vệ sinh nghĩa trang, hoàn thành trước 26/7/2025.

Nơi nhận:                                   TM. ỦY BAN NHÂN DÂN
- TT Đảng ủy, HĐND xã;                             CHỦ TỊCH
- Lưu: VT.
                                               Phạm Văn Đông
"""

TABLE = """\
UBND THÀNH PHỐ HƯNG AN
Số: 33/KH-UBND
Hưng An, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
Tổ chức Hội nghị gặp mặt đầu xuân

I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 14 giờ 00, ngày 10/02/2026.
2. Địa điểm: Hội trường lớn UBND thành phố.

II. PHÂN CÔNG NHIỆM VỤ

STT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành
1 | Xây dựng kịch bản | Văn phòng HĐND và UBND | Phòng Văn hóa và Thông tin | Trước 20/01/2026
2 | Gửi giấy mời | Văn phòng HĐND và UBND | Phòng Nội vụ | 23/01/2026
3 | Bảo đảm an ninh trật tự | Công an thành phố | | Ngày 10/02/2026

Nơi nhận:
- Lưu: VT.
"""

ARMY = """\
BỘ CHỈ HUY QUÂN SỰ TỈNH HƯNG AN
PHÒNG CHÍNH TRỊ
Số: 512/KH-CT
Hưng An, ngày 1 tháng 12 năm 2024

KẾ HOẠCH
Tổ chức các hoạt động kỷ niệm 80 năm Ngày thành lập Quân đội nhân dân Việt Nam (22/12/1944 - 22/12/2024)
và 35 năm Ngày hội Quốc phòng toàn dân (22/12/1989 - 22/12/2024)

A. NỘI DUNG
I. HOẠT ĐỘNG
1. Thời gian thực hiện: Từ ngày 01/12 đến hết ngày 31/12/2024; cao điểm từ ngày 15/12 đến ngày 22/12/2024.
2. Hội thao (Chủ trì: Ban Quân lực; phối hợp: Ban Tài chính; hoàn thành trước ngày 17/12/2024)
B. PHÂN CÔNG NHIỆM VỤ
I. PHÒNG HẬU CẦN - KỸ THUẬT
Bảo đảm xăng xe, kinh phí.
II. BAN CHỈ HUY QUÂN SỰ CÁC HUYỆN, THÀNH PHỐ
1. Thường xuyên kiểm tra việc trang trí khánh tiết.
2. Báo cáo kết quả về Phòng Chính trị trước 25/12.

CHỦ NHIỆM
Thượng tá Hoàng Văn Sơn
"""

SAMPLES = {"school": SCHOOL, "party": PARTY, "notice": NOTICE, "table": TABLE, "army": ARMY}


def document(text: str) -> Document:
    return read(text.encode(), "plan.txt")


def drafted(text: str, off: DayOff = weekend) -> Draft:
    return draft(document(text), off)


def duties(made: Draft, scope: Scope = Scope.IMPLEMENTATION) -> list[str]:
    """Each duty in a line: place, who leads, with whom, by when."""
    return [_line(duty) for duty in made.duties if duty.scope is scope]


def _line(duty: Duty) -> str:
    support = f" + {', '.join(duty.support)}" if duty.support else ""
    due = f" [{duty.due.rule} {_day(duty.due.last_day) or duty.due.days}]" if duty.due else ""
    return f"{duty.section}/{duty.bullet}{duty.part} {', '.join(duty.lead)}{support}: {duty.title}{due}"


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
