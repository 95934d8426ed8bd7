"""What is wrong with resources, ranges and savings, by code: both languages, then both remedies."""

from __future__ import annotations

PROBLEMS: dict[str, tuple[str, str, str, str]] = {
    "bad-count": (
        "“{text}” không phải là số nguyên từ 1 đến 9999.",
        "“{text}” is not a whole number from 1 to 9999.",
        "Viết một số, ví dụ 2.",
        "Write a number, such as 2.",
    ),
    "bad-use": (
        "Không đọc được “{text}”.",
        "“{text}” is not a use of a resource.",
        "Viết mã nguồn lực, cần nhiều hơn một thì ghi số lượng ở trước: hoi-truong, 2 doi-quay.",
        "Write the id of the resource, before it how many where that is more than one: hall, 2 crew.",
    ),
    "bad-range": (
        "“{text}” không phải là hai thời lượng nhanh nhất..chậm nhất.",
        "“{text}” is not two durations, at best..at worst.",
        "Viết như 1d..3d, 20m..35m; cả hai đều lớn hơn 0.",
        "Write such as 1d..3d or 20m..35m, both above 0.",
    ),
    "range-without-duration": (
        "Việc “{id}” có range nhưng không có thời lượng.",
        "“{id}” has a range but no duration.",
        "Thêm work, elapsed hoặc length là thời lượng thường gặp, hoặc bỏ range; mốc không có range.",
        "Add work, elapsed or length, the usual duration, or leave range out; a milestone has none.",
    ),
    "range-backwards": (
        "“{text}”: nhanh nhất lại dài hơn chậm nhất.",
        "“{text}”: the duration at best is longer than the one at worst.",
        "Viết thời lượng ngắn ở trước: 1d..3d.",
        "Write the shorter one first: 1d..3d.",
    ),
    "range-not-around": (
        "Thời lượng {text} ({key}) nằm ngoài khoảng này.",
        "The duration {text} ({key}) lies outside this range.",
        "Sửa range cho thời lượng nằm ở giữa hai đầu, hoặc sửa thời lượng.",
        "Let range begin no later and end no earlier than the duration, or correct the duration.",
    ),
    "unknown-resource": (
        "Không có nguồn lực “{id}”.",
        "There is no resource “{id}”.",
        "Dùng mã đã khai ở phần resources, hoặc khai thêm nguồn lực này.",
        "Use an id from resources, or add this resource there.",
    ),
    "use-above-capacity": (
        "Việc này cần “{id}” nhiều hơn số có ({limit}).",
        "This wants more of “{id}” than there is ({limit}).",
        "Giảm số lượng ở uses, hoặc sửa capacity của nguồn lực.",
        "Want less under uses, or correct the capacity of the resource.",
    ),
    "use-twice": (
        "“{id}” ghi hai lần trong uses.",
        "“{id}” stands twice under uses.",
        "Ghi một lần, số lượng ở trước: 2 {id}.",
        "Write it once with how many: 2 {id}.",
    ),
    "unknown-item": (
        "Không có mục chương trình “{id}”.",
        "There is no item of the programme “{id}”.",
        "Dùng mã của một mục ở phần programme.",
        "Use the id of an item from programme.",
    ),
    "saving-twice": (
        "Mục “{id}” đã có cách rút giờ ở dòng {line}.",
        "“{id}” already has a saving on line {line}.",
        "Mỗi mục chỉ ghi một lần trong savings.",
        "Name each item once under savings.",
    ),
    "saving-not-shorter": (
        "Rút như vậy không ngắn hơn: mục “{id}” dài {minutes} phút.",
        "This is not shorter: “{id}” takes {minutes} minutes.",
        "Ghi ở to thời lượng ngắn hơn; bỏ to nếu bỏ cả mục.",
        "Write a shorter duration under to; leave to out where the whole item is dropped.",
    ),
}
