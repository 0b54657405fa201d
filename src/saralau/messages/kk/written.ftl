# Күндер мен ақша сомалары адамға арналған түрінде.
day-written = { $year } жылғы { $day } { $month }
day-month-of-1 = қаңтардағы
day-month-of-2 = ақпандағы
day-month-of-3 = наурыздағы
day-month-of-4 = сәуірдегі
day-month-of-5 = мамырдағы
day-month-of-6 = маусымдағы
day-month-of-7 = шілдедегі
day-month-of-8 = тамыздағы
day-month-of-9 = қыркүйектегі
day-month-of-10 = қазандағы
day-month-of-11 = қарашадағы
day-month-of-12 = желтоқсандағы
sum-of-money = { $sum } { $currency }
currency-kzt = теңге
currency-eur = еуро
currency-gbp = фунт стерлинг
currency-rub = рубль
title-in = { $title } ({ $tongue })
title-of-day = { $title }, { $day }
web-edition-of = { $day } күнгі редакция
annex = { $number }-қосымша
annex-of = { $outer }-қосымшаға { $number }-қосымша
# Жетіспейтін қосымшаны орнату.
-with-extra = «{ $extra }» қосымшасын орнатыңыз: Saralau репозиторийінің клонында pip install ".[{ $extra }]" немесе пакеттер индексінен pip install "saralau[{ $extra }]"
