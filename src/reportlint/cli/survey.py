"""`reportlint survey`: an overview of an archive of reports."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint._startup.typed import TYPE_CHECKING, Any
from reportlint.cli import options
from reportlint.cli.extras import needs
from reportlint.cli.option import PATHS
from reportlint.core.errors import UserError
from reportlint.core.text import Text

if TYPE_CHECKING:
    from reportlint.core.survey import Survey
    from reportlint.run.alike import Likeness

SUMMARY = Text("看一批报告的全貌。", "Summarise an archive of reports.")
ARGUMENTS = (PATHS,)
HELP = Text(
    """看一批报告的全貌：各规则、文种、文件夹、月份有多少份报告、多少处问题，最常见的遗留占位，有哪些文种。

可以给文件、文件夹，或一个 .parquet（列 text、path，可有 type；需要 pip install 'reportlint[parquet]'）。月份取自文首信息，
其次文件名，再其次 Git 首次提交，并说明各占多少。--similar 找出近似重复的报告，需要 pip install 'reportlint[survey]'；
加上 --history，也同 Git 历史里每月末的报告比。

\b
例：
  reportlint survey 报告/
  reportlint survey 报告/ --similar 0.8 --format html -o 概况.html
  reportlint survey archive.parquet --format json""",
    """Summarise an archive: reports and findings by rule, type, folder and month, and the most frequent unfilled blanks.

Reads files, folders, or one .parquet file (columns text, path, optionally type; needs pip install 'reportlint[parquet]'). The month
of a report is taken from its front matter, else its name, else the commit that added it; the output counts each source. --similar
finds near duplicates; it needs pip install 'reportlint[survey]'. With --history, reports in the Git history at the end of each
month are compared too.

\b
Examples:
  reportlint survey reports/
  reportlint survey reports/ --similar 0.8 --format html -o survey.html
  reportlint survey archive.parquet --format json""",
)


def run(language: str, paths: tuple[str, ...], **values: Any) -> int:
    """Survey the archive and print the result; the exit status. Raises UserError."""
    from reportlint.cli.progress import watched

    progress = watched(language)
    try:
        result = _survey(language, paths or (".",), values, progress)
    finally:
        progress.clear()
    _show(result, values)
    return 0


def _survey(language: str, paths: Sequence[str], values: dict[str, Any], tell: Any) -> Survey:
    from reportlint.run.survey import survey_files, survey_records

    settings = options.settings(values)._replace(language=language)
    likeness, past = _likeness(values["similar"]), values["past"]
    if past and likeness is None:
        message = Text(
            "要与 --similar 一起用：--similar 0.8 --history",
            "it goes with --similar: --similar 0.8 --history",
        )
        raise UserError.of(message, "--history")
    tables = [path for path in paths if path.lower().endswith(".parquet")]
    if not tables:
        return survey_files(paths, settings, tell, likeness, past=past)
    if past:
        message = Text(".parquet 没有 Git 历史", "a .parquet has no history in Git")
        raise UserError.of(message, "--history")
    if len(paths) > 1:
        message = Text("一次只能看一个 .parquet", "one .parquet at a time, and nothing besides")
        raise UserError.of(message, tables[0])
    from reportlint.cli.parquet import batches

    return survey_records(batches(tables[0]), settings, likeness)


def _likeness(value: str) -> Likeness | None:
    if not value:
        return None
    from reportlint.run.alike import Likeness

    try:
        least = float(value)
    except ValueError:
        least = 0.0
    if not 0.5 <= least <= 1:
        message = Text("要写成 0.5 到 1 之间的数", "it is a number from 0.5 to 1")
        raise UserError.of(message, f"--similar {value}")
    with needs("survey"):
        return Likeness(least)


def _show(result: Survey, values: dict[str, Any]) -> None:
    from reportlint.output import survey_html, survey_words

    form = values["form"]
    if form == "text" and not values["output"]:
        options.emit_page(survey_words.page(result))
        return
    if form == "text":
        text = "\n".join(survey_words.page(result)) + "\n"
    else:
        text = survey_words.json(result) if form == "json" else survey_html.render(result)
    options.emit_to(values["output"], text)
