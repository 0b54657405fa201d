# Актілер кітапханасы: оның каталогы және онымен не болуы мүмкін.
search-absent = Кітапхана жүргізіп, одан іздеу үшін { -with-extra(extra: "search") }
postgres-absent = Каталогты серверде сақтау үшін { -with-extra(extra: "postgres") }
database-url = SARALAU_DATABASE_URL мәні PostgreSQL серверінің мекенжайы емес; мысалы, postgresql+psycopg://user@host/saralau деп көрсетіңіз
database-failed = SARALAU_DATABASE_URL көрсеткен сервер тиісінше жауап бермейді ({ $why }); оның жұмыс істеп тұрғанын және сізді кіргізетінін тексеріңіз
library-absent = { $name }: мұнда каталогы бар кітапхана жоқ; актілерді saralau add арқылы қосыңыз, ал мәтіндер болса, saralau doctor --repair орындаңыз
library-busy = { $name }: бұл кітапханаға { $process } процесі жазып жатыр; ол аяқталғанша күтіңіз
library-disk-full = { $name }: диск толды; орын босатып, сол команданы қайта орындаңыз, бұрын қосылғандар сақталған
catalogue-broken = { $name }: каталог бүлінген ({ $why }); saralau doctor --repair орындаңыз, ол мәтіндер бойынша жаңадан жасалады
catalogue-refused = { $name }: каталогты пайдалану мүмкін емес ({ $why }); қалтаны кім оқып, кім жаза алатынын тексеріңіз
catalogue-newer = { $name }: бұл каталогты Saralau-дың жаңарақ нұсқасы жасаған ({ $version } схемасы); соны орнатыңыз
catalogue-older = { $name }: бұл каталогты Saralau-дың ескірек нұсқасы жасаған; saralau doctor --repair командасын бір рет орындаңыз, сонда ол жаңартылады
library-sound = { $folder }: бұл кітапхана түгел дұрыс
library-mended = { $n ->
    [one] Жоғарыда аталған { $n } ақау жөнделді; бүлінгені broken/ ішінде жатыр.
   *[other] Жоғарыда аталған { $n } ақау жөнделді; бүлінгені broken/ ішінде жатыр.
}
ailment-catalogue-absent = { $path }: мәтіндер бар, бірақ каталог жоқ
ailment-catalogue-broken = { $path }: каталог бүлінген: { $why }
ailment-catalogue-older = { $path }: каталогты Saralau-дың ескірек нұсқасы жасаған
ailment-stray = { $path }: жазу кезінде үзілген процестен қалған
ailment-record-broken = { $path }: бұл жазба бүлінген: { $why }
ailment-record-absent = { $path }: бұл мәтіннің жазбасы жоғалған; каталогта мәтін бар
ailment-text-broken = { $path }: мәтін қосылған мәтін емес
ailment-text-absent = { $path }: бұл жазбаның мәтіні жоқ
ailment-text-unknown = { $path }: бұл қандай мәтін екенін ештеңе көрсетпейді
ailment-row-absent = { $path }: бұл мәтін каталогта жоқ
ailment-row-alone = { $path }: каталогта көрсетілген мәтін жоқ
ailment-row-differs = { $path }: каталогта бұл жазбадан басқаша айтылған
ailment-index-absent = { $path }: каталог бойынша толық көрсеткіш жоқ
