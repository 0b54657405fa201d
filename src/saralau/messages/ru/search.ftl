# Поиск в библиотеке.
index-absent = { $name }: искать не в чем, указателя нет; добавьте акты командой saralau add или выполните saralau doctor --repair
index-older = { $name }: указатель создан другой версией Saralau, которая иначе режет слова; выполните один раз saralau add или saralau doctor --repair
index-broken = { $name }: указатель повреждён ({ $why }); удалите эту папку и выполните saralau doctor --repair – он создаст её заново
search-nothing = ничего не спрошено: введите слова, "фразу", начало* или слово с ошибкой~
search-without = сказано только, чего не искать; добавьте слово, которое искать
search-long = в запросе { $length } знаков; наибольшее число – { $most }
search-many-words = в запросе { $count } слов; наибольшее число – { $most }
search-prefix = с { $typed } начинается слишком много слов; введите до звёздочки не меньше { $least } букв
search-field = неизвестное поле { $given }; есть: { $known }
search-facet-unknown = неизвестный признак { $given }; есть: { $known }
search-language = в этой библиотеке нет актов на языке { $given }; есть: { $known }
search-act = { $typed }: в этой библиотеке нет акта с таким адресом или именем
search-read-as = { $typed } нигде не встречается; прочитано как: { $words }
search-cut = С { $typed } начинается больше слов, чем ищется; в ответе часть из них
search-none = Ничего не найдено.
search-facet = { $facet }:
search-total = { $n ->
    [one] { $n } статья
    [few] { $n } статьи
   *[other] { $n } статей
 }, со всеми словами – { $strict }, за { $ms } мс
search-since = редакция от { $since }
search-until = редакции с { $since } до { $until }
search-excluded = исключена
search-note = Примечание редакции:
search-also = также { $parts }
facet-act = Акт
facet-year = Год акта
facet-group = Группа
facet-feature = Признак
facet-feature-other = иной признак
facet-punishment = Наказание
