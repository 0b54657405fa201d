# Days and sums as people write them.
day-written = { $day } { $month } { $year }
day-month-of-1 = January
day-month-of-2 = February
day-month-of-3 = March
day-month-of-4 = April
day-month-of-5 = May
day-month-of-6 = June
day-month-of-7 = July
day-month-of-8 = August
day-month-of-9 = September
day-month-of-10 = October
day-month-of-11 = November
day-month-of-12 = December
sum-of-money = { $sum } { $currency }
currency-kzt = tenge
currency-eur = euros
currency-gbp = pounds sterling
currency-rub = roubles
title-in = { $title } (in { $tongue })
title-of-day = { $title }, { $day }
web-edition-of = edition of { $day }
annex = annex { $number }
annex-of = annex { $number } to annex { $outer }
# How to install an extra that is not there.
-with-extra = install the extra “{ $extra }”: pip install ".[{ $extra }]" in a clone of Saralau, or pip install "saralau[{ $extra }]" from a package index
