### Хронология государства: чем, с каких пор и до каких пор регулируется цифровая среда.
timeline-heading = { $jurisdiction }: цифровая среда в праве, по состоянию на { $on }
timeline-beyond = Пакет знает то, что было известно на { $as_of }; того, что случилось позже, в нём нет.
timeline-act = Акты
timeline-concept = Концепции
timeline-programme = Программы
timeline-treaty = Договоры и декларации
timeline-event = События
timeline-indicators = Показатели
timeline-facts = Вычислено
timeline-number = { $title }, № { $number }
timeline-undated = дата неизвестна
timeline-not-before = не ранее { $day }
timeline-in-force = действует
timeline-in-force-until = действует; конец срока: { $day }
timeline-in-force-repeal = действует; отменяющий акт: { $by } ({ $day })
timeline-announced = пока не действует; введение в действие: { $day }
timeline-perhaps = возможно, уже действует: { $day }, день опубликования неизвестен
timeline-repealed = больше не действует ({ $day })
timeline-repealed-by = больше не действует ({ $day }); отменяющий акт: { $by }
timeline-perhaps-repealed = возможно, уже не действует ({ $day }), день опубликования неизвестен; отменяющий акт: { $by }
timeline-succeeded = на смену пришло: { $by } ({ $day }); с какого дня не действует, неизвестно
timeline-short-succeeded = на смену пришло другое
timeline-ended = срок истёк ({ $day })
timeline-unknown-now = дальнейшая судьба неизвестна
timeline-party = государство – участник
timeline-signed = подписано
timeline-not-joined = государство не присоединилось
timeline-declared = декларация: её никто не ратифицирует
timeline-standing-unknown = отношение государства неизвестно
timeline-years = { $n ->
    [one] { $n } год
    [few] { $n } года
   *[many] { $n } лет
 }
timeline-days = { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[many] { $n } дней
 }
timeline-life-exact = { $length }
timeline-life-at-least = не менее чем { $length }
timeline-life-at-most = не более чем { $length }
timeline-life-about = примерно { $length }
timeline-life-today = к этому дню – { $length }
timeline-since-adoption = считая от принятия
timeline-to-successor = считая до принятия преемника
timeline-lineage = «{ $title }»: актов с этим названием – { $count }; от принятия первого до принятия последнего – { $length } ({ $first } – { $last })
timeline-amount = { NUMBER($n, maximumFractionDigits: 10) }
timeline-value = { $value } { $unit }
timeline-value-of = { $value } из { $scale } { $unit }
timeline-rank = место { $rank }
timeline-rank-of = место { $rank } из { $of }
timeline-source-text = прочитано в имеющемся тексте
timeline-source-paper = не проверено: по обзору, с которого начался Saralau
timeline-source-knowledge = не проверено: общеизвестное
timeline-source-added = не проверено: из данной таблицы, источник «{ $source }»
timeline-read = { $source }: { $places }
timeline-partly-read = { $source }; прочитано в тексте: { $places }
timeline-column-until = Конец действия
timeline-title = Название
timeline-column-adopted = Принятие
timeline-column-begins = Введение в действие
timeline-column-became = Дальнейшая судьба
timeline-column-life = Срок действия
timeline-column-source = Источник
timeline-column-date = Дата
timeline-column-value = Значение
timeline-column-rank = Место
timeline-picture = Рисунок того, что сказано в таблицах ниже: сроки действия – полосы, отдельные дни – точки.
timeline-legend-read = даты прочитаны в тексте
timeline-legend-unread = даты не проверены
timeline-legend-planned = предстоит
timeline-legend-point = отдельный день
timeline-left-out = Показателей, которые не нарисованы: { $n }
timeline-limits = День с пометой «не ранее» – нижняя граница: акт вводится в действие через такой-то срок после опубликования, а когда он опубликован, ни в одном имеющемся тексте не сказано. Принято, что акт опубликован в течение года со дня принятия.
timeline-unknown = Ни в одном пакете нет хронологии «{ $typed }»; известны: { $known }
timeline-reference = { $name }: событие { $event } ссылается на «{ $typed }», а такого нет; исправьте идентификатор
timeline-csv-column = { $name }, строка 1: нет столбца { $column }; столбцы таковы: { $known }
timeline-csv-column-unknown = { $name }, строка 1: столбец «{ $column }» неизвестен или стоит дважды; столбцы таковы: { $known }
timeline-csv-cells = { $name }, строка { $line }: ячеек { $cells }, а в первой строке { $head }; исправьте строку
timeline-csv-empty = { $name }, строка { $line }: столбец { $column } пуст; заполните его
timeline-csv-number = { $name }, строка { $line }: «{ $typed }» в столбце { $column } – не число; пишите так: 48.05
timeline-csv-count = { $name }, строка { $line }: «{ $typed }» в столбце { $column } – не целое число больше нуля
timeline-csv-date = { $name }, строка { $line }: «{ $typed }» – не дата; пишите 2023, 2023-06 или 2023-06-30
timeline-csv-scale = { $name }, строка { $line }: значение { $typed } не лежит между 0 и scale_max, { $scale }
timeline-csv-rank = { $name }, строка { $line }: место { $typed } из всего лишь { $of }
timeline-csv-untitled = { $name }, строка { $line }: у показателя { $id } нет названия; заполните title_kk, title_ru или title_en
timeline-csv-twice = { $name }, строка { $line }: у показателя { $id } уже есть значение на { $date }; оставьте одно
timeline-csv-broken = { $name }, строка { $line }: это не таблица значений через запятую ({ $why }); сохраните её заново как CSV
timeline-csv-large = { $name }: больше { $limit } МБ; таблица показателей такой не бывает
charts-absent = Чтобы рисовать, { -with-extra(extra: "charts") }
