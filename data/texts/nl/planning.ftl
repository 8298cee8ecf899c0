# Rounds in time. The server reads this part too: the title of a round that a rhythm prepares.
planning-round-title = { $name }, { $quarter }e kwartaal { $year }

planning-title = Planning
planning-intro = Met een ritme gaan uw rondes vanzelf open en weet iedereen wanneer er iets van hem wordt gevraagd.
planning-intro-viewer = Hier ziet u welke rondes er komen. Een eigenaar of begeleider plant ze in.
planning-zone = Alle dagen zijn dagen in Nederland. Rondes gaan om 8 uur 's ochtends open en duren tot het eind van hun laatste dag.
planning-quarters = De komende vier kwartalen
planning-open = Nu open
planning-others = Andere rondes
planning-state-ahead = Gepland
planning-state-prepared = Klaargezet
planning-state-late = Wacht op openen
planning-state-open = Open
planning-state-overdue = Over de laatste dag
planning-state-closing = Sluit bijna
planning-state-closed = Gesloten
planning-state-archived = Opgeborgen
planning-state-passed = Niet gehouden
planning-state-unplanned = Niets gepland
planning-asks-full = Alle { $items } vragen
planning-asks-pulse = De korte set: { $items } vragen
planning-asks-weakest = De korte set, met { $names } volledig: { $items } vragen
planning-asks-weakest-unsaid = De korte set, met de twee laagste waarden volledig: { $items } vragen
planning-asks-weakest-unknown = De korte set: { $items } vragen. Na de eerste uitkomst komen daar de twee laagste waarden volledig bij.
planning-asks-other = { $items } vragen
planning-asks-may-change = Komt er voor het openen een nieuwe uitkomst, dan kiezen we de twee laagste waarden opnieuw.
planning-list-together = één formulier van uw team
planning-together = Uw team vult samen één formulier in.
planning-opens = Gaat open op { $day }
planning-opened = Open sinds { $day }
planning-opens-not = Gaat niet vanzelf open
planning-due = Tot en met { $day }
planning-due-none = Zonder laatste dag
planning-came = { $joined ->
    [0] Er doet nog niemand mee
    [one] Er doet één persoon mee
   *[other] Er doen { $joined } mensen mee
}{ $expected ->
    [0] .
   *[other] { " " }van de { $expected } die u verwacht.
}
planning-remind-now = Het is tijd om te herinneren.
planning-late = De dag is er, maar de server is nog niet zeker van zijn klok. Open de ronde zelf, of wacht een dag.
planning-late-over = De dagen van deze ronde zijn voorbij. Kies andere dagen, of open de ronde zelf.
planning-overdue-together = De laatste dag is voorbij. De ronde blijft open tot iemand het formulier inlevert.
planning-overdue-each = De laatste dag is voorbij. De ronde sluit zo vanzelf.
planning-passed = De dag van openen was al voorbij toen u dit ritme koos. U kunt zelf een ronde starten.
planning-days = Andere dagen
planning-days-of = Andere dagen: { $name }
planning-days-title = Andere dagen
planning-days-opens = Op welke dag gaat de ronde open? (mag leeg)
planning-days-opens-hint = Leeg: de ronde gaat niet vanzelf open.
planning-days-due = Tot en met welke dag? (mag leeg)
planning-days-due-hint = Leeg: de ronde heeft geen laatste dag.
planning-days-save = Dagen bewaren
planning-open-now = Nu openen
planning-open-now-of = Nu openen: { $name }
planning-close = Sluiten
planning-close-of = Sluiten: { $name }
planning-close-title = Deze ronde sluiten?
planning-close-explain = Daarna kan niemand meer antwoorden, en maken we de uitkomst. Telefoons leveren nog twee minuten af. U kunt de ronde later weer openen.
planning-close-sure = Ja, sluit de ronde
planning-sign-off = Inleveren
planning-sign-off-of = Inleveren: { $name }
planning-single = Eén ronde inplannen
planning-start = Zelf een ronde starten

