"""What the first sheet of a workbook tells those who write in it, (Vietnamese, English) sentence by sentence."""

from __future__ import annotations

GUIDE = (
    (
        "Sổ này là một buổi lễ: sửa trong sổ rồi lập kế hoạch thẳng từ sổ, không phải chép lại.",
        "This workbook is a ceremony: change it here, and plan straight from it.",
    ),
    (
        "Kiểm tra: runbook check TÊN-SỔ.xlsx. Lập kế hoạch: runbook plan TÊN-SỔ.xlsx.",
        "To check it: runbook check THIS-FILE.xlsx. To plan: runbook plan THIS-FILE.xlsx.",
    ),
    (
        "Cột nền xám và các trang Gantt, Ma trận do chương trình tính: sửa ở đó không có tác dụng với kế hoạch.",
        "Grey columns and the sheets Gantt and Matrix are computed: what is changed there does not change the plan.",
    ),
    (
        "Trên Gantt, dòng “chưa tính lại” là việc sửa hoặc thêm sau khi xuất: thanh của nó chỉ là ước tính, các việc "
        "chờ nó chưa dời theo.",
        "On the Gantt sheet a row “not recomputed” was changed or added since: its bar is an estimate, and what waits "
        "for it has not moved.",
    ),
    (
        "Ô nhập là giá trị, không dùng công thức, không gộp ô. Bấm vào ô dưới tiêu đề để xem cách ghi của cột.",
        "Cells hold values: no formulas, no merged cells. Select a cell to see how its column is written.",
    ),
    (
        "Ngày viết 22/11/2024, hoặc tính từ ngày lễ: N, N-3 (ngày), N-3w (ngày làm việc). Giờ viết 08:30. Trước giờ "
        "khai mạc 2 giờ: opening-2h; sau giờ bế mạc 1 giờ: closing+1h.",
        "Days are written 22/11/2024, or counted from the day of the ceremony: N, N-3 (days), N-3w (working days). "
        "Times are written 08:30. Two hours before the opening: opening-2h; an hour after the closing: closing+1h.",
    ),
    (
        "Hạn: by 14/11/2024 là chậm nhất hết ngày đó, before 15/11/2024 là xong trước ngày đó.",
        "Deadlines: by 14/11/2024 includes that day, before 15/11/2024 does not.",
    ),
    (
        "Thời lượng: 0.5d (ngày), 4h (giờ), 30m (phút), 1w (tuần). Số không kèm chữ là ngày ở cột “Ngày công”, là phút "
        "ở cột “Thời lượng”. Để trống cả ba cột thời lượng thì việc là một mốc.",
        "Durations: 0.5d (days), 4h (hours), 30m (minutes), 1w (weeks). A number alone means days under “Work” and "
        "minutes under “Length”. A task without any duration is a milestone.",
    ),
    (
        "Nhiều giá trị trong một ô (phối hợp, việc trước, thành viên) ngăn bằng dấu chấm phẩy: E3; B2 FS+2h. Riêng căn "
        "cứ, tên gọi khác, cơ quan tổ chức: mỗi dòng một giá trị (Alt+Enter xuống dòng).",
        "Several values in a cell (support, after, members) are parted by semicolons: E3; B2 FS+2h. References, other "
        "names and hosts stand one on a line (Alt+Enter).",
    ),
    (
        "Thêm việc: ghi vào dòng trống dưới cùng, mỗi việc một mã riêng. Xóa việc: xóa cả dòng, rồi bỏ mã của nó ở cột "
        "“Việc trước” của các việc khác.",
        "To add a task, fill the first empty row below; every task has an id of its own. To remove one, delete its "
        "row, and its id under “After” of other tasks.",
    ),
    (
        "Vòng duyệt: một dòng cho sản phẩm, dưới đó mỗi bước một dòng, cột “Thuộc vòng duyệt” ghi mã của sản phẩm. Các "
        "bước nối tiếp nhau theo thứ tự dòng.",
        "Approval chains: a row for the product, below it a row for each step with the id of the product under “Step "
        "of”. Steps follow one another in the order of rows.",
    ),
    (
        "Trang “Nguồn lực”: người, chỗ, vật nhiều việc cùng cần, dùng được cùng lúc bao nhiêu; cột “Nguồn lực dùng” "
        "ghi mã, cần nhiều hơn một thì ghi số ở trước: hoi-truong; 2 doi-quay. Trang “Rút giờ” dùng theo thứ tự dòng.",
        "The sheet “Resources” holds what several tasks want and how many there are at once; under “Uses” stand their "
        "ids, before each how many where that is more than one: hall; 2 crew. “Savings” are used in the order of rows.",
    ),
    (
        "Thứ tự các cơ quan là thứ tự lễ tân. Cơ quan gọi bằng mã, tên đầy đủ, tên gọn hay tên gọi khác đều được.",
        "The order of agencies is that of protocol. An agency goes by its id, full name, short name or other names.",
    ),
    (
        "Thêm cột riêng thì chương trình báo và bỏ qua; đổi chỗ các cột, đổi tên trang thành tiếng Anh không sao.",
        "Columns of your own are told and passed over; columns may stand in any order, headings in either language.",
    ),
)

GUIDE_WORDS: dict[str, tuple[str, str]] = {
    **{f"workbook.guide.{number}": sentence for number, sentence in enumerate(GUIDE, 1)},
    "workbook.guide.title": ("Cách dùng sổ này", "How to use this workbook"),
    "workbook.computed-for": (
        "Cột nền xám, Gantt và Ma trận được tính cho ngày N là {day}.",
        "Grey columns, Gantt and Matrix are computed for day N, {day}.",
    ),
}
