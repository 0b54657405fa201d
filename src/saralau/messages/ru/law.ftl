### Слова права: наказания, категории, группы, основания, дефекты.
kind-fine = штраф
kind-correctional-works = исправительные работы
kind-community-service = общественные работы
kind-arrest = арест
kind-restriction = ограничение свободы
kind-deprivation = лишение свободы
kind-death = смертная казнь
kind-confiscation = конфискация имущества
kind-deprivation-of-right = лишение права занимать должности или заниматься деятельностью
kind-expulsion = выдворение за пределы страны
kind-citizenship = лишение гражданства
unit-mci = { $n } МРП
unit-times = { $n }-кратный размер
unit-hours = { $n ->
        [one] { $n } час
        [few] { $n } часа
       *[other] { $n } часов
    }
unit-days = { $n ->
        [one] { $n } сутки
        [few] { $n } суток
       *[other] { $n } суток
    }
unit-months = { $n ->
        [one] { $n } месяц
        [few] { $n } месяца
       *[other] { $n } месяцев
    }
unit-years = { $n ->
        [one] { $n } год
        [few] { $n } года
       *[other] { $n } лет
    }
# После «от» и «до» — родительный падеж.
unit-mci-lower = { $n } МРП
unit-times-lower = { $n }-кратного размера
unit-days-lower = { $n } суток
unit-hours-lower = { $n ->
        [one] { $n } часа
       *[other] { $n } часов
    }
unit-months-lower = { $n ->
        [one] { $n } месяца
       *[other] { $n } месяцев
    }
unit-years-lower = { $n ->
        [one] { $n } года
       *[other] { $n } лет
    }
unit-mci-upper = { $n } МРП
unit-times-upper = { $n }-кратного размера
unit-days-upper = { $n } суток
unit-hours-upper = { $n ->
        [one] { $n } часа
       *[other] { $n } часов
    }
unit-months-upper = { $n ->
        [one] { $n } месяца
       *[other] { $n } месяцев
    }
unit-years-upper = { $n ->
        [one] { $n } года
       *[other] { $n } лет
    }
amount-up-to = до { $max }
amount-from-to = от { $min } до { $max }
amount-fixed = { $max }
amount-life = пожизненно
amount-from-life = от { $min } до пожизненного
amount-from = от { $min }
amount-implied = от { $amount } (по ст. { $article })
amount-implied-upper = до { $amount } (по ст. { $article })
amount-of-sum = { $amount } { $sum }
sum-bribe = суммы взятки
sum-stolen-property = стоимости похищенного
sum-unpaid-payments = не поступивших платежей
sum-transferred-value = переданных денег или имущества
sum-received-income = полученного дохода
sum-currency-values = валютных ценностей
qualifier-posts-and-activities = и должности, и деятельность
qualifier-activities-only = только деятельность
qualifier-financial-institution-posts = должности в финансовых организациях
suspended = не применяется до { $until } (ст. { $article })
application-obligatory = обязательно
application-optional = по усмотрению суда
application-conditional = при условии: { $condition }
scope-attached = только вместе с наказанием: { $kind }
condition-aggravating = отягчающие обстоятельства
category-misdemeanour = уголовный проступок
category-minor = преступление небольшой тяжести
category-medium = преступление средней тяжести
category-grave = тяжкое преступление
category-especially-grave = особо тяжкое преступление
category-undecided = категория не определена
class-by-kind = по виду наказания
class-by-amount = по размеру наказания
class-amounts-disagree = размеры указывают на разные категории
class-no-amounts = размеры в тексте не указаны
category-stated-fault = форма вины названа в тексте
category-unstated-fault = форма вины не названа, читается как умысел
category-mixed-fault = две формы вины, в целом умысел
category-if-conditional = с учётом условного наказания
category-no-maximum = верхний предел не указан
category-no-general-part = общей части на руках нет
category-no-rule = нет правила
limitation-years = { $n ->
        [one] давность: { $n } год
        [few] давность: { $n } года
       *[other] давность: { $n } лет
    }