planning-rhythm = Ritme
planning-rhythm-none = Er is nog geen ritme. Kies één keer hoe vaak en wat u vraagt; daarna zetten we elke ronde vanzelf klaar.
planning-rhythm-set = Ritme kiezen
planning-rhythm-change = Ritme veranderen
planning-rhythm-end = Ritme stoppen
planning-rhythm-end-title = Dit ritme stoppen?
planning-rhythm-end-explain = Er worden geen nieuwe rondes meer klaargezet. Wat al klaarstaat blijft, en gaat niet meer vanzelf open. Open rondes gaan gewoon door.
planning-rhythm-end-sure = Ja, stop het ritme
planning-rhythm-saved = Bewaard.
planning-rhythm-ended = Het ritme is gestopt.
planning-rhythm-usual = Elk kwartaal: { $usual ->
    [full] alle vragen
    [weakest] de korte set met de twee laagste waarden volledig
   *[pulse] de korte set
}.
planning-rhythm-full = In het { $quarter }e kwartaal: alle vragen.
planning-rhythm-who = { $way ->
    [anonymous] Ieder vult het op een telefoon in, anoniem.
    [named] Ieder vult het voor zich in, met naam.
   *[together] Uw team vult het samen in, op één formulier.
}
planning-rhythm-mail = { $n ->
    [0] Niemand krijgt een herinnering.
   *[other] Herinneringen gaan per e-mail: { $days }.
}
planning-rhythm-no-mail = Deze installatie verstuurt geen e-mail. Hier en op de eerste pagina staat wanneer het tijd is om te herinneren.
planning-rhythm-mail-who = { $way ->
    [together] Ze gaan naar iedereen die in het formulier mag schrijven.
   *[other] Ze gaan naar eigenaren en begeleiders; die herinneren de anderen. We weten niet wie er op een telefoon meedoet.
}

planning-form-instrument = Vragenlijst
planning-form-usual = Wat vraagt u elk kwartaal?
planning-form-usual-pulse = De korte set: { $items } vragen
planning-form-usual-weakest = De korte set, met de twee laagste waarden volledig
planning-form-usual-weakest-hint = We kiezen ze uit de nieuwste uitkomst die iedereen hier mag lezen. Bij het openen kijken we nog een keer.
planning-form-usual-full = Alle { $items } vragen
planning-form-full = Eén keer per jaar alle vragen?
planning-form-full-none = Nee
planning-form-full-quarter = Ja, in het { $quarter }e kwartaal
planning-form-opens = Wanneer gaat een ronde open?
planning-form-opens-days = Aantal dagen
planning-form-opens-when = Voor of na
planning-form-opens-before-start = dagen voor het begin van het kwartaal
planning-form-opens-after-start = dagen na het begin van het kwartaal
planning-form-opens-before-end = dagen voor het einde van het kwartaal
planning-form-opens-after-end = dagen na het einde van het kwartaal
planning-form-open-days = Hoeveel dagen blijft een ronde open?
planning-form-open-days-hint = Van 1 tot 60 dagen. Bij een open ronde kunt u de laatste dag altijd later maken.
planning-form-example = { $period }: open vanaf { $opens }, tot en met { $due }.
planning-form-passed = Die dag is al voorbij voor het { $period }. Het ritme begint met het { $next }.
planning-form-save = Ritme bewaren
planning-form-fault-opens = Vul een heel getal in van 0 tot 92
planning-form-fault-open-days = Vul een heel getal in van 1 tot 60
planning-form-meanwhile = Iemand anders veranderde het ritme net. Bewaart u nog een keer, dan geldt wat u hier koos.
planning-form-goes-along = Rondes die al klaarstaan gaan mee, behalve dagen die u daar zelf koos.

planning-now-open = Doorgaan
planning-now-go-sheet = Verder invullen
planning-now-go-round = Naar de ronde
planning-now-due = Tot en met { $day }
planning-now-due-past = De laatste dag was { $day }
planning-now-next = Volgende ronde: { $period }, vanaf { $day }
planning-now-latest = Laatste uitkomst
planning-now-latest-go = Bekijk de uitkomst
planning-now-planning = Planning
planning-links-title = Terugkijken en verder
planning-links-planning = Planning
planning-links-planning-about = Welke rondes er komen, en het ritme
planning-links-trend = Van ronde tot ronde
planning-links-trend-about = Wat er veranderde, en wat u wilt bereiken
planning-links-reflections = Gesprekken over de uitkomst
planning-links-reflections-about = De zeven vragen, en wat eruit kwam
planning-links-agreements = Afspraken
planning-links-agreements-about = Wat u doet, wie ervoor zorgt, en of het hielp
planning-links-network = Het netwerk buiten
planning-links-network-about = Met wie u waarde deelt, en het experiment van dit kwartaal
