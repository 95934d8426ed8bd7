"""Warnings about a plan: (Vietnamese, English) by key."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "problem.at-outside-hours": (
        "việc {id} được ấn định lúc {clock}, ngoài giờ làm việc “{worktime}”, nên lùi đến {moved}",
        "task {id} is set at {clock}, outside the hours of “{worktime}”, so it begins at {moved}",
    ),
    "problem.at-outside-hours.fix": (
        "nếu làm ngoài giờ, thêm worktime: always hoặc viết length thay cho work; nếu không, sửa at",
        "for work outside hours add worktime: always, or write length instead of work; else change at",
    ),
    "problem.ceremony-not-round": (
        "“{name}”: {years} năm không phải là năm tròn, không tổ chức lễ kỷ niệm (Nghị định 111/2018/NĐ-CP, Điều 4 "
        "khoản 3 và Điều 9 khoản 2)",
        "“{name}”: {years} years is no round number, so there is no ceremony (Decree 111/2018/NĐ-CP, Article 4 "
        "clause 3 and Article 9 clause 2)",
    ),
    "problem.ceremony-not-round.fix": (
        "tuyên truyền, giáo dục, thi đua, hội thảo, tọa đàm thay cho lễ; nếu cấp có thẩm quyền đã cho phép thì giữ "
        "nguyên",
        "publicity, education, emulation or a seminar instead; leave it where the competent authority has allowed it",
    ),
    "problem.great-day-not-round": (
        "“{name}”: {years} năm không phải là năm tròn; ngày lễ lớn có lễ kỷ niệm cấp quốc gia vào năm tròn, các năm "
        "khác thì viếng, tưởng niệm, hoạt động ở địa phương (Nghị định 145/2013/NĐ-CP, chương II)",
        "“{name}”: {years} years is no round number; a great day has a national ceremony in round years, in the others "
        "wreaths, remembrance and local activities (Decree 145/2013/NĐ-CP, chapter II)",
    ),
    "problem.great-day-not-round.fix": (
        "viếng, dâng hương, tuyên truyền, gặp mặt thay cho lễ; nếu cấp có thẩm quyền đã cho phép thì giữ nguyên",
        "wreaths, publicity or a meeting instead; leave it where the competent authority has allowed it",
    ),
    "problem.years-unlike-dates": (
        "tên buổi lễ ghi {told} năm, nhưng “{name}” tính từ ngày gốc đến ngày kỷ niệm là {years} năm",
        "the title says {told} years, but “{name}” is {years} years from its first day to this year's",
    ),
    "problem.years-unlike-dates.fix": (
        "sửa số năm trong title, hoặc sửa hai ngày",
        "correct the number in the title, or the two days",
    ),
    "problem.campaign-not-ready": (
        "chuẩn bị không kịp ngày N ({day}), ngày đầu cao điểm hoặc đầu đợt: {count} việc chậm; chuỗi găng nhất {chain}",
        "preparation is not ready for day N ({day}), on which the peak or the campaign begins; late tasks: {count}; "
        "tightest chain {chain}",
    ),
    "problem.campaign-not-ready.fix": (
        "rút ngắn việc trên chuỗi; việc không cần xong trước ngày N thì chuyển sang during",
        "shorten tasks of the chain; move to during what need not be over before day N",
    ),
    "problem.recurs-stays-words": (
        "việc {id} ghi “{text}” nhưng không đứng ở during, nên chỉ là lời, không mở thành từng lần",
        "{id} says “{text}” but does not stand in during, so these stay words and are not opened to occurrences",
    ),
    "problem.recurs-stays-words.fix": (
        "chuyển việc này sang during, hoặc ghi lời khác",
        "move it to during, or say it in other words",
    ),
}
