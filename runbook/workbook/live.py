"""Formulas by which a row of the Gantt sheet follows its task after the plan was computed.

A row of the chart shows the task that now stands in its row of the sheet of tasks, whatever was sorted or put in
between, and finds by its id what the plan said of it. Where what its dates came from is as it was, the plan's dates
stand; else they are estimated: the start from what is awaited, the finish by working days without days off.
"""

from __future__ import annotations

from dataclasses import dataclass

from openpyxl.utils import get_column_letter, quote_sheetname

from runbook.workbook.layout import Sheet
from runbook.workbook.rows import Row
from runbook.worktime import WorkPattern

MOST_KEPT = 1000  # characters of what dates came from that are compared
KEPT = ("name", "start", "finish", "mark", "begins", "lasts")  # columns of what the plan said, a row for each task
# Columns of what stands there now.
_ENDS = {"w": "after-weeks", "d": "after-days", "h": "after-hours"}  # where a duration's part in that unit is over
LIVE = ("now", "place", "moved", "longer", "awaited", "stated", "from", "text", "duration", *_ENDS.values(), "days")
# What a task's dates come from on its own row: where it begins, and how long it takes.
_GROUNDS = {
    "begins": ("after", "finish", "at", "not_before", "place"),
    "lasts": ("work", "length", "elapsed", "worktime", "over"),
}
_UNITS = {"ngày": "d", "giờ": "h", "phút": "m", "tuần": "w"}
_UNITS |= {"ngay": "d", "gio": "h", "phut": "m", "tuan": "w", "min": "m"}
_HALF, _LITTLE = 0.5, 0.001


@dataclass(frozen=True, slots=True)
class Office:
    """What of the office's time a spreadsheet is told: days of rest as WORKDAY.INTL has them, the minutes at which it
    opens, breaks, resumes and closes, the minutes of a working day, and the cells of its days off."""

    rests: str
    opens: int
    breaks: int
    resumes: int
    closes: int
    day: int
    off: str


def office(pattern: WorkPattern, off: str) -> Office:
    spans = next((spans for spans in pattern.week if spans), ((0, 1440),))
    rests = "".join("0" if own else "1" for own in pattern.week)
    rests = "0" * 7 if rests == "1" * 7 else rests
    second = spans[1][0] if len(spans) > 1 else spans[0][1]
    return Office(rests, spans[0][0], spans[0][1], second, spans[-1][1], pattern.day_minutes, off)


