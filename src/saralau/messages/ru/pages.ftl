### Страницы веб-приложения: что можно увидеть в тексте.
web-nav-change = Изменения
web-nav-findings = Замечания
web-nav-terms = Термины
web-nav-drafts = Проекты
web-tabs = Что можно увидеть в этом тексте
web-tab-text = Текст
web-tab-change = Изменения
web-tab-survival = Стабильность
web-tab-findings = Замечания
web-tab-terms = Термины
web-tab-drafts = Проверить проект
web-lead-change = Как изменялся акт, какими законами, что изменялось чаще всего и чем различаются две редакции.
web-year = Год
web-place = Место
web-pages = Страницы
web-provision = Норма
web-as-table = Таблицей
web-beside = Рядом показать
web-beside-absent = В тексте от { $day } такой статьи нет.
web-beside-not-in-hand = Текста, который нужно показать рядом, в библиотеке нет.
web-beside-later = Рядом – что изменила более поздняя редакция от { $day }. Зачёркнутое исключено, подчёркнутое добавлено.
web-beside-earlier = Рядом – что изменилось с прежней редакции от { $day }. Зачёркнутое исключено, подчёркнутое добавлено.
web-beside-same = Различий нет.
web-beside-nothing = В том тексте на этом месте ничего нет.
web-beside-only = Только в другом тексте:
web-lineage = Преемственность
web-lineage-from = Происходит от:
web-lineage-to = Продолжена в:
web-lineage-not-here = нет в библиотеке
web-lineage-all = Вся линия с источниками
web-article-findings = Замечания к этой статье
web-change-events = Изменения
web-change-laws = Изменяющие законы
web-change-touched = Затронутые статьи
web-change-unread = Непонятые сноски
web-change-until = По сноскам редакторов в имеющихся текстах; изменения известны по { $day }.
web-change-years = Изменения по годам введения в действие
web-change-most = Изменялись чаще всего
web-change-most-about = Статьи по числу изменивших их законов.
web-change-last = Когда введено в действие последнее изменение
web-change-bound = «Не раньше» – нижняя граница: сноска указывает не день, а правило, чаще всего по истечении стольких-то дней после опубликования, и не сообщает, когда закон опубликован. Такое изменение введено в действие в этот день или позже; по годам ниже оно отнесено к этому дню. Таких изменений { $n } из { $of }. Что изменили законы, принятые позже текста от { $day }, здесь неизвестно.
web-change-by-law = По законам
web-change-by-law-about = Изменяющие законы, сначала новые.
web-change-law = Закон
web-change-begins = Введение в действие
web-change-articles = Статьи
web-change-n-articles = { $n ->
    [one] { $n } статья
    [few] { $n } статьи
   *[many] { $n } статей
 }
web-compare = Сравнить две редакции
web-compare-with = Редакцию от { $day } с редакцией от
web-compare-go = Сравнить
web-compare-none = Других редакций этого акта на этом языке в библиотеке нет.
web-diff-all = Все статьи с различиями: { $n }
web-diff-none = Различий нет.
web-survival-by = Группировка редакций статей
web-survival-model = С чем связано более раннее изменение: модель (читается каждый состав; занимает несколько секунд)
web-survival-read = Как это читать
web-outside-chapters = вне глав
web-lead-findings = Погрешности юридической техники, каждая на своём месте: что не так, почему это важно и чем исправить.
web-lead-search = Найти норму по словам – в любом акте, редакции и на любом языке библиотеки; сначала самое подходящее.
web-findings-count = { $n ->
    [0] Замечаний нет.
    [one] { $n } замечание
    [few] { $n } замечания
   *[many] { $n } замечаний
 }
web-findings-of = из { $n }
web-findings-sift = Замечания по видам и правилам
web-findings-all = Все
web-findings-list = Список замечаний на этой странице
web-findings-rule = Правило
web-findings-what = Что не так
web-findings-article = Текст статьи с разбором
web-findings-between = Вне статей
web-findings-see = Замечание { $n }
web-findings-fix = Безопасная правка:
web-findings-why = Почему это важно
web-findings-none-here = Здесь замечаний нет.
web-drafts-title = Проверка законопроекта
web-drafts-lead = Что изменит законопроект: редакции норм, наказания, категории, ссылки, замечания, дела и договоры?
web-drafts-act = Изменяемый акт
web-drafts-text = Текст проекта
web-drafts-help = Указания об изменениях, как их пишут в законопроекте, или копия акта с внесёнными изменениями.
web-drafts-file = Или файл
web-drafts-file-help = Текст, HTML или DOCX (также ODT и PDF), до { $n } МБ. Если выбран файл, вставленный текст не учитывается.
web-drafts-patch = С патчем к кодировке составов
web-drafts-patch-file = Патч (YAML, saralau/patch/1)
web-drafts-patch-help = В нём указано, как меняются признаки затронутых составов. Без него влияние на дела и договоры неизвестно, о чём и будет сказано; с ним примеры дел квалифицируются до и после изменений.
web-drafts-go = Показать последствия
web-drafts-docx = В формате DOCX
web-drafts-pdf = В формате PDF
web-drafts-kept = Проект обрабатывается в отдельном процессе с ограничением времени и памяти и не сохраняется.
web-draft-nothing = проекта нет: вставьте его текст или выберите файл
web-draft-large = файл слишком велик; читается не больше { $most } КБ
web-impact-look = { $n ->
    [one] Требует внимания:
   *[other] Требуют внимания:
 }
web-impact-mark = обратите внимание
web-impact-kept = Страница составлена один раз и нигде не хранится; распечатайте или сохраните её.
web-drafts-pasted = Проект
web-impact-calm = Ничего не меняется
web-terms-title = Термины
web-terms-lead = Что определяют акты, где их определения расходятся, какие термины у них общие и сколько названий у одного понятия.
web-terms-choose = Акты, прочитанные вместе: { $n }
web-terms-acts = Какие акты прочитать вместе, не больше { $n }
web-terms-on-page = На этой странице
web-terms-places = { $n ->
    [one] { $n } место
    [few] { $n } места
   *[other] { $n } мест
 }
web-terms-matrix = Общие термины: { $n }
web-terms-count = { $n ->
    [one] { $n } определение
    [few] { $n } определения
   *[many] { $n } определений
 }
web-terms-kinds = Определения по видам и замечания к ним
web-tie-from = Акт
web-tie-to = опирается на
web-tie-undefined = Термины, определение которых оставлено ему
web-tie-both = Термины, определённые в обоих
web-tie-otherwise = из них по-разному
web-terms-more = И ещё { $n }
overlay-nothing = в списках нет ни одного адреса; напишите, например, 205 или 188(2)(4) через запятую
web-map-lists = Наложить списки
web-map-review = обзора, с которого начался Saralau
web-map-own = введённые ниже
web-map-type = Ввести свои списки
web-map-written = Составлены
web-map-beside = Рядом
web-map-what = Показатель
web-map-overlay = Списки, наложенные на карту
web-map-list = Список
web-map-verdict = Согласие
web-map-why = Почему
web-export = Выгрузить:
web-lead-map = Где уголовный закон встречается с технологиями: главы по группам киберпреступлений, каждая норма и возможные пробелы.
web-lead-qualify = Квалификация изложенных фактов с обоснованием; недостающие факты запрашиваются в порядке важности.
