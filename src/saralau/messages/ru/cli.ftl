### Что говорит командная строка.
step-read = чтение файла
step-parse = поиск структуры
step-offences = чтение составов
step-classify = разнесение по группам
report-summary = { $edition ->
    [unknown] Редакция неизвестна
   *[other] Редакция { $edition }
}: статей { $articles }, составов { $offences }. Нормы о киберпреступлениях по собственным словам: { $own } (I: { $first }, II: { $second }, III: { $third }); по наследованию: { $inherited }. Составы без признака ИКТ при наличии его у родственных: { $gaps }.
ledger-balanced = Каждый из { $total } видимых знаков учтён ровно один раз; из них без своей единицы в тексте: { $orphans }; дефектов текста: { $defects }.
ledger-unbalanced = Счёт { $total } знаков не сходится; без места: { $orphans }; дефектов: { $defects }. Пожалуйста, сообщите об этом файле.
basis-line = saralau { $version }; акт: { $act }; редакция: { $edition ->
    [unknown] неизвестна
   *[other] { $edition }
}; файл: { $source }, sha256 { $sha256 }; общая часть: { $general_part }.
group-heading = Группа { $group }: по собственным словам { $count }, по наследованию { $inherited }
group-inherited = по наследованию
agreement-heading = Совпадение: обе стороны { $both }, другая группа { $another }, только Saralau { $ours }, только список { $theirs }
running-heads = Опущено как повторяющееся на страницах: { $heads }
language-unverified = Грамматика языка { $name } не проверена: официального текста кодекса на нём не было. Сверяйте результат с текстом.
