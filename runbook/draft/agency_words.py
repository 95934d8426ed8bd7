"""Words that begin, carry on and end the name of a public body. Patterns are for `toned` keys.

No body is listed by its own name: a name is read from its first word, its capitals and what ends it.
"""

from __future__ import annotations

from runbook.draft.letters import listed

# First words of names. A word that is also an ordinary word opens a name only where it or the word after it is
# written with a capital ("Ban Tuyên giáo", "phòng Nội vụ", not "ban hành", "phòng họp").
HEADS = listed(
    """
    ủy ban nhân dân | ủy ban mặt trận tổ quốc | ủy ban mttq | ub mttq | ubmttq | ub.mttq | ubnd | ủy ban | mặt
    trận tổ quốc | mttq | hội đồng nhân dân | hội đồng | hđnd | đoàn đại biểu quốc hội | đoàn đbqh | thường trực |
    ban thường vụ | btv | bch | ban chấp hành | văn phòng | vp | vpub | sở | ban | bộ chỉ huy | bộ tư lệnh | ban
    chỉ huy | bộ đội biên phòng | bộ | phòng | thanh tra | công an | cảnh sát | cục | chi cục | tổng cục | vụ |
    viện | học viện | trung tâm | đài | báo | tạp chí | nhà xuất bản | cổng thông tin | cổng giao tiếp | thông tấn
    xã | bảo tàng | thư viện | nhà hát | nhà văn hóa | nhà thiếu nhi | cung | bệnh viện | trạm | trường | đại học
    | khoa | bộ môn | tổ | bộ phận | tiểu ban | đội | hội | liên đoàn | liên minh | liên hiệp | công đoàn
    | đoàn thanh niên | đoàn trường | đoàn khoa | hội đồng trường
    | đoàn tncs | đoàn | thành đoàn | tỉnh đoàn | huyện đoàn | quận đoàn | quân ủy | ban cán sự đảng | ủy ban kiểm
    tra | tổng liên đoàn | thành ủy | tỉnh ủy | huyện ủy | quận ủy | thị ủy | đảng ủy | chi ủy | đảng bộ | chi bộ
    | đảng đoàn | kho bạc | ngân hàng | bảo hiểm xã hội | tòa án | viện kiểm sát | công ty | tổng công ty | tập
    đoàn | xí nghiệp | nhà máy | chi nhánh
    | điện lực | bưu điện | viễn thông | quân khu | sư đoàn | lữ đoàn | trung đoàn | tiểu đoàn | đại đội |
    đồn biên phòng | hợp tác xã | thủ tướng chính phủ | chính phủ | quốc hội | chủ tịch ubnd | chủ tịch ủy ban
    nhân dân | chủ tịch | lãnh đạo | giám đốc | hiệu trưởng | ban giám hiệu | ban giám đốc | chánh văn phòng |
    trưởng phòng | trưởng ban | thủ trưởng | bí thư | cơ quan thường trực
    """
)
# First words that name a body without any capital.
ALWAYS = frozenset(
    listed(
        """
    ubnd | hđnd | mttq | vp | bch | btv | sở | thành ủy | tỉnh ủy | huyện ủy | quận ủy | đảng ủy | thị ủy
    | ủy ban nhân dân | ub mttq | ubmttq | hội đồng nhân dân | công an | thủ tướng chính phủ | chủ tịch ubnd
    | ban thường vụ | ban chấp hành | ban giám hiệu | ban giám đốc | ban chỉ huy | bộ chỉ huy | cơ quan thường trực
    | ủy ban mttq | ủy ban mặt trận tổ quốc | đoàn thanh niên
    """
    )
)
# What follows "và" within the name of one field of work: "Giáo dục và Đào tạo" is one department, "Nội vụ và Y tế" two.
SECOND = listed(
    """
    đào tạo | công nghệ | môi trường | truyền thông | phát triển | đầu tư | thể thao | du lịch | xã hội | tôn giáo |
    dân vận | hạ tầng | đô thị | thông tin | thương binh | dân tộc | công nghiệp
    """
)
# Administrative levels that end a name: "Công an thành phố", "UBND tỉnh".
LEVELS = listed(
    """
    thành phố | tỉnh | quận | huyện | thị xã | phường | thị trấn | xã | trung ương | cơ sở | tp | cùng cấp
    | cấp huyện | cấp xã | cấp tỉnh
    """
)
# Words that make one name out of many bodies, before the nouns they gather.
GATHERING = listed(
    """
    các | những | toàn thể | toàn bộ | tất cả các | một số | mọi | 100% | mỗi | từng
    """
)
GATHERED = listed(
    """
    cơ quan thông tấn, báo chí | cơ quan thông tấn báo chí | cơ quan báo chí, truyền thông | cơ quan báo chí | cơ
    quan truyền thông | cơ quan thông tin đại chúng | cơ quan hành chính nhà nước | cơ quan quản lý nhà nước | cơ
    quan chức năng | cơ quan chuyên môn | cơ quan tham mưu | cơ quan | tổ chức chính trị - xã hội | tổ chức chính
    trị xã hội | tổ chức ct-xh | tổ chức thành viên | tổ chức đoàn thể | tổ chức | đơn vị sự nghiệp | đơn vị thành
    viên | đơn vị | địa phương | doanh nghiệp | hợp tác xã | sở | ban | ngành | bộ | đoàn thể | hội | phòng | quận
    | huyện | thị xã | thị trấn | thành phố | tỉnh | phường | xã | đặc khu | thôn | bản | buôn | tổ dân phố | khu
    dân cư | khu phố | trường học | trường | nhà trường | khoa | bộ môn | trung tâm | viện | tiểu ban | tỉnh ủy |
    thành ủy | huyện ủy | quận ủy | thị ủy | đảng ủy cơ sở | đảng ủy | đảng đoàn | ban cán sự đảng | ban đảng |
    ban xây dựng đảng | ban công tác mặt
    trận | ban tuyên giáo | liên đoàn lao động | công an | đồn biên phòng | ban chỉ huy quân sự | bộ
    chỉ huy quân sự | chi, đảng bộ | chi bộ | đảng bộ | chi đoàn | đoàn cơ sở | báo | đài | tạp chí
    | đài phát thanh - truyền hình
    | công ty | bệnh viện | cấp ủy | cấp ủy đảng | chính quyền | thành viên | đồng chí | cán bộ | công chức |
    viên chức | người lao động | giảng viên | sinh viên | học sinh | giáo viên | lớp | đội | đại đội | tiểu đoàn |
    cơ sở | xí nghiệp | nhà máy | phân xưởng | chi nhánh
    | đầu mối | trạm y tế | tổ chuyên môn | tổ công tác | tổ công đoàn | công đoàn cơ sở | công đoàn
    | tổ | bộ phận chuyên môn | bộ phận | giáo viên chủ
    nhiệm | cá nhân | tập thể | khối | nhóm | câu lạc bộ | liên đội | hội viên | đoàn viên | đoàn công tác | hiệp
    hội | ủy ban nhân dân | ubnd | hệ thống
    """
)
# What may follow such nouns and still belongs to the name.
TAILS = listed(
    """
    có liên quan | được phân công nhiệm vụ | được phân công | được giao nhiệm vụ | liên quan | trực thuộc
    | thuộc | trên địa bàn | của | chức năng | nghiệp vụ | chuyên môn |
    trung ương | địa phương | truyền thông | báo chí | phối hợp | cấp huyện | cấp xã | cấp tỉnh | cơ sở | thành
    phố | tỉnh | quận | huyện | thị xã | phường | xã | trường | khối | công lập | tiểu học | trung học cơ sở |
    trung học phổ thông | thcs | thpt | mầm non | khác | nêu trên | nước ngoài
    """
)
# Words without capitals that a whole system of bodies is named by.
SYSTEMS = ("hệ thống thông tin cơ sở", "hệ thống cơ sở", "hệ thống truyền thanh cơ sở", "đài truyền thanh cơ sở")
# Words a request is made with, in headings and sentences.
ASKING = r"(?:trân trọng |kính )?(?:đề nghị|mời)"
GIVING = r"(?:giao cho|giao|phân công|ủy quyền cho|yêu cầu)"
# Words of a name that begin like a verb.
NOUNS = r"dự án(?: đầu tư(?: xây dựng)?)?|đầu tư xây dựng"
# Ordinary words that begin like a body.
NOT_HEADS = listed(
    """
    hội nghị | hội thảo | hội thi | hội đàm | hội họp | hội diễn | ban hành | tổ chức | trường hợp | đội ngũ | báo
    cáo | phòng chống | phòng, chống | phòng ngừa | phòng cháy | phòng họp | khoa học | đoàn kết | viện trợ | cục
    diện | bộ máy | đoàn viên | đài tưởng niệm | vụ việc | cung cấp | trường học | báo chí | đoàn đại biểu tham |
    lãnh đạo, chỉ đạo | thanh tra, kiểm tra | hội viên | đội hình | tổ dân | bộ tài liệu | trạm dừng |
    công tác
    """
)
# Posts that are told what to do in the plans of small bodies.
POSTS = listed(
    """
    công chức | cán bộ | viên chức | kế toán | thủ quỹ | văn thư | giáo viên | nhân viên | bảo vệ | tổng phụ trách
    | phó hiệu trưởng | hiệu trưởng | phó giám đốc | chủ tịch công đoàn | bí thư | trưởng thôn | tổ trưởng |
    trưởng khoa | trưởng phòng | trợ lý | chỉ huy | chính trị viên | sĩ quan | đại đội trưởng | lớp trưởng | thư
    ký | mc | ban cán sự | phụ huynh | trưởng ban | phó ban | cố vấn
    """
)
# Titles of persons: they answer, yet a person is no agency.
PERSONS = ("đồng chí", "đ/c", "ông", "bà", "đc")
