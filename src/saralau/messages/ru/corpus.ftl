# Анализ всей библиотеки, вопросы к таблицам.
corpus-table = { $table }: { $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[other] { $rows } строк
  }
corpus-done = Прочитано текстов: { $texts }; таблицы: { $folder }
corpus-skipped = Пропущено текстов: { $skipped }; почему, покажет saralau sql "SELECT * FROM skipped"
corpus-progress = Готово текстов: { $texts }
tables-busy = { $name }: таблицы здесь пишет процесс { $process }; дождитесь его или укажите другую папку через -o
workers-refused = Процессы, читающие тексты, не могут начать работу ({ $why }); закройте другие программы или уменьшите их число через --jobs
option-of-ray = { $option } бывает только с --engine ray; уберите или добавьте --engine ray
cluster-absent = Чтобы считать на нескольких машинах, { -with-extra(extra: "cluster") }
cluster-refused = { $address }: кластером Ray там воспользоваться нельзя ({ $why }); проверьте, что там запущен ray start --head с теми же Python и Ray
cluster-failed = Машина кластера не может выполнить работу ({ $why }); проверьте, что Saralau установлен на каждой
cluster-version = На машине кластера Saralau { $theirs }, здесь { $ours }; установите на всех одну версию
sql-no-tables = { $name }: таблиц здесь нет; создайте их командой saralau corpus stats или укажите папку через --tables
sql-table-broken = { $name }: таблица не читается ({ $why }); создайте её заново командой saralau corpus
sql-only-select = Задайте один SELECT; ничего другого нельзя
sql-outside = Читать можно только таблицы, не файлы и не адреса; saralau sql без вопроса перечислит их
sql-too-long = Ответ занял больше { $seconds } с; сузьте вопрос или дайте больше через --seconds
sql-too-large = Ответу нужно больше { $megabytes } МБ памяти; сузьте вопрос или дайте больше через --memory
sql-wrong = На вопрос нельзя ответить: { $why }
sql-more = … строк больше { $shown }; все — с --csv или --json
