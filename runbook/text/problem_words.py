"""Sentences of the problem side, (Vietnamese, English) by key: every code with what is wrong and what to do."""

from __future__ import annotations

from runbook.text import build_words, campaign_words, occasion_words, resource_words, syntax_words, value_words

PROBLEMS = {
    **syntax_words.PROBLEMS,
    **value_words.PROBLEMS,
    **build_words.PROBLEMS,
    **occasion_words.PROBLEMS,
    **campaign_words.PROBLEMS,
    **resource_words.PROBLEMS,
}

# What is reported but does not keep the ceremony from being planned. Every other code is an error.
WARNINGS = frozenset(
    {
        "chosen-weekday",
        "part-and-hours",
        "recurs-met",
        "recurs-unread",
        "reserve-is-chosen",
        "reserve-outside-window",
        "step-without-id",
        "support-twice",
        "window-without-weekday",
    }
)

WORDS: dict[str, tuple[str, str]] = {
    **{f"problem.{code}": (vi, en) for code, (vi, en, _, _) in PROBLEMS.items()},
    **{f"problem.{code}.fix": (vi, en) for code, (_, _, vi, en) in PROBLEMS.items()},
    "severity.error": ("lỗi", "error"),
    "severity.warning": ("lưu ý", "warning"),
    "shown.near": ("Có lẽ định viết “{near}”.", "Perhaps “{near}” was meant."),
    "part.morning": ("sáng", "morning"),
    "part.afternoon": ("chiều", "afternoon"),
    "part.evening": ("tối", "evening"),
    "act.draft": ("Dự thảo", "Draft"),
    "act.opinion": ("Xin ý kiến", "Opinion"),
    "act.revise": ("Tiếp thu, hoàn thiện", "Revise"),
    "act.final": ("Phê duyệt", "Final approval"),
    "act.title": ("{act}: {product}", "{act}: {product}"),
    "section.ceremony": ("tầng ngoài cùng", "top level"),
    "section.plan": ("kế hoạch (plan)", "plan"),
    "section.date": ("ngày tổ chức (date)", "date"),
    "section.venue": ("địa điểm (venue)", "venue"),
    "section.worktime": ("lịch làm việc (worktime)", "worktime"),
    "section.holidays": ("ngày nghỉ (holidays)", "holidays"),
    "section.day off": ("một ngày nghỉ, ngày làm bù", "day off"),
    "section.agency": ("cơ quan (agencies)", "agency"),
    "section.member": ("thành viên nhóm (members)", "member of a group"),
    "section.contact": ("đầu mối (contacts)", "contact"),
    "section.task": ("việc", "task"),
    "section.campaign": ("đợt (campaign)", "campaign"),
    "section.peak": ("cao điểm (peaks)", "peak"),
    "section.occasion": ("ngày kỷ niệm (occasions)", "occasion"),
    "section.campaign duty": ("việc trong đợt (during)", "duty within the campaign"),
    "section.approval chain": ("vòng duyệt", "approval chain"),
    "section.approval step": ("bước duyệt", "approval step"),
    "section.programme item": ("mục chương trình (programme)", "programme item"),
    "section.resource": ("nguồn lực (resources)", "resource"),
    "section.saving": ("cách rút giờ (savings)", "saving"),
    "section.decision": ("điểm quyết định (decisions)", "decision"),
}