@dataclass(frozen=True, slots=True)
class Live:
    """Where everything stands: the sheet of tasks, the first row of the chart and the last with a plan, the columns by
    the names of KEPT and LIVE."""

    tasks: Sheet
    language: str
    first: int
    last: int
    columns: dict[str, str]
    office: Office
    stale: str

    def own(self, key: str) -> str:
        """What stands now in that column of the row of tasks; "" where it lacks the column."""
        keys = [column.key for column in self.tasks.columns]
        if key not in keys:
            return '""'
        letter = get_column_letter(keys.index(key) + 1)
        return f"INDEX({quote_sheetname(self.tasks.title(self.language))}!${letter}:${letter},ROW()-{self.first - 2})"

    def kept(self, key: str) -> str:
        letter = self.columns[key]
        return f"${letter}${self.first}:${letter}${self.last}"

    def planned(self, key: str, row: int) -> str:
        """What the plan said of the task that now stands in the row."""
        return f"INDEX({self.kept(key)},{self.cell('place', row)})"

    def cell(self, key: str, row: int) -> str:
        return f"${self.columns[key]}{row}"

    def formulas(self, row: int) -> dict[str, str]:
        """The hidden cells of a row of the chart, by the names of LIVE."""
        now, place = self.cell("now", row), self.cell("place", row)
        found = f"IFERROR(MATCH({now},{self.kept('name')},0),0)"
        twice = f"COUNTIF(${self.columns['now']}${self.first}:{now},{now})>1"
        return {
            "now": f'IF({self.own("id")}<>"",{self.own("id")}&"",{self.own("title")}&"")',
            "place": f'IF({now}="",0,IF({twice},0,{found}))',
            "moved": self._differs("begins", place, row),
            "longer": self._differs("lasts", place, row),
            "awaited": self._awaited(),
            "stated": f"MAX({_instant(self.own('not_before'), self.office)},{_instant(self.own('at'), self.office)})",
            "from": f'IF({now}="","",IF({self.cell("moved", row)}=0,{self._start(row)},{self._estimated(row)}))',
            "text": self._text(),
            "duration": self._united(row),
            **{_ENDS[unit]: self._end(row, unit) for unit in _ENDS},
            "days": self._days(row),
        }

    def shown(self, row: int) -> dict[str, str]:
        """The start, the finish and the mark that a row of the chart shows."""
        now, changed = self.cell("now", row), f"{self.cell('moved', row)}+{self.cell('longer', row)}>0"
        begins, finish = self.cell("from", row), self.planned("finish", row)
        same = f'IF({finish}=0,"",{finish})'
        return {
            "planned.start": begins,
            "planned.finish": f'IF({now}="","",IF({changed},{self._finish(row)},{same}))',
            "planned.mark": f'IF({now}="","",IF({changed},"{self.stale}",{self.planned("mark", row)}&""))',
        }

    def _differs(self, key: str, place: str, row: int) -> str:
        now = "&".join(f'{self.own(one)}&"|"' for one in _GROUNDS[key])
        return f'IF({place}=0,1,IF(EXACT(LEFT({now},{MOST_KEPT}),{self.planned(key, row)}&""),0,1))'

    def _start(self, row: int) -> str:
        start = self.planned("start", row)
        return f'IF({start}=0,"",{start})'

    def _awaited(self) -> str:
        """When the last of what it waits for is over, as planned; nought where it waits for nothing that is known."""
        after = f'";"&SUBSTITUTE(SUBSTITUTE({self.own("after")}," ",""),",",";")&";"'
        listed = f'ISNUMBER(SEARCH(";"&{self.kept("name")}&";",{after}))*({self.kept("name")}<>"")'
        return f"SUMPRODUCT(MAX({listed}*{self.kept('finish')}))"

    def _estimated(self, row: int) -> str:
        """The later of what it waits for, from when the office works again, and of what its own dates say; else as it
        was planned."""
        of, awaited, stated = self.office, self.cell("awaited", row), self.cell("stated", row)
        minute = f"ROUND(MOD({awaited},1)*1440,0)"
        morning = f'WORKDAY.INTL(INT({awaited}),1,"{of.rests}",{of.off})+{of.opens}/1440'
        noon = f"IF({minute}={of.breaks},INT({awaited})+{of.resumes}/1440,{awaited})"
        latest = f"MAX(IF({minute}>={of.closes},{morning},{noon}),{stated})"
        as_planned = f'IF({self.cell("place", row)}=0,"",{self._start(row)})'
        return f"IF({awaited}+{stated}>0,{latest},{as_planned})"

    def _text(self) -> str:
        """The first of its durations, without blanks."""
        work, elapsed, length = (self.own(key) for key in ("work", "elapsed", "length"))
        return _bare(f'IF({work}<>"",{work},IF({elapsed}<>"",{elapsed},{length}))')

    def _united(self, row: int) -> str:
        """The same with the unit that a bare number has in its column: minutes after hours."""
        text = self.cell("text", row)
        unit = f'IF(ISNUMBER(FIND("h",{text})),"m",IF({self.own("work")}<>"","d",IF({self.own("elapsed")}<>"","","m")))'
        return f'{text}&IF(ISERROR(VALUE(RIGHT({text},1))),"",{unit})'

    def _end(self, row: int, unit: str) -> str:
        """How many letters of the duration are over with its part in that unit; units come from the longest on."""
        return f'MAX({self._before(row, unit)},IFERROR(FIND("{unit}",{self.cell("duration", row)}),0))'

    def _before(self, row: int, unit: str) -> str:
        """Where the part in the unit begins: the end of the one before it."""
        return "0" if unit == "w" else self.cell(_ENDS["wdh"["wdhm".index(unit) - 1]], row)

    def _days(self, row: int) -> str:
        """The duration in days, working ones where it is work; "" where it is none."""
        text, day = self.cell("duration", row), self.office.day
        works = f'{self.own("work")}<>""'
        rest = f"LEN({text})-{self._before(row, 'm')}"
        minutes = f'IF({rest}=0,0,IF(RIGHT({text},1)="m",{self._part(row, "m", f"LEN({text})")},NA()))'
        ends = {unit: self.cell(name, row) for unit, name in _ENDS.items()}
        weeks, days, hours = (f"IF({ends[u]}>{self._before(row, u)},{self._part(row, u, ends[u])},0)" for u in _ENDS)
        small = f"({hours}*60+{minutes})/IF({works},{day},1440)"
        return f'IF({text}="",0,IFERROR({weeks}*IF({works},5,7)+{days}+{small},""))'

    def _part(self, row: int, unit: str, end: str) -> str:
        """The number before the unit that ends there."""
        begin = self._before(row, unit)
        return f'_xlfn.NUMBERVALUE(MID({self.cell("duration", row)},{begin}+1,{end}-{begin}-1),"."," ")'

    def _finish(self, row: int) -> str:
        begins, days = self.cell("from", row), self.cell("days", row)
        start, finish, place = self.planned("start", row), self.planned("finish", row), self.cell("place", row)
        as_long = f'IF({place}=0,"",{begins}+{finish}-{start})'
        works = f'{self.own("work")}<>""'
        estimate = f"IF({works},{self._worked(begins, days)},{begins}+{days})"
        return f'IF({begins}="","",IF({days}="",{as_long},IF({days}=0,{begins},{estimate})))'

    def _worked(self, begins: str, days: str) -> str:
        """The end of so many working days, at the break or at the close, one that begins after the break half used."""
        of = self.office
        total = f"({days}+IF(MOD({begins},1)*1440>={of.breaks},{_HALF},0))"
        whole = f"ROUNDUP({total}-{_LITTLE},0)"
        ends = f"IF({total}-{whole}+1<={_HALF},{of.breaks},{of.closes})/1440"
        return f'WORKDAY.INTL(INT({begins})-1,{whole},"{of.rests}",{of.off})+{ends}'


