# The library of acts: its catalogue and what may be wrong with it.
search-absent = To keep a library and search in it, { -with-extra(extra: "search") }
postgres-absent = To keep the catalogue on a server, { -with-extra(extra: "postgres") }
database-url = SARALAU_DATABASE_URL is no address of a PostgreSQL server; give one such as postgresql+psycopg://user@host/saralau
database-failed = The server that SARALAU_DATABASE_URL names does not answer as it should ({ $why }); see that it runs and lets you in
library-absent = { $name }: no library with a catalogue here; add acts with saralau add, or, if there are texts, run saralau doctor --repair
library-busy = { $name }: process { $process } is writing this library; wait until it has ended
library-disk-full = { $name }: the disk is full; make room and run the same command again, what was added before is kept
catalogue-broken = { $name }: the catalogue is damaged ({ $why }); run saralau doctor --repair, which makes it anew from the texts
catalogue-refused = { $name }: the catalogue cannot be used ({ $why }); see who may read and write the folder
catalogue-newer = { $name }: a newer Saralau made this catalogue (schema { $version }); install that one
catalogue-older = { $name }: an older Saralau made this catalogue; run saralau doctor --repair once, and it is brought up to date
library-sound = { $folder }: nothing is wrong with this library
library-mended = { $n ->
    [one] The one thing above was mended; what was damaged lies in broken/.
   *[other] { $n } things were mended, told above; what was damaged lies in broken/.
}
ailment-catalogue-absent = { $path }: there is no catalogue, though there are texts
ailment-catalogue-broken = { $path }: the catalogue is damaged: { $why }
ailment-catalogue-older = { $path }: an older Saralau made the catalogue
ailment-stray = { $path }: left by a process that died while writing
ailment-record-broken = { $path }: this record is damaged: { $why }
ailment-record-absent = { $path }: the text has lost its record; the catalogue lists it
ailment-text-broken = { $path }: the text is not what was added
ailment-text-absent = { $path }: the text of this record is not there
ailment-text-unknown = { $path }: nothing tells what this text is
ailment-row-absent = { $path }: the catalogue does not list this text
ailment-row-alone = { $path }: the catalogue lists a text that is not there
ailment-row-differs = { $path }: the catalogue says otherwise than this record
ailment-index-absent = { $path }: there is no index, though the catalogue takes it to be complete
