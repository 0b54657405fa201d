### Пәрмен жолының сөздері.
step-read = файлды оқу
step-parse = құрылымын табу
step-offences = құрамдарды оқу
step-classify = топтарға бөлу
report-summary = { $edition ->
    [unknown] Редакциясы белгісіз
   *[other] { $edition } редакциясы
}: { $articles } бап, { $offences } құрам. Өз сөздері бойынша киберқылмыс нормалары: { $own } (I: { $first }, II: { $second }, III: { $third }); мұралану бойынша: { $inherited }. Туыстас құрамдарда АКТ белгісі бар, өзінде жоқ құрамдар: { $gaps }.
ledger-balanced = Көрінетін { $total } таңбаның әрқайсысы дәл бір рет саналған; бірлігі мәтінде жоғы: { $orphans }; мәтін ақаулары: { $defects }.
ledger-unbalanced = { $total } таңбаның есебі түгел емес; орны табылмағаны: { $orphans }; ақаулар: { $defects }. Осы файл туралы хабарлауыңызды сұраймыз.
basis-line = saralau { $version }; акт: { $act }; редакциясы: { $edition ->
    [unknown] белгісіз
   *[other] { $edition }
}; файл: { $source }, sha256 { $sha256 }; жалпы бөлік: { $general_part }.
group-heading = { $group } тобы: өз сөздері бойынша { $count }, мұралану бойынша { $inherited }
group-inherited = мұралану бойынша
agreement-heading = Сәйкестік: екеуінде де { $both }, басқа топ { $another }, тек Saralau { $ours }, тек тізім { $theirs }
running-heads = Әр бетте қайталанатындықтан алынбады: { $heads }
language-unverified = { $name } тілінің грамматикасы тексерілмеген: ол тілдегі кодекстің ресми мәтіні болған жоқ. Нәтижені мәтінмен салыстырыңыз.
