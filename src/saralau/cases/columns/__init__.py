"""The same rules over columns: many cases at once, each rule a handful of operations on sets of rows."""
