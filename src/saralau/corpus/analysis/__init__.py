"""The other rooms' analyses over every text of a library, into tables; questions in SQL to these.

Heavy modules are not imported here: `running` and `sql` need the extra `tables`, `cluster` needs `cluster`.
"""

from saralau.corpus.analysis.model import Analysis, Column, Done, Summary, Table, Text

__all__ = ["Analysis", "Column", "Done", "Summary", "Table", "Text"]
