# Rondes: de lijst, een nieuwe ronde, en de pagina van één ronde.

round-state-draft = Klaargezet
round-state-open = Open
round-state-closing = Sluit bijna
round-state-closed = Gesloten
round-state-archived = Opgeborgen
round-mode-anonymous = Anoniem
round-mode-open = Open, met naam
round-variant-full = Volledig
round-variant-pulse = Kort
round-variant-weakest = Kort, met { $names } volledig
round-results = Bekijk de uitkomst

round-list-title = Rondes
round-list-empty = Er is nog geen ronde. In een ronde geeft iedereen eerst zelf antwoord; daarna ziet u samen de uitkomst.
round-list-empty-viewer = Er is nog geen ronde. Een eigenaar of begeleider kan er een starten.
round-list-made = Gemaakt op { $day }
round-list-counts = { $joined ->
    [0] nog niemand doet mee
    [one] 1 deelnemer, { $finished } klaar
   *[other] { $joined } deelnemers, { $finished } klaar
}
round-new = Nieuwe ronde

round-new-title = Nieuwe ronde
round-new-intro = U kiest wat u vraagt en aan wie.
round-new-not-allowed = Alleen een eigenaar of begeleider kan een ronde starten. Vraag het aan een van hen.
round-new-back = Terug naar de organisatie
round-new-instrument = Vragenlijst
round-new-instrument-label = { $name }: { $items } vragen
round-new-variant = Hoeveel vragen?
round-new-variant-label = { $name }: { $items } vragen
round-new-variant-minutes = Kost ongeveer { $minutes } minuten per persoon.
round-new-period = Over welke periode gaat het?
round-new-already-prepared = Er staat al een ronde klaar voor deze periode.
round-new-already-prepared-go = Die nu openen?
round-new-already-open = Er is al een ronde open over deze periode.
round-new-already-open-go = Naar die ronde
round-new-horizons = Over welk moment?
round-new-horizons-one = Eén antwoord per vraag.
round-new-horizons-more = { $count } antwoorden per vraag. { $later ->
    [intended] U ziet dan ook waar u heen wilt.
   *[ahead] U ziet dan ook waar het heen gaat.
}
round-new-way = Wie vult in?
round-new-way-anonymous = Ieder op een telefoon, anoniem
round-new-way-anonymous-hint = Mensen doen mee met een code of QR-code. Niemand ziet wie wat antwoordde, ook u niet. We tonen alleen uitkomsten van vijf mensen of meer.
round-new-way-named = Ieder voor zich, met naam
round-new-way-named-hint = Mensen doen mee met een code of QR-code en geven een naam op. Antwoorden staan op naam. Dit past bij een klein team dat elkaar vertrouwt.
round-new-way-together = Ons team samen, op één formulier
round-new-way-together-hint = Collega's met een account vullen samen één keer in, met bewijs en notities erbij. Aan het eind levert iemand het in. Er is geen code.
round-new-mode-hint = Dit kan niet meer veranderen zodra de ronde open is.
round-new-version = Versie van de vragenlijst
round-new-version-other = U gebruikt versie { $version }. Een andere versie kiezen
round-new-version-newest = Versie { $version }, de nieuwste
round-new-version-older = Versie { $version }
round-new-version-since = Sinds versie { $version } bleven { $kept } vragen gelijk.
round-new-version-reworded = { $n ->
    [one] 1 vraag heeft andere woorden en blijft te vergelijken: { $topics }.
   *[other] { $n } vragen hebben andere woorden en blijven te vergelijken: { $topics }.
}
round-new-version-apart = { $n ->
    [one] 1 vraag is nieuw of zo anders dat u hem niet naast eerdere antwoorden kunt leggen: { $topics }.
   *[other] { $n } vragen zijn nieuw of zo anders dat u ze niet naast eerdere antwoorden kunt leggen: { $topics }.
}
round-new-version-gone = { $n ->
    [one] 1 vraag is weg: { $topics }.
   *[other] { $n } vragen zijn weg: { $topics }.
}
round-new-days = Later openen, een laatste dag, herinneren
round-new-opens = Op welke dag gaat de ronde open? (mag leeg)
round-new-opens-hint = De ronde gaat dan om 8 uur 's ochtends vanzelf open. Leeg: u opent hem zelf.
round-new-due = Tot en met welke dag kan men antwoorden? (mag leeg)
round-new-due-hint = Aan het eind van die dag sluit de ronde vanzelf. Later maken kan altijd nog.
round-new-due-hint-together = De ronde sluit niet vanzelf: hij sluit als iemand het formulier inlevert. Later maken kan altijd nog.
round-new-reminders = Wanneer herinneren?
round-new-reminders-hint = Dit werkt als er een laatste dag is.
round-new-reminders-days = { $days ->
    [0] Op de laatste dag zelf
    [1] Een dag ervoor
    [7] Een week ervoor
   *[other] { $days } dagen ervoor
}
round-new-plan = Ronde inplannen
round-new-fault-day = Kies een dag, of laat dit leeg
round-new-groups = Welke groepen doen mee? (mag leeg)
round-new-groups-hint-anonymous = Deelnemers kiezen hun groep. Een groep met minder dan vijf antwoorden tonen we niet apart; die antwoorden tellen wel mee in het geheel.
round-new-groups-hint-open = Deelnemers kiezen hun groep. U ziet elke groep dan ook apart.
round-new-expected = Hoeveel mensen verwacht u? (mag leeg)
round-new-expected-hint = Hiermee ziet u straks hoeveel er nog missen.
round-new-name = Naam van de ronde (mag leeg)
round-new-name-hint = Bijvoorbeeld 'Directiedag'. Laat u dit leeg, dan gebruiken we de vragenlijst en de periode.
round-new-few = Met minder dan 5 kunnen we niets tonen; kies dan open.
round-new-few-groups = { $groups } groepen met samen { $expected } mensen: waarschijnlijk blijft een groep kleiner dan vijf. Die groep tonen we dan niet apart.
round-new-submit = Ronde starten
round-new-draft = Eerst klaarzetten
round-new-draft-hint = Een klaargezette ronde krijgt pas een code als u hem opent.
round-new-fault-expected = Vul een heel getal in van 1 tot 100000, of laat dit leeg
round-new-fault-name = Maak de naam korter: hooguit 160 tekens
round-new-fault-period = Kies een periode uit de lijst
round-new-fault-horizons = Kies een moment uit de lijst

