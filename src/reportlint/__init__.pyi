from reportlint.core.errors import Problem as Problem
from reportlint.core.errors import UserError as UserError
from reportlint.finding import COLUMNS as COLUMNS
from reportlint.finding import Edit as Edit
from reportlint.finding import Finding as Finding
from reportlint.finding import Fix as Fix
from reportlint.finding import Related as Related
from reportlint.linter import FieldInfo as FieldInfo
from reportlint.linter import Fixed as Fixed
from reportlint.linter import Heading as Heading
from reportlint.linter import Linter as Linter
from reportlint.linter import NewReport as NewReport
from reportlint.linter import Outline as Outline
from reportlint.linter import RuleInfo as RuleInfo
from reportlint.linter import TypeInfo as TypeInfo

__version__: str
