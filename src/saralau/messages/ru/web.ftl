### Страницы веб-приложения.
web-nav = Разделы
web-nav-acts = Акты
web-language = Язык страниц
web-foot = читает право как данные; не юридическая консультация
web-problem = Не получилось
web-absent = По этому адресу ничего нет. Если это акт или редакция, их нет в библиотеке.
web-misasked = Адрес или форма просят того, чего нет; вернитесь и выберите снова.
web-refused = Это здесь не разрешено.
web-broken = Сбой на нашей стороне. Сохранённое не потеряно; причина записана в журнале сервера.
web-back-home = На первую страницу
web-home-title = Право о киберпреступности, которое можно прочесть, проверить и сравнить
web-home-lead = Уголовный кодекс – программа, дело – её входные данные, договор – набор тестов.
web-acts-title = Акты в библиотеке
web-no-acts = В библиотеке пока нет актов. Добавьте первый:
web-editions = { $n ->
    [one] { $n } текст
    [few] { $n } текста
   *[many] { $n } текстов
 }
web-edition = Редакция от { $day }, язык: { $tongue }
web-other-editions = Другие редакции и языки: { $n }
web-notes = Сноски редакторов: { $n }
web-understood = Что понято в { $at }
web-technology = Информационные технологии
web-features = Квалифицирующие признаки
web-extends = Опирается на
web-sanction = Наказание
web-category = Категория
web-why-group = Почему эта группа
web-history = Что с ней было
web-neighbours = Соседние статьи
shelf-work-absent = { $typed }: нет в библиотеке; добавьте текст командой `saralau add`
web-serving = Saralau отвечает по адресу { $address } – остановить: Ctrl-C
web-absent-extra = веб-приложению нужно дополнение `web` (нет { $missing }): pip install "saralau[web]"
web-nav-map = Карта
web-nav-treaties = Договоры
web-show = Показать
web-on-day = На день
web-against-day = В сравнении с днём
web-treaties-title = Чего требуют договоры
web-treaties-lead = Договор, проверенный на кодексе: что наказуемо, что – лишь при дополнительных условиях, а что – нет.
web-treaty-codes = Кодексы
web-heat-about = Каждый квадрат – сценарий; он ведёт к своей строке ниже.
web-matrix = По сценариям
web-matrix-about = Откройте ячейку: там основания и наименьшее изменение, которое закрыло бы пробел.
web-map-register = Акт
web-map-before = В сравнении с
web-map-group = Группа
web-map-about = Собственные слова + унаследовано. Число ведёт к нормам.
