"""Words that begin a duty, and the kind of work each stands for. Patterns are for `toned` keys."""

from __future__ import annotations

# Kind of work by the verb it opens with, with the words that decide before the verb does. The first group whose word
# stands earliest in a duty gives its kind.
KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("catchall", ("nhiệm vụ khác", "công việc khác", "các nhiệm vụ được giao", "nhiệm vụ được phân công")),
    (
        "finance",
        (
            "kinh phí",
            "dự toán",
            "quyết toán",
            "thanh toán",
            "ngân sách",
            "tài trợ",
            "cân đối",
        ),
    ),
    (
        "award",
        (
            "khen thưởng",
            "bằng khen",
            "giấy khen",
            "trao giải",
            "trao thưởng",
            "tặng thưởng",
            "thi đua",
            "cuộc thi",
            "giải báo chí",
        ),
    ),
    (
        "secure",
        (
            "an ninh trật tự",
            "an ninh, trật tự",
            "bảo vệ an ninh",
            "đảm bảo an ninh",
            "bảo đảm an ninh",
            "trật tự an toàn",
            "an toàn giao thông",
            "phân luồng",
            "phòng cháy",
            "bảo vệ",
            "cứu nạn",
            "tuần tra",
            "canh gác",
            "đỗ xe",
            "bãi xe",
            "trông giữ",
        ),
    ),
    ("invite", ("giấy mời", "mời", "danh sách đại biểu", "khách mời", "thành phần mời", "danh sách khách")),
    ("train", ("tập huấn", "bồi dưỡng", "đào tạo", "kiện toàn", "củng cố")),
    ("approve", ("thẩm định", "phê duyệt", "duyệt", "cho ý kiến", "góp ý")),
    (
        "monitor",
        (
            "theo dõi",
            "kiểm tra",
            "giám sát",
            "rà soát",
            "phản bác",
            "xử lý",
            "nắm bắt",
            "thanh tra",
            "quản lý",
            "ngăn chặn",
            "đấu tranh",
        ),
    ),
    ("report", ("báo cáo", "tổng hợp", "sơ kết", "tổng kết", "gửi kết quả", "thông tin gửi")),
    (
        "operate",
        (
            "điều hành",
            "dẫn chương trình",
            "đón tiếp",
            "đón khách",
            "lễ tân",
            "khánh tiết",
            "hậu cần",
            "y tế",
            "phục vụ",
            "vệ sinh môi trường",
            "cấp điện",
            "cung cấp điện",
            "biểu diễn",
            "tổ chức",
            "triển lãm",
            "tham gia",
            "tham dự",
            "dâng hương",
            "bố trí",
            "huy động",
            "trực y tế",
            "trực ban",
            "túc trực",
            "ứng trực",
            "trực cấp cứu",
        ),
    ),
    (
        "broadcast",
        (
            "tuyên truyền",
            "đưa tin",
            "truyền thông",
            "truyền hình",
            "phát sóng",
            "phát thanh",
            "báo chí",
            "họp báo",
            "đăng tải",
            "đăng tin",
            "cung cấp thông tin",
            "lan tỏa",
            "tin bài",
            "tin, bài",
            "cổ động",
            "pa-nô",
            "pano",
            "băng rôn",
            "khẩu hiệu",
            "chuyên trang",
            "chuyên mục",
            "cổng thông tin",
            "trang thông tin",
        ),
    ),
    (
        "prepare",
        (
            "xây dựng",
            "chuẩn bị",
            "dự thảo",
            "soạn",
            "biên soạn",
            "lập",
            "thiết kế",
            "trang trí",
            "in ấn",
            "sản xuất",
            "lắp đặt",
            "lắp dựng",
            "viết",
            "mua sắm",
            "tài liệu",
            "kịch bản",
        ),
    ),
    (
        "coordinate",
        (
            "chỉ đạo",
            "hướng dẫn",
            "đôn đốc",
            "định hướng",
            "triển khai",
            "đầu mối",
            "tham mưu",
            "phối hợp",
            "vận động",
            "quán triệt",
            "phổ biến",
            "duy trì",
        ),
    ),
)
# Verbs that open a duty or follow a name. They end names, begin parts and tell a duty from a heading.
VERBS = frozenset(
    """
    chủ trì|phối hợp|tham mưu|xây dựng|chuẩn bị|tổ chức|thực hiện|triển khai|hướng dẫn|chỉ đạo|định hướng|đôn đốc|theo dõi
    |kiểm tra|giám sát|thẩm định|phê duyệt|duyệt|dự thảo|tổng hợp|báo cáo|trình|gửi|mời|bố trí|đảm bảo|bảo đảm|cung cấp
    |cập nhật|đăng tải|đăng tin|đăng|đưa tin|phát sóng|phát hành|xuất bản|biên soạn|soạn thảo|soạn|lập|làm|sản xuất|thiết kế
    |trang trí|lắp đặt|lắp dựng|treo|tháo dỡ|vận hành|quản lý|rà soát|nắm bắt|nắm|đấu tranh|ngăn chặn|xử lý|giải quyết
    |nâng cao|đẩy mạnh|tăng cường|tiếp tục|duy trì|khai thác|phát huy|phát động|vận động|huy động|tập huấn|bồi dưỡng|đào tạo
    |củng cố|kiện toàn|quan tâm|chịu trách nhiệm|là đầu mối|là cơ quan|chủ động|tích cực|kịp thời|thường xuyên|định kỳ|phân công
    |cử|đón tiếp|đón|tiếp đón|phục vụ|dự|tham dự|tham gia|giới thiệu|công bố|trao|đề xuất|đề nghị|kiến nghị|xem xét|quyết định
    |hoàn thiện|hoàn thành|tiếp thu|xin ý kiến|lấy ý kiến|cho ý kiến|góp ý|bám sát|căn cứ|trên cơ sở|giao ban|giao|phổ biến
    |quán triệt|thông báo|thông tin|tuyên truyền|truyền thông|truyền hình|quảng bá|giám định|thanh tra|quyết toán|thanh quyết toán|thanh toán
    |cấp phát|cấp|hỗ trợ|tạo điều kiện|phân luồng|điều tiết|bảo vệ|tuần tra|trực y tế|trực ban|túc trực|ứng trực|dọn|quét|kê|bày|lắp|dựng|dẫn|giúp|tư vấn|thống kê|cắm|dán|kẻ|vẽ|sửa|trồng|điều động|phân bổ|hiệp đồng|hợp đồng|dự trù|thay mặt|họp|nhắc|in ấn|in|viết|sưu tầm|trưng bày
    |triển lãm|biểu diễn|dàn dựng|luyện tập|tập luyện|tổng duyệt|dâng hương|viếng|thăm|tặng|khen thưởng|biểu dương|lựa chọn
    |chọn|rà|lồng ghép|tận dụng|mở|dẫn chương trình|điều hành|quay|chụp|ghi hình|tổng kết|sơ kết|đánh giá|nghiên cứu|ban hành
    |khảo sát|thành lập|liên hệ|kết nối|đặt|mua|thuê|vệ sinh|chỉnh trang|dọn dẹp|chăm sóc|hoạt động|nhận|tiếp nhận|chuyển|niêm yết
    |ký|thống nhất|bàn giao|công khai|chấp hành|tuân thủ|giáo dục|nhắc nhở|xác định|lãnh đạo|cần|phải|có trách nhiệm|có nhiệm vụ
    |đóng góp|ủng hộ|sắp xếp|xác nhận|thu thập|lưu trữ|sử dụng|áp dụng|thi công|thu dọn|đề ra|lan tỏa|đề cử|hưởng ứng
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
# Words that open a sentence without being its verb.
ADVERBS = r"(?:đồng thời|ngoài ra|bên cạnh đó|trong đó|hằng năm|hàng năm|thường xuyên|định kỳ|chủ động|tích cực|kịp thời|trực tiếp|cần|phải|tiếp tục)"
# Words after which a name has ended though no verb follows.
STOPS = frozenset(
    """để|trong|trên|tại|từ|với|cùng|theo|về|hoặc|khi|nếu|do|bằng|như|gồm|thì|vào|ra|nhằm|là|sẽ|được|bị|đã|đang|cho|vì|mà|có
    |nên|chịu|đến|tới|qua|đối|giữa|sau|trước|hay|cũng|việc|nhất|không|chưa|này|đó|xem|cân|phần|đủ|đặc biệt|thông qua""".replace(
        "\n", ""
    )
    .replace("    ", "")
    .split("|")
)