def grounds(row: Row, tasks: Sheet, key: str) -> str:
    """What a row said when the plan was made, as its formula says it again."""
    columns = {column.key for column in tasks.columns}
    return "".join(f"{row.get(one, '') if one in columns else ''}|" for one in _GROUNDS[key])[:MOST_KEPT]


def _bare(cell: str) -> str:
    """A duration with the units of Vietnamese as letters and a point before its fractions."""
    text = f'LOWER(SUBSTITUTE(SUBSTITUTE({cell}," ",""),",","."))'
    for word, letter in _UNITS.items():
        text = f'SUBSTITUTE({text},"{word}","{letter}")'
    return text


def date_in(cell: str) -> str:
    """22/11/2024 as a day; an error for all else."""
    return f"DATE(VALUE(MID({cell},7,4)),VALUE(MID({cell},4,2)),VALUE(LEFT({cell},2)))"


def _instant(cell: str, of: Office) -> str:
    """22/11/2024, 22/11/2024 08:30, N or N-3 as an instant; nought for all else."""
    clock = f"IF(LEN({cell})>=16,VALUE(MID({cell},12,2))*60+VALUE(MID({cell},15,2)),{of.opens})/1440"
    counted = f'IF(LEFT({cell},1)="N",$D$1+IF(LEN({cell})=1,0,VALUE(MID({cell},2,4)))+{of.opens}/1440,0)'
    return f"IFERROR({date_in(cell)}+{clock},IFERROR({counted},0))"