limitation-none = давность не применяется
limitation-by-category = по категории
limitation-none-terrorist = террористическое преступление
limitation-none-extremist = экстремистское преступление
limitation-none-torture = пытки
limitation-none-sexual-against-minors = против половой неприкосновенности несовершеннолетних
limitation-none-chapter = против мира и безопасности человечества
limitation-none-especially-grave = особо тяжкое преступление этой главы
limitation-corruption = коррупционное преступление
limitation-none-if-terrorist = не применяется, если террористическое
limitation-none-if-extremist = не применяется, если экстремистское
limitation-none-if-torture = не применяется, если это пытки
limitation-none-if-sexual-against-minors = не применяется, если потерпевший несовершеннолетний
limitation-longer-if-corruption = дольше, если вменён коррупционный пункт
limitation-undecided = давность неизвестна: категория не определена
group-I = против данных и систем
group-II = с помощью компьютера ради выгоды или вреда
group-III = наказуемо содержание
group-I-about = Против конфиденциальности, целостности и доступности данных и систем.
group-II-about = Обычные деяния, в которых ИКТ служат выгоде или вреду.
group-III-about = Наказывается само распространяемое содержание.
reason-hosting = услуги для размещения противоправных ресурсов: наказуемо содержание
reason-technology-chapter = глава { $chapter } охраняет сами информационные технологии
reason-content = содержание, обращённое к публике: «{ $words }»
reason-person = вред человеку: «{ $words }»
reason-property = имущественная выгода или вред: «{ $words }»
reason-means = ИКТ — способ или средство
reason-inherited = надстраивает деяние: { $addresses }
conduct-spreading = распространение
conduct-calling = призывы или пропаганда
conduct-demanding = требование под угрозой
conduct-using-works = использование произведений
conduct-involving = вовлечение или склонение
conduct-deceiving = обман
conduct-disclosing = разглашение или собирание
conduct-insulting = оскорбление или клевета
defect-missing-space = пропущен пробел
defect-doubled-punctuation = удвоен знак
defect-mixed-alphabets = буквы двух алфавитов
defect-missing-bracket = нет скобки
defect-unnumbered-first-part = первая часть без номера
defect-unnumbered-part = часть без номера
defect-duplicate-number = номер повторён
defect-number-order = номер не по порядку
defect-numbering-restarts = нумерация начата заново
defect-unread-sanction = непрочитанные слова санкции
defect-second-sanction = вторая санкция
defect-misprint = опечатка
defect-stray-mark = лишний знак
defect-missing-unit = нет единицы измерения
defect-unclosed-quotation = кавычки не закрыты
defect-doubled-phrase = повторена фраза
loss-excluded = исключено
loss-reworded = изложено иначе
loss-article-excluded = статья исключена
agreement-same = тот же объём
agreement-theirs-wider = список шире, элемент только в { $detail }
agreement-theirs-narrower = список уже, элемент стоит в { $detail }
agreement-inherited = элемент унаследован
agreement-added-since = введено после списка ({ $detail })
agreement-changed-since = изменено после списка ({ $detail }), элемент может быть старше
agreement-overlooked = существовало, в списке нет
agreement-excluded = исключено
agreement-changed = изменено ({ $detail })
agreement-without-element = текст на месте, элемента ИКТ в нём нет
agreement-not-found = в этом тексте не найдено
verdict-both = В обоих
verdict-another-group = В другой группе
verdict-only-ours = Только Saralau
verdict-only-theirs = Только в списке
describe-basic = { $title }.
describe-qualified = { $title }: { $features }.
describe-extends = { $title } (на основе { $addresses }).
describe-ict = Элемент ИКТ: { $elements }.

### Два текста рядом.
aspect-unit = единица только в одном тексте
aspect-excluded = исключено только в одном тексте
aspect-offence = наказуемо только в одном тексте
aspect-punishment = наказание только в одном тексте
aspect-amount = размер
aspect-application = обязательно, по усмотрению или при условии
aspect-condition = условие
aspect-scope = к чему добавляется
aspect-qualifier = какое право
align-heading = { $earlier } | { $later }: статей { $articles }
align-counts = Равны по строению и наказаниям: { $equal }; изменены, как сообщают сноски: { $reported }; введены, как сообщают сноски: { $introduced }; различаются, хотя сноски об этом молчат: { $unreported }; только в одном тексте: { $absent }.
align-known = Различий без сноски: { $all }, из них в пакете как расхождения официальных текстов: { $known }.
align-earlier = только в первом тексте
align-later = только во втором тексте
align-on-one = к одной альтернативе
align-unknown = не оценено

### Ссылки.
cite-counts = Ссылок: { $all }; на положения { $provisions }, на главы и другие разделы { $divisions }, на акты { $acts }, на международные договоры { $treaties }.
annotated-kicker = ссылки текста
annotated-about = Ссылок: { $all }. Наведите на ссылку или перейдите к ней с клавиатуры, чтобы увидеть, куда она ведёт.
annotated-exists = есть
annotated-excluded = исключено
annotated-dead = такого положения нет
annotated-not-in-hand = текста нет
annotated-unresolved = не определить
library-added = { $act }, редакция от { $edition }, хранится в { $folder }
graph-counts = Статей и актов: { $nodes }, пар со ссылкой: { $edges }; внутри своей статьи { $inside }; никуда не ведут { $lost }.
graph-most-cited = Чаще всего ссылаются на (сколько других):
graph-most-citing = Больше всего ссылаются сами (на сколько других):
graph-lost = Никуда не ведут:
graph-picture = Кто на кого ссылается: статей и актов { $nodes }, пар { $edges }
cite-disputed = (в тексте { $told }; в реестре: { $known })
cite-own-act = этот акт
cite-exists = есть
cite-excluded = исключено
cite-dead = такого нет; ближайшее { $nearest }
cite-dead-alone = такого нет, как и ничего близкого
cite-noted = в этом тексте нет; названо лишь в сноске редактора
cite-misnamed = есть, как { $address }
cite-missing-article = статья не названа
cite-missing-act = акт по названию не определить
cite-missing-division = раздел без номера
cite-missing-annex = какое это приложение, не определить
cite-annexed = приложение, пункт { $point }
cite-not-in-hand = текста нет
cite-renumbered = теперь { $nearest }
cite-between = внутри диапазона
cite-excepted = изъято
audit-changed = изменено: { $acts }
audit-counts = Ссылок на акт в редакции от { $edition }: { $all }; есть { $there }, исключено { $excluded }, нет { $dead }, не определить { $other }. На другие акты и международные договоры: { $elsewhere }.
