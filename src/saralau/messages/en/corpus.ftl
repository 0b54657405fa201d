# Analyses of a whole library, questions to their tables.
corpus-table = { $table }: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
  }
corpus-done = Texts read: { $texts }; tables: { $folder }
corpus-skipped = Texts left out: { $skipped }; why, saralau sql "SELECT * FROM skipped" tells
corpus-progress = { $texts } texts done
tables-busy = { $name }: process { $process } is writing tables here; wait until it has ended, or name another folder with -o
workers-refused = The processes that read texts cannot begin ({ $why }); close other programs, or let there be fewer with --jobs
option-of-ray = { $option } goes with --engine ray; leave it out, or add --engine ray
cluster-absent = To use several machines, { -with-extra(extra: "cluster") }
cluster-refused = { $address }: no Ray cluster can be used there ({ $why }); see that ray start --head runs there with the same Python and Ray
cluster-failed = A machine of the cluster cannot do the work ({ $why }); see that Saralau is installed on all of them
cluster-version = A machine of the cluster has Saralau { $theirs }, this one { $ours }; install the same on all of them
sql-no-tables = { $name }: no tables here; make them with saralau corpus stats, or name their folder with --tables
sql-table-broken = { $name }: a table cannot be read ({ $why }); make it anew with saralau corpus
sql-only-select = Ask one SELECT; nothing else is let through
sql-outside = Only the tables can be read, no file and no address; saralau sql without a question lists them
sql-too-long = The question took longer than { $seconds } s; narrow it, or give it more with --seconds
sql-too-large = The question took more than { $megabytes } MB of memory; narrow it, or give it more with --memory
sql-wrong = The question cannot be answered: { $why }
sql-more = … more than { $shown } rows; all of them with --csv or --json
