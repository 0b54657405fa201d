# Библиотека актов: её каталог и что с ним может случиться.
search-absent = Чтобы вести библиотеку и искать в ней, { -with-extra(extra: "search") }
postgres-absent = Чтобы держать каталог на сервере, { -with-extra(extra: "postgres") }
database-url = SARALAU_DATABASE_URL не является адресом сервера PostgreSQL; укажите его, например: postgresql+psycopg://user@host/saralau
database-failed = Сервер, названный в SARALAU_DATABASE_URL, не отвечает как следует ({ $why }); проверьте, что он работает и пускает вас
library-absent = { $name }: здесь нет библиотеки с каталогом; добавьте акты командой saralau add, а если тексты есть, выполните saralau doctor --repair
library-busy = { $name }: в эту библиотеку пишет процесс { $process }; подождите, пока он закончит
library-disk-full = { $name }: диск заполнен; освободите место и повторите ту же команду, добавленное раньше сохранено
catalogue-broken = { $name }: каталог повреждён ({ $why }); выполните saralau doctor --repair, и он будет составлен заново по текстам
catalogue-refused = { $name }: каталогом нельзя воспользоваться ({ $why }); проверьте, кому разрешено читать и писать в папке
catalogue-newer = { $name }: этот каталог создан более новой Saralau (схема { $version }); установите её
catalogue-older = { $name }: этот каталог создан более старой Saralau; выполните один раз saralau doctor --repair, и он будет обновлён
library-sound = { $folder }: с этой библиотекой всё в порядке
library-mended = { $n ->
    [one] Исправлена { $n } неполадка, названная выше; повреждённое лежит в broken/.
    [few] Исправлены { $n } неполадки, названные выше; повреждённое лежит в broken/.
   *[many] Исправлено { $n } неполадок, названных выше; повреждённое лежит в broken/.
}
ailment-catalogue-absent = { $path }: каталога нет, хотя тексты есть
ailment-catalogue-broken = { $path }: каталог повреждён: { $why }
ailment-catalogue-older = { $path }: каталог создан более старой Saralau
ailment-stray = { $path }: остался от процесса, прерванного во время записи
ailment-record-broken = { $path }: эта запись повреждена: { $why }
ailment-record-absent = { $path }: запись об этом тексте пропала; в каталоге он есть
ailment-text-broken = { $path }: текст не тот, что был добавлен
ailment-text-absent = { $path }: текста, о котором эта запись, нет
ailment-text-unknown = { $path }: ничто не говорит, что это за текст
ailment-row-absent = { $path }: этого текста нет в каталоге
ailment-row-alone = { $path }: в каталоге назван текст, которого нет
ailment-row-differs = { $path }: в каталоге сказано иное, чем в этой записи
ailment-index-absent = { $path }: указателя нет, хотя по каталогу он полон
