"""Words that begin a duty, and the kind of work each stands for. Patterns are for `toned` keys."""

from __future__ import annotations

from runbook.draft.letters import listed

# Kind of work by the verb it opens with, with the words that decide before the verb does. The first group whose word
# stands earliest in a duty gives its kind.
KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "catchall",
        listed(
            """
            nhiệm vụ khác | công việc khác | các nhiệm vụ được giao | nhiệm vụ được phân công
            """
        ),
    ),
    (
        "finance",
        listed(
            """
            kinh phí | dự toán | quyết toán | thanh toán | ngân sách | tài trợ | cân đối
            """
        ),
    ),
    (
        "award",
        listed(
            """
            khen thưởng | bằng khen | giấy khen | trao giải | trao thưởng | tặng thưởng | thi đua | cuộc thi | giải báo
            chí
            """
        ),
    ),
    (
        "secure",
        listed(
            """
            kiểm soát | giữ gìn trật tự | giữ trật tự | giữ xe | an ninh trật tự | antt | an ninh, trật tự
            | bảo vệ an ninh | đảm bảo an ninh | bảo đảm an ninh
            | trật tự an toàn
            | an
            toàn giao thông | phân luồng | phòng cháy | bảo vệ | cứu nạn | tuần tra | canh gác | đỗ xe | bãi xe | trông
            giữ
            """
        ),
    ),
    (
        "invite",
        listed(
            """
            giấy mời | mời | danh sách đại biểu | khách mời | thành phần mời | danh sách khách
            """
        ),
    ),
    (
        "train",
        listed(
            """
            tập huấn | bồi dưỡng | đào tạo | kiện toàn | củng cố
            """
        ),
    ),
    (
        "approve",
        listed(
            """
            thẩm định | phê duyệt | duyệt | cho ý kiến | góp ý
            """
        ),
    ),
    (
        "monitor",
        listed(
            """
            vụ việc
            | theo dõi | kiểm tra | giám sát | rà soát | phản bác | xử lý | nắm bắt | thanh tra | quản lý | ngăn chặn
            | đấu
            tranh
            """
        ),
    ),
    (
        "report",
        listed(
            """
            báo cáo | tổng hợp | sơ kết | tổng kết | gửi kết quả | thông tin gửi
            """
        ),
    ),
    (
        "operate",
        listed(
            """
            điều hành | dẫn chương trình | đón tiếp | đón khách | lễ tân | khánh tiết | hậu cần | y tế | phục vụ
            | vệ sinh
            môi trường | cấp điện | cung cấp điện | biểu diễn | tổ chức | triển lãm | tham gia | tham dự | dâng hương
            | bố
            trí | huy động | trực y tế | trực ban | túc trực | ứng trực | trực cấp cứu | sửa chữa
            | dọn vệ sinh | dọn dẹp
            | treo cờ | tháo dỡ | thu dọn | sắp xếp | thăm hỏi | giải tỏa | tổng duyệt | chỉnh trang | tiếp nhận
            | bắn pháo hoa | vệ sinh
            """
        ),
    ),
    (
        "broadcast",
        listed(
            """
            tuyên truyền | đưa tin | truyền thông | truyền hình | phát sóng | phát thanh | báo chí | họp báo
            | đăng tải |
            đăng tin | cung cấp thông tin | lan tỏa | tin bài | tin, bài | cổ động | pa-nô | pano | băng rôn
            | khẩu hiệu |
            chuyên trang | chuyên mục | cổng thông tin | trang thông tin
            """
        ),
    ),
    (
        "prepare",
        listed(
            """
            xây dựng | chuẩn bị | dự thảo | soạn | biên soạn | lập | thiết kế | trang trí | in ấn | sản xuất | lắp đặt |
            lắp dựng | viết | mua sắm | tài liệu | kịch bản | biên tập | dàn dựng | tu sửa | cập nhật | hoàn chỉnh
            | trưng bày | mẫu
            """
        ),
    ),
    (
        "coordinate",
        listed(
            """
            chỉ đạo | hướng dẫn | đôn đốc | định hướng | triển khai | đầu mối | tham mưu | phối hợp | vận động | quán
            triệt | phổ biến | duy trì
            """
        ),
    ),
)
# Verbs that open a duty or follow a name. They end names, begin parts and tell a duty from a heading.
VERBS = frozenset(
    listed(
        """
        ban hành | biên soạn | biểu diễn | biểu dương | bàn giao | bày | bám sát | báo cáo | bảo vệ | bảo đảm | bố trí
        | bồi dưỡng | cho ý kiến | chuyển | chuẩn bị | chăm sóc | chấp hành | chỉ đạo | chỉnh trang | chịu trách nhiệm
        | chọn
        | chốt | chụp | chủ trì | chủ động | cung cấp | có nhiệm vụ | có trách nhiệm | công bố | công khai | căn cứ |
        cấp | cấp phát | cần | cập nhật | cắm | củng cố | cử | duy trì | duyệt | dàn dựng | dán | dâng hương | dẫn |
        dẫn chương trình | dọn | dọn dẹp | dự | dự thảo | dự trù | dựng | ghi hình | giao | giao ban | giám sát | giám
        định | giáo dục | giúp | giải quyết | giới thiệu | góp ý | gửi | hiệp đồng | hoàn thiện | hoàn thành | hoạt
        động | huy động | hướng dẫn | hưởng ứng | họp | hỗ trợ | hợp đồng | in | in ấn | khai thác | khen thưởng |
        khảo sát | kiến nghị | kiểm tra | kiện toàn | kê | ký | kẻ | kết nối | kịp thời | lan tỏa | liên hệ | luyện
        tập | là cơ quan | là đầu mối | làm | lãnh đạo | lưu trữ | lấy ý kiến | lập | lắp | lắp dựng | lắp đặt | lồng
        ghép | lựa chọn | mua | mời | mở | nghiên cứu | ngăn chặn | nhận | nhắc | nhắc nhở | niêm yết | nâng cao | nắm
        | nắm bắt | phát huy | phát hành | phát sóng | phát động | phân bổ | phân công | phân luồng | phê duyệt | phải
        | phối hợp | phổ biến | phục vụ | quan tâm | quay | quyết toán | quyết định | quán triệt | quét | quản lý |
        quảng bá | rà | rà soát | soạn | soạn thảo | sơ kết | sưu tầm | sản xuất | sắp xếp | sử dụng | sửa | tham dự |
        tham gia | tham mưu | thanh quyết toán | thanh toán | thanh tra | thay mặt | theo dõi | thi công | thiết kế |
        thu dọn | thu thập | thuê | thành lập | tháo dỡ | thông báo | thông tin | thăm | thường xuyên | thẩm định |
        thống kê | thống nhất | thực hiện | tiếp nhận | tiếp thu | tiếp tục | tiếp đón | trang trí | trao | treo |
        triển khai | triển lãm | truyền hình | truyền thông | trên cơ sở | trình | trưng bày | trồng | trực ban | trực
        y tế | tuyên truyền | tuân thủ | tuần tra | tích cực | túc trực | tăng cường | tư vấn | tạo điều kiện | tận
        dụng | tập huấn | tập luyện | tặng | tổ chức | tổng duyệt | tổng hợp | tổng kết | viếng | viết | vận hành |
        vận động | vẽ | vệ sinh | xem xét | xin ý kiến | xuất bản | xác nhận | xác định | xây dựng | xử lý | áp dụng |
        điều hành | điều tiết | điều động | đào tạo | đánh giá | đón | đón tiếp | đóng góp | đôn đốc | đăng | đăng tin
        | đăng tải | đưa tin | đảm bảo | đấu tranh | đẩy mạnh | đặt | đề cử | đề nghị | đề ra | đề xuất | định hướng |
        định kỳ | ủng hộ | ứng trực
        """
    )
)
# Words after which a name has ended though no verb follows.
STOPS = frozenset(
    listed(
        """
        bằng | bị | cho | chưa | chậm
        | chịu | cân | có | cùng | cũng | do | giữa | gồm | hay | hoặc | khi | không | là | mà
        | như | nhất | nhằm | này | nên | nếu | phần | qua | ra | sau | sẽ | theo | thì | thông qua | trong | trên |
        trước | tại | tới | từ | việc | vào | vì | về | với | xem | đang | đã | đó | được | đặc biệt | đến | để | đối
        | đủ
        """
    )
)
