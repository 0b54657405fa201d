# Дни и суммы так, как их пишут люди.
day-written = { $day } { $month } { $year } г.
day-month-of-1 = января
day-month-of-2 = февраля
day-month-of-3 = марта
day-month-of-4 = апреля
day-month-of-5 = мая
day-month-of-6 = июня
day-month-of-7 = июля
day-month-of-8 = августа
day-month-of-9 = сентября
day-month-of-10 = октября
day-month-of-11 = ноября
day-month-of-12 = декабря
sum-of-money = { $sum } { $currency }
currency-kzt = тенге
currency-eur = евро
currency-gbp = фунтов стерлингов
currency-rub = рублей
title-in = { $title } ({ $tongue } язык)
title-of-day = { $title }, ред. от { $day }
web-edition-of = редакция от { $day }
annex = приложение { $number }
annex-of = приложение { $number } к приложению { $outer }
# Как установить недостающее дополнение.
-with-extra = установите дополнение «{ $extra }»: pip install ".[{ $extra }]" в клоне репозитория Saralau или pip install "saralau[{ $extra }]" из индекса пакетов