round-share-title = Deel deze ronde
round-share-intro = Deelnemers scannen de QR-code, of gaan naar het adres en vullen de code in.
round-share-code = Code
round-share-address = Adres
round-share-link = Link om te versturen
round-share-only-here = Dit adres werkt alleen op deze computer. Start de server met --lan, dan kunnen telefoons in de zaal erbij.
round-share-qr = QR-code die de vragenlijst opent op { $url }
round-share-big = Groot tonen
round-share-big-close = Terug naar de ronde
round-share-print = Afdrukken
round-share-sheet = Vel voor in de zaal, met de wifi
round-share-paper = Antwoordvellen op papier
round-share-venue = Kunnen telefoons deze laptop bereiken?
round-share-download = QR-code als plaatje
round-share-poster-scan = Scan met de camera van uw telefoon
round-share-poster-type = of ga naar
round-share-poster-code = en vul deze code in

round-counts-title = Stand
round-counts-joined = { $n ->
    [one] deelnemer
   *[other] deelnemers
}
round-counts-started = begonnen
round-counts-finished = klaar
round-counts-of = van { $expected } verwacht
round-counts-late = { $late ->
    [one] 1 antwoord kwam na het sluiten binnen. Het telt mee als u de ronde heropent.
   *[other] { $late } antwoorden kwamen na het sluiten binnen. Ze tellen mee als u de ronde heropent.
}
round-counts-few = Er doen nog geen vijf mensen mee. Bij een anonieme ronde tonen we pas iets vanaf vijf antwoorden per vraag.
round-counts-stale = Geen verbinding: deze stand is niet van nu. We proberen het steeds opnieuw.

round-next-title = Wat nu?
round-next-draft = Deze ronde staat klaar. Deelnemers kunnen meedoen zodra u hem opent.
round-next-open = De ronde is open. Sluit hem als iedereen klaar is; dan ziet u de hele uitkomst.
round-next-closing = De ronde sluit om { DATETIME($until, hour: "2-digit", minute: "2-digit") }. Tot dan sturen telefoons hun laatste antwoorden.
round-next-closed = De ronde is gesloten. De uitkomst staat vast.
round-next-closed-empty = De ronde is gesloten. Niemand heeft geantwoord, dus er is geen uitkomst.
round-next-archived = Deze ronde is opgeborgen. De uitkomst blijft te lezen.
round-next-viewer-open = De ronde is open. Er is iets te zien zodra de begeleider de uitkomst vrijgeeft.
round-open = Ronde openen
round-release = Uitkomst nu al vrijgeven
round-release-hint = De ronde blijft open. Deelnemers die nog bezig zijn, zien de uitkomst niet op hun telefoon.
round-released = De uitkomst is vrijgegeven.
round-close = Ronde sluiten
round-close-now = Nu meteen sluiten
round-reopen = Ronde heropenen
round-reopen-hint = Heropent u de ronde, dan komt er een nieuwe code. Wie al meedeed, kan gewoon verder.
round-archive = Opbergen
round-close-title = Deze ronde sluiten?
round-close-explain = Na het sluiten kan niemand meer antwoorden. De uitkomst wordt dan gemaakt en blijft zo.
round-close-unfinished = { $unfinished ->
    [one] 1 deelnemer is nog niet klaar. De gegeven antwoorden tellen wel mee.
   *[other] { $unfinished } deelnemers zijn nog niet klaar. Hun antwoorden tellen wel mee.
}
round-close-grace = Wanneer sluit de ronde?
round-close-grace-minutes = { $minutes ->
    [0] Meteen
   *[other] Over { $minutes } minuten
}
round-close-grace-hint = { $minutes ->
    [0] Antwoorden die nog onderweg zijn, tellen niet mee.
   *[other] Telefoons met slechte wifi kunnen nog versturen.
}
round-close-submit = Ja, ronde sluiten

round-facts-title = Over deze ronde
round-facts-instrument = Vragenlijst
round-facts-items = { $items } vragen
round-facts-period = Periode
round-facts-horizons = Moment
round-facts-mode = Antwoorden
round-facts-groups = Groepen
round-facts-no-groups = Geen: iedereen samen
round-facts-opened = Geopend
round-facts-closed = Gesloten
round-facts-when = { DATETIME($when, day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit") }
