"""Sentences about anniversaries, (Vietnamese, English) by key."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "cmd.anniversaries": (
        "Các ngày kỷ niệm trong năm: bao nhiêu năm, năm tròn hay không, được tổ chức gì.",
        "The commemorations of a year: how many years, of what class, and what that allows.",
    ),
    "opt.class": (
        "Chỉ năm tròn (round), năm lẻ 5 (five) hoặc năm khác (other).",
        "Only round years, those that end in five, or the others.",
    ),
    "opt.anniversaries.list": ("Thêm danh mục riêng trong tệp này.", "Add the list of one's own in this file."),
    "opt.anniversaries.output": (
        "Viết lịch .ics vào tệp này (- là màn hình).",
        "Write the calendar to this .ics file (- is the screen).",
    ),
    "arg.year": ("NĂM", "YEAR"),
    "wanted.year": (
        "“{words}” không phải là một năm từ {first} đến {last}.",
        "“{words}” is not a year from {first} to {last}.",
    ),
    "commemorations.title": ("CÁC NGÀY KỶ NIỆM NĂM {year} ({name})", "COMMEMORATIONS OF {year} ({name})"),
    "commemorations.name": ("Ngày kỷ niệm năm {year}", "Commemorations of {year}"),
    "commemorations.none": ("Không có ngày nào thuộc loại này.", "There is none of this class."),
    "commemorations.rules": ("QUY ĐỊNH", "RULES"),
    "commemorations.rule": ("({number}) {text} {source}", "({number}) {text} {source}"),
    "commemorations.rule_source": ("({source})", "({source})"),
    "commemorations.key": (
        "Năm tròn, năm lẻ 5, năm khác tính theo số năm kỷ niệm; riêng Giỗ Tổ theo năm dương lịch (Nghị định "
        "145/2013/NĐ-CP, Điều 3 khoản 1). Căn cứ của từng ngày: thêm --json.",
        "Classes go by the number of years; that of the Hùng Kings goes by the Gregorian year (Decree 145/2013/NĐ-CP, "
        "Article 3 clause 1). The source of each day: add --json.",
    ),
    "commemorations.unverified": (
        "(*) Căn cứ của ngày này chưa kiểm chứng.",
        "(*) The source of this day was not verified.",
    ),
    "commemorations.seen": ("{source} (đọc ở: {seen})", "{source} (read at: {seen})"),
    "commemorations.lunar": ("{day}/{month} {name}", "{day}/{month} {name}"),
    "commemorations.titled": ("{years} năm {name}", "{name}: {years} years"),
    "commemorations.class": ("Loại năm: {text}.", "Class of the year: {text}."),
    "commemorations.by_lunar": ("Âm lịch: {text}.", "Lunar calendar: {text}."),
    "commemorations.level": ("Tổ chức ở {text}.", "Held at {text}."),
    "commemorations.source": ("Căn cứ: {text}.", "Source: {text}."),
    "col.day_kept": ("Ngày", "Day"),
    "col.commemorated": ("Ngày kỷ niệm", "What is commemorated"),
    "col.years": ("Số năm", "Years"),
    "col.year_class": ("Loại năm", "Class"),
    "col.allows": ("Được tổ chức", "Allowed"),
    "class.round": ("năm tròn", "round"),
    "class.five": ("năm lẻ 5", "five"),
    "class.other": ("năm khác", "other"),
    "level.national": ("cấp quốc gia", "national level"),
    "level.sector": ("cấp bộ, ngành", "the level of a ministry or sector"),
    "level.province": ("cấp tỉnh", "provincial level"),
    "level.organisation": ("cấp tổ chức", "the organisation's level"),
    "status.official": ("văn bản ở trên đặt ra ngày này", "set by the source"),
    "status.unverified": ("căn cứ chưa kiểm chứng", "not verified: the source was not seen"),
    "status.customary": ("theo thông lệ, chưa đối chiếu văn bản", "customary; no document was checked"),
    "status.expected": ("dự kiến, chưa có hiệu lực", "expected, not yet in force"),
    "decree.145": ("Nghị định 145/2013/NĐ-CP", "Decree 145/2013/NĐ-CP"),
    "decree.111": ("Nghị định 111/2018/NĐ-CP", "Decree 111/2018/NĐ-CP"),
    "decree.article": ("{decree}, Điều {article}", "{decree}, Article {article}"),
    "decree.clause": ("{decree}, Điều {article} khoản {clause}", "{decree}, Article {article} clause {clause}"),
    "decree.chapter": ("{decree}, chương II", "{decree}, chapter II"),
    "allow.tet": ("chúc Tết", "New Year greetings"),
    "allow.tet.full": (
        "Chủ tịch nước chúc Tết lúc giao thừa; trước Tết 5 đến 7 ngày, Bộ trưởng Bộ Ngoại giao gặp mặt Đoàn Ngoại "
        "giao.",
        "The President's greeting at midnight; five to seven days before, the Foreign Minister meets the diplomats.",
    ),
    "allow.national": ("lễ kỷ niệm cấp quốc gia", "national ceremony"),
    "allow.national.full": ("Năm tròn: lễ kỷ niệm cấp quốc gia.", "Round years: a ceremony at national level."),
    "allow.party": ("viếng, tưởng niệm", "wreaths, no rally"),
    "allow.party.full": (
        "Năm lẻ 5, năm khác: vào Lăng viếng Chủ tịch Hồ Chí Minh, tưởng niệm các anh hùng liệt sĩ; Văn phòng Chính phủ "
        "chủ trì.",
        "Years that are not round: visits to the Mausoleum and the war memorial, led by the Government Office.",
    ),
    "allow.hung-kings": ("lễ cấp quốc gia", "national rite"),
    "allow.hung-kings.full": (
        "Năm tròn: Bộ Văn hóa, Thể thao và Du lịch chủ trì cùng tỉnh Phú Thọ; Chủ tịch nước là Chủ lễ.",
        "Round years: the Ministry of Culture leads with Phú Thọ province; the President is chief celebrant.",
    ),
    "allow.hung-kings-local": ("dâng hương ở địa phương", "incense locally"),
    "allow.hung-kings-local.full": (
        "Năm lẻ 5, năm khác: tỉnh Phú Thọ tổ chức lễ dâng hương; nơi có di tích, đền thờ Vua Hùng dâng hương tưởng "
        "niệm.",
        "Years that are not round: Phú Thọ province offers incense; so do provinces with a temple of the Hùng Kings.",
    ),
    "allow.great": ("viếng, tưởng niệm", "wreaths, no rally"),
    "allow.great.full": (
        "Năm lẻ 5, năm khác: viếng Lăng, tưởng niệm liệt sĩ, hoạt động ở địa phương; thông thường không mít tinh cấp "
        "quốc gia.",
        "Years that are not round: the Mausoleum, the war memorial, local activities; by default no national rally.",
    ),
    "allow.ceremony": ("lễ kỷ niệm", "ceremony"),
    "allow.ceremony.full": (
        "Ngày thành lập, ngày truyền thống của bộ, ngành, địa phương: năm tròn được tổ chức lễ kỷ niệm.",
        "Founding and traditional days of ministries, sectors and provinces: in round years a ceremony may be held.",
    ),
    "allow.no-ceremony": ("không lễ kỷ niệm", "no ceremony"),
    "allow.no-ceremony.full": (
        "Ngày thành lập, ngày truyền thống của bộ, ngành, địa phương, không phải năm tròn: tuyên truyền, giáo dục, thi "
        "đua, hội thảo, tọa đàm; không tổ chức lễ kỷ niệm.",
        "Founding and traditional days of ministries, sectors and provinces, not in a round year: publicity, "
        "education, emulation, seminars; no ceremony.",
    ),
    "allow.uncounted": ("lễ kỷ niệm chỉ năm tròn", "ceremony in round years"),
    "allow.uncounted.full": (
        "Chưa rõ năm gốc: lễ kỷ niệm chỉ được tổ chức vào năm tròn.",
        "The first year is not known: a ceremony may be held in round years only.",
    ),
    "allow.observance": ("hưởng ứng", "observance"),
    "allow.observance.full": (
        "Ngày hưởng ứng: quy mô toàn quốc do bộ quản lý ngành quyết định, cấp tỉnh trở xuống do UBND cấp tỉnh.",
        "Observance: on a national scale as the line ministry decides, in a province and below as the province does.",
    ),
    "allow.own-decision": ("theo văn bản riêng", "by its document"),
    "allow.own-decision.full": (
        "Theo văn bản đặt ra ngày này.",
        "As the document that set the day says.",
    ),
    "allow.own-rules": ("quy định riêng", "by its own rules"),
    "allow.own-rules.full": (
        "Tổ chức của Đảng, Mặt trận, đoàn thể: theo quy định của Đảng và của tổ chức; Nghị định 111/2018/NĐ-CP chỉ nói "
        "về bộ, ngành, địa phương.",
        "Bodies of the Party, the Front and mass organisations: by the Party's and their own rules; Decree "
        "111/2018/NĐ-CP speaks of ministries, sectors and provinces alone.",
    ),
    "allow.decided": ("cấp có thẩm quyền quyết định", "as decided"),
    "allow.decided.full": (
        "Không thuộc bảy ngày lễ lớn: tổ chức thế nào do cấp có thẩm quyền quyết định.",
        "Not one of the seven great days: as the competent authority decides.",
    ),
    "section.anniversary": ("một ngày kỷ niệm (anniversaries)", "anniversary"),
    "section.anniversaries": ("danh mục ngày kỷ niệm", "list of anniversaries"),
    "problem.bad-first": (
        "“{text}” không phải là ngày gốc của một ngày kỷ niệm.",
        "“{text}” is not the day an anniversary goes back to.",
    ),
    "problem.bad-first.fix": (
        "Viết 10/10/1954, hoặc 10/3 khi không tính số năm; ngày âm lịch thêm calendar: lunar.",
        "Write 10/10/1954, or 10/3 where no years are counted; for a lunar day add calendar: lunar.",
    ),
    "problem.bad-calendar": ("“{text}” không phải là tên lịch.", "“{text}” is no calendar."),
    "problem.bad-calendar.fix": ("Viết lunar (âm lịch) hoặc solar.", "Write lunar or solar."),
    "problem.bad-kind": ("“{text}” không phải là loại ngày kỷ niệm.", "“{text}” is not a kind of anniversary."),
    "problem.bad-kind.fix": (
        "Viết great, founding (thành lập), traditional (truyền thống), observance (hưởng ứng), named, birthday hoặc "
        "event.",
        "Write great, founding, traditional, observance, named, birthday or event.",
    ),
    "problem.bad-scope": ("“{text}” không cho biết ngày này của ai.", "“{text}” does not say whose day it is."),
    "problem.bad-scope.fix": (
        "Viết national (quốc gia), sector (bộ, ngành), province (cấp tỉnh) hoặc organisation (tổ chức).",
        "Write national, sector, province or organisation.",
    ),
    "problem.bad-status": ("“{text}” không phải là tình trạng.", "“{text}” is no status."),
    "problem.bad-status.fix": (
        "Viết official (chính thức), unverified (chưa kiểm chứng), customary (theo thông lệ) hoặc expected (dự kiến).",
        "Write official, unverified, customary or expected.",
    ),
    "problem.bad-level": ("“{text}” không phải là năm và cấp tổ chức.", "“{text}” is not a year and a level."),
    "problem.bad-level.fix": ("Viết như 2024 national.", "Write it as 2024 national."),
    "problem.bad-class-by": (
        "“{text}” không cho biết loại năm tính theo gì.",
        "“{text}” does not say what the class goes by.",
    ),
    "problem.bad-class-by.fix": (
        "Viết number (số năm) hoặc year (năm dương lịch).",
        "Write number (of years) or year (the Gregorian).",
    ),
}
