"""What is wrong with the YAML of a file, by code: (Vietnamese, English, remedy in Vietnamese, remedy in English)."""

from __future__ import annotations

PROBLEMS: dict[str, tuple[str, str, str, str]] = {
    "not-utf8": (
        "Tệp không phải văn bản mã UTF-8: từ chỗ này không đọc được.",
        "The file is not text in UTF-8: it cannot be read from here on.",
        "Mở tệp bằng trình soạn thảo và lưu lại với bảng mã UTF-8 (không dùng TCVN3, VNI hay Windows-1258).",
        "Open the file in an editor and save it again as UTF-8.",
    ),
    "file-too-large": (
        "Tệp lớn quá {limit} triệu ký tự.",
        "The file has more than {limit} million characters.",
        "Kiểm tra lại xem có đúng là tệp kế hoạch không; nếu đúng, mỗi tệp chỉ ghi một buổi lễ và rút gọn ghi chú.",
        "Make sure that it is a ceremony file; if it is, keep one ceremony to a file and shorten the notes.",
    ),
    "unreadable-sign": (
        "Có ký tự điều khiển không nhìn thấy được ({sign}).",
        "There is an invisible control character ({sign}).",
        "Xóa ký tự ở chỗ đánh dấu (có thể viết dưới dạng như \\x1b) rồi gõ lại; ký tự này thường lẫn vào khi chép từ "
        "tệp khác.",
        "Delete the character at the mark (it may be written like \\x1b) and type the text again; it usually comes "
        "in by copying from elsewhere.",
    ),
    "two-documents": (
        "Tệp có hơn một văn bản YAML, ngăn bằng dòng “---”.",
        "The file holds more than one YAML document, parted by a line “---”.",
        "Bỏ dòng “---”, hoặc tách phần sau sang tệp khác.",
        "Remove the line “---”, or move what follows to another file.",
    ),
    "nested-too-deep": (
        "Các tầng lồng nhau quá {limit} lớp.",
        "The file is nested more than {limit} levels deep.",
        "Kiểm tra dấu ngoặc và chỗ thụt dòng; tệp này không khi nào cần quá sáu lớp.",
        "Check the brackets and the indentation; a ceremony file never needs more than six levels.",
    ),
    "too-many-values": (
        "Tệp có quá {limit} giá trị.",
        "The file holds more than {limit} values.",
        "Kiểm tra lại xem có đúng là tệp kế hoạch không; một tệp chỉ ghi một buổi lễ.",
        "Make sure that it is a ceremony file; a file describes one ceremony only.",
    ),
    "key-not-text": (
        "Khóa phải là chữ, ở đây là một danh sách hoặc một nhóm.",
        "A key must be text; here it is a list or a mapping.",
        "Viết khóa là một từ, rồi dấu hai chấm và dấu cách. Giá trị mở đầu bằng ngoặc thì đặt trong ngoặc kép.",
        "Write the key as one word, a colon and a blank. Put a value that begins with a bracket in quotes.",
    ),
    "merge-key": (
        "Không dùng khóa gộp “<<”.",
        "The merge key “<<” is not used here.",
        "Viết đủ các khóa ở từng chỗ.",
        "Write the keys out in each place.",
    ),
    "duplicate-key": (
        "Khóa “{key}” đã có ở dòng {line}.",
        "The key “{key}” is already there in line {line}.",
        "Gộp hai chỗ làm một, hoặc đổi tên một chỗ.",
        "Join the two, or rename one of them.",
    ),
    "tag": (
        "Giá trị mở đầu bằng dấu chấm than, YAML hiểu là nhãn kiểu.",
        "The value begins with an exclamation mark, which YAML takes for a tag.",
        'Đặt cả giá trị trong ngoặc kép, ví dụ "! Khẩn".',
        'Put the whole value in quotes, for example "! Urgent".',
    ),
    "anchor": (
        "Giá trị mở đầu bằng dấu & hoặc *, YAML hiểu là neo và tham chiếu; ở đây không dùng.",
        "The value begins with & or *, which YAML takes for an anchor or an alias; they are not used here.",
        'Đặt cả giá trị trong ngoặc kép, ví dụ "*khẩn*"; nếu định dùng lại một đoạn thì viết đủ đoạn đó.',
        'Put the whole value in quotes, for example "*urgent*"; to use a passage twice, write it twice.',
    ),
    "syntax-quote": (
        "Dấu ngoặc kép (hoặc nháy đơn) mở ở đây không có dấu đóng.",
        "The quote that opens here is never closed.",
        'Thêm dấu đóng ở cuối giá trị; trong ngoặc kép, viết dấu ngoặc kép là \\".',
        'Close it at the end of the value; inside double quotes write a quote as \\".',
    ),
    "syntax-escape": (
        "Dấu gạch chéo ngược trong ngoặc kép có nghĩa riêng, và ở đây không đọc được.",
        "A backslash inside double quotes has a meaning of its own, and this one cannot be read.",
        "Dùng nháy đơn thay ngoặc kép, hoặc viết hai dấu gạch chéo \\\\.",
        "Use single quotes instead, or write the backslash twice: \\\\.",
    ),
    "syntax-tab": (
        "Dòng thụt vào bằng phím Tab.",
        "The line is indented with a tab.",
        "Thay Tab bằng dấu cách (mỗi tầng hai dấu cách).",
        "Replace the tab with blanks (two for each level).",
    ),
    "syntax-reserved": (
        "Giá trị không được mở đầu bằng ký tự này.",
        "A value cannot begin with this sign.",
        "Đặt cả giá trị trong ngoặc kép.",
        "Put the whole value in quotes.",
    ),
    "syntax-space": (
        "Thiếu dấu cách sau dấu hai chấm.",
        "The blank after the colon is missing.",
        "Viết “khóa: giá trị”, có dấu cách sau dấu hai chấm.",
        "Write “key: value”, with a blank after the colon.",
    ),
    "syntax-after": (
        "Còn chữ đứng sau dấu đóng ngoặc.",
        "There is text behind the closing quote or bracket.",
        "Đặt cả giá trị trong một cặp ngoặc kép hoặc nháy đơn.",
        "Put the whole value in one pair of quotes.",
    ),
    "syntax-bracket": (
        "Dấu ngoặc mở ở đây không có dấu đóng, hoặc bên trong thiếu dấu phẩy.",
        "The bracket that opens here is never closed, or a comma is missing inside it.",
        "Đóng ngoặc vuông hoặc ngoặc nhọn, ngăn các giá trị bằng dấu phẩy, đặt giá trị có dấu phẩy trong ngoặc kép.",
        "Close the bracket or brace, part the values with commas, and quote values that hold commas or brackets.",
    ),
    "syntax-colon": (
        "Dấu hai chấm thứ hai trên cùng một dòng, hoặc dòng thụt sâu hơn mức cần.",
        "A second colon on the same line, or a line indented further than it should be.",
        'Đặt giá trị có dấu hai chấm trong ngoặc kép (title: "Họp: giao việc"), và cho các khóa cùng tầng thẳng cột.',
        'Quote a value that holds a colon (title: "Meeting: tasks"), and align the keys of one level.',
    ),
    "syntax-no-colon": (
        "Sau khóa thiếu dấu hai chấm và dấu cách.",
        "The colon and blank after a key are missing.",
        "Viết “khóa: giá trị” trên dòng được đánh dấu hoặc dòng ngay trên.",
        "Write “key: value” in the marked line or the one above.",
    ),
    "syntax-indent": (
        "Dòng này không thẳng cột với các dòng cùng tầng.",
        "This line is not aligned with the others of its level.",
        "Cho các khóa cùng tầng thụt vào bằng nhau, chỉ dùng dấu cách; không trộn “- ” với “khóa:” ở cùng một tầng.",
        "Indent all keys of one level alike, with blanks only; do not mix “- ” and “key:” on one level.",
    ),
    "syntax": (
        "Không đọc được từ chỗ này.",
        "The file cannot be read from here on.",
        "Kiểm tra dấu ngoặc, dấu hai chấm và chỗ thụt dòng ở dòng này và dòng ngay trên.",
        "Check brackets, colons and indentation in this line and the one above.",
    ),
    "empty-file": (
        "Tệp không có nội dung.",
        "The file is empty.",
        "Dùng lệnh “runbook new” để tạo tệp mẫu có chú thích.",
        "Use “runbook new” to make a commented starter file.",
    ),
}
