# Het formulier dat een team samen invult: takenlijst, één vraag, nakijken en inleveren.

sheet-lead = U vult dit formulier samen in, over { $period }. Iedereen ziet wat een ander invult.
sheet-lead-due = U vult dit formulier samen in, over { $period }. Lever het in op of voor { $day }.
sheet-lead-over = Dit formulier gaat over { $period }. Er is nu niets in te vullen.
sheet-lead-draft = Dit formulier over { $period } staat klaar. Invullen kan zodra de ronde open is.
sheet-period-quarter = het { $quarter }e kwartaal van { $year }
sheet-part = Deel { $number }

sheet-coverage-items = { $done } van { $total } vragen beantwoord
sheet-go-begin = Beginnen
sheet-go-on = Verder waar u was
sheet-go-where = { $topic }
sheet-go-check = Antwoorden nakijken
sheet-go-read = Antwoorden bekijken
sheet-go-sign-off = Inleveren

sheet-standing-not-begun = Nog niet begonnen
sheet-standing-busy = Bezig
sheet-standing-done = Afgerond
sheet-standing-conflict = Twee antwoorden
sheet-standing-over-not-begun = Niet ingevuld
sheet-standing-over-busy = Deels ingevuld

sheet-here-now = { $n ->
    [one] { $names } is hier nu ook.
   *[other] { $names } zijn hier nu ook.
}
sheet-here-theme = { $n ->
    [one] { $names } werkt hier nu
   *[other] { $names } werken hier nu
}
sheet-here-item = { $n ->
    [one] { $names } werkt hier nu
   *[other] { $names } werken hier nu
}
sheet-here-question = { $n ->
    [one] { $names } kijkt nu ook naar deze vraag.
   *[other] { $names } kijken nu ook naar deze vraag.
}

sheet-list-title = Wat er te doen is
sheet-list-title-over = Alle vragen
sheet-theme-counts = { $done } van { $total } afgerond
sheet-theme-conflicts = { $n ->
    [one] 1 keer twee antwoorden
   *[other] { $n } keer twee antwoorden
}
sheet-row-mine = voor u
sheet-row-assigned = voor { $name }
sheet-row-evidence = met bewijs
sheet-filter-title = Welke vragen wilt u zien?
sheet-filter-all = Alle
sheet-filter-mine = Van mij
sheet-filter-open = Nog te doen
sheet-filter-open-over = Niet ingevuld
sheet-filter-conflicts = Twee antwoorden
sheet-filter-certainty-any = Maakt niet uit
sheet-filter-certainty-none = Nog niet gezegd
sheet-filter-certainty-gut = Gevoel
sheet-filter-certainty-estimate = Schatting
sheet-filter-certainty-measured = Gemeten
sheet-filter-certainty-audited = Gecontroleerd
sheet-empty-all = Alle vragen tonen
sheet-empty-mine = Er staat geen vraag op uw naam. Bij een vraag kunt u kiezen wie hem doet.
sheet-empty-conflicts = Nergens staan twee antwoorden. U bent het eens, of u hebt al gekozen.
sheet-empty-open = Alles is ingevuld.
sheet-empty-certainty = Geen vraag past bij deze keuze.

sheet-item-list = Alle vragen
sheet-item-where = { $theme }, vraag { $number } van { $total }
sheet-item-ways = Naar een andere vraag
sheet-item-previous = Vorige
sheet-item-next = Volgende
sheet-item-unknown = Deze vraag staat niet op dit formulier
sheet-item-unknown-why = Misschien is het adres niet goed overgenomen.

sheet-answer-none = Niet ingevuld
sheet-answer-taken-back = Antwoord gewist
sheet-answer-rating = { $rating }: { $words }
sheet-answer-nobody = Nog niet ingevuld
sheet-answer-by = Ingevuld door { $who }, { $when }
sheet-answer-by-now = Ingevuld door { $who }
sheet-who-you = u
sheet-who-gone = iemand die hier niet meer werkt

sheet-previous-title = Wat u zei in { $period }
sheet-previous-new = In { $period } is deze vraag niet gesteld, of niet ingevuld.
sheet-previous-same = Zelfde als in { $period }
sheet-previous-copied = Overgenomen uit { $period }.
sheet-previous-nothing = Er is geen antwoord om over te nemen.

sheet-key-title = Sneller met het toetsenbord
sheet-key-to = tot
sheet-key-step = een stap kiezen
sheet-key-unknown = weet ik niet
sheet-key-same = zelfde als de vorige keer
sheet-key-enter = verder
sheet-key-arrows = vorige en volgende vraag
sheet-key-switch = Losse toetsen gebruiken
sheet-key-hint = De toetsen doen niets terwijl u typt.

sheet-conflict-title = Twee antwoorden op deze vraag
sheet-conflict-why = Twee mensen antwoordden, zonder elkaars antwoord te zien. Kies welk antwoord blijft. Het andere blijft in de geschiedenis staan.
sheet-conflict-mine = Uw antwoord
sheet-conflict-of = Antwoord van { $name }
sheet-conflict-keep-mine = Mijn antwoord houden
sheet-conflict-keep-of = Antwoord van { $name } houden
sheet-conflict-talk = Eerst overleggen
sheet-conflict-talking = Goed. Beide antwoorden blijven staan. U vindt deze vraag terug onder ‘Twee antwoorden’. Inleveren kan pas als u hebt gekozen.
sheet-conflict-go = Bekijk beide antwoorden
sheet-work-conflict-title = Iemand anders schreef hier ook
sheet-work-conflict-mine = Uw tekst
sheet-work-conflict-theirs = De tekst van een collega
sheet-work-conflict-window = Uw tekst uit een ander venster
sheet-work-conflict-empty = (leeg)
sheet-work-conflict-keep-mine = Mijn tekst houden
sheet-work-conflict-keep-theirs = De andere houden

sheet-beside-title = Waar komt het antwoord vandaan?
sheet-certainty-title = Hoe zeker is dit?
sheet-certainty-said = Zekerheid: { $words }
sheet-certainty-hint = Dit telt niet mee in een score.
sheet-certainty-none = Nog niet gezegd
sheet-certainty-gut = Gevoel
sheet-certainty-gut-hint = Zo ervaren wij het
sheet-certainty-estimate = Schatting
sheet-certainty-estimate-hint = Op basis van wat we weten
sheet-certainty-measured = Gemeten
sheet-certainty-measured-hint = Er zijn cijfers
sheet-certainty-audited = Gecontroleerd
sheet-certainty-audited-hint = Iemand van buiten keek mee
sheet-note-label = Toelichting
sheet-note-hint = Waar baseert u dit op?
sheet-link-label = Link
sheet-link-fault = Dit is geen webadres. Schrijf het als https://voorbeeld.nl. Het staat nog op dit apparaat.
sheet-nothing = Niets
sheet-assign-label = Wie doet deze vraag?
sheet-assign-nobody = Nog niemand
sheet-assign-me = { $name } (u)

sheet-files-title = Bestanden
sheet-files-none = Nog geen bestanden.
sheet-file-add = Bestand toevoegen
sheet-file-hint = Tot 5 MB per bestand: PDF, PNG, JPEG, WebP, Word, Excel, PowerPoint, OpenDocument, platte tekst of CSV.
sheet-file-about = { $size }, van { $who }, { $when }
sheet-file-megabytes = { $size } MB
sheet-file-kilobytes = { $size } kB
sheet-file-sending = { $name } wordt verstuurd
sheet-file-percent = { $percent } %
sheet-file-too-large = Dit bestand is groter dan 5 MB. Maak het kleiner, of zet een link.
sheet-file-failed = Versturen is niet gelukt.
sheet-file-forget = Laat maar
sheet-file-remove = Weghalen
sheet-file-remove-named = { $name } weghalen
sheet-file-remove-sure = Dit bestand weghalen?
sheet-file-remove-yes = Ja, weghalen
sheet-facts-title = Uit uw VSME-rapport
sheet-facts-hint = Dit staat al in uw rapport. Het antwoord kiest u zelf.

sheet-draft-waiting = Wordt bewaard
sheet-draft-offline = Staat op dit apparaat
sheet-draft-page-only = Staat alleen in dit venster
sheet-draft-refused = Niet aangenomen. Het staat nog op dit apparaat.
sheet-draft-saved = Bewaard
sheet-status-well-again = Alles is bewaard.
sheet-status-away = Geen verbinding met de server. U kunt gewoon doorgaan: wat u invult, blijft op dit apparaat en gaat later vanzelf.
sheet-status-offline = { $n ->
    [one] Geen verbinding met de server. U kunt gewoon doorgaan. Eén wijziging staat op dit apparaat en gaat later vanzelf.
   *[other] Geen verbinding met de server. U kunt gewoon doorgaan. { $n } wijzigingen staan op dit apparaat en gaan later vanzelf.
}
sheet-status-page-only = { $n ->
    [one] Geen verbinding met de server, en dit apparaat kan niets bewaren. Houd dit venster open: één wijziging is nog niet ontvangen.
   *[other] Geen verbinding met de server, en dit apparaat kan niets bewaren. Houd dit venster open: { $n } wijzigingen zijn nog niet ontvangen.
}
sheet-status-refused = { $n ->
    [one] Eén wijziging is niet aangenomen. Hij staat nog op dit apparaat.
   *[other] { $n } wijzigingen zijn niet aangenomen. Ze staan nog op dit apparaat.
}
sheet-status-late = { $n ->
    [one] Eén antwoord kwam na het inleveren. Het telt mee als de ronde weer opengaat.
   *[other] { $n } antwoorden kwamen na het inleveren. Ze tellen mee als de ronde weer opengaat.
}
sheet-unsent-question = { $topic }, { $part }
sheet-unsent-part-answer = antwoord
sheet-unsent-part-note = toelichting
sheet-unsent-part-link = link
sheet-unsent-part-certainty = zekerheid
sheet-unsent-part-assignedTo = wie de vraag doet
sheet-unsent-link = Dit is geen webadres. Verbeter het of maak het veld leeg.
sheet-unsent-refused = De server neemt dit niet aan. Verander het.
sheet-unsent-conflict = Hier staan twee versies. Kies welke blijft.
sheet-unsent-offline = Dit gaat vanzelf zodra er verbinding is.

sheet-check-title = Kijk de antwoorden na
sheet-check-all-well = Alles is ingevuld, en er valt niets op.
sheet-check-empty = { $n ->
    [0] Elke vraag heeft een antwoord.
    [one] Eén vraag is nog niet ingevuld.
   *[other] { $n } vragen zijn nog niet ingevuld.
}
sheet-check-remarks = { $n ->
    [0] Verder valt er niets op.
    [one] Bij één vraag valt iets op.
   *[other] Bij { $n } vragen valt iets op.
}
sheet-remark-conflict = Hier staan twee antwoorden. Kies welk antwoord blijft.
sheet-remark-half = Het ene moment is ingevuld, het andere niet.
sheet-remark-not-everywhere = Op het ene moment staat ‘Niet van toepassing’, op het andere niet. Klopt dat?
sheet-remark-no-reason = ‘Niet van toepassing’, maar zonder reden.
sheet-remark-sure-of-nothing = Gemeten of gecontroleerd, maar er is geen stap gekozen.
sheet-remark-no-evidence = Gemeten of gecontroleerd, maar zonder toelichting, link of bestand.

sheet-sign-off-title = U levert nu definitief in
sheet-sign-off-done = Ingeleverd
sheet-sign-off-back = Antwoorden nakijken
sheet-sign-off-lead = De ronde sluit, en de uitkomst wordt gemaakt. Daarna kan niemand nog iets invullen, tenzij u de ronde heropent.
sheet-sign-off-answered = van { $asked } antwoorden ingevuld
sheet-sign-off-open = { $n ->
    [one] nog leeg. Leeg is geen nul: het telt niet mee.
   *[other] nog leeg. Leeg is geen nul: ze tellen niet mee.
}
sheet-sign-off-conflicts-go = Naar die vragen
sheet-sign-off-conflicts = { $n ->
    [one] Op één plek staan nog twee antwoorden. Kies eerst welk antwoord blijft.
   *[other] Op { $n } plekken staan nog twee antwoorden. Kies eerst welke antwoorden blijven.
}
sheet-sign-off-who = Wie ziet daarna wat?
sheet-destination-organisation = Wie in deze organisatie werkt ({ $names }), ziet de uitkomst en alle antwoorden met naam.
sheet-destination-consultants = { $n ->
    [one] Uw begeleider ({ $names }) ziet de uitkomst en alle antwoorden met naam.
   *[other] Uw begeleiders ({ $names }) zien de uitkomst en alle antwoorden met naam.
}
sheet-sign-off-agree = Zet een vinkje bij elke zin, of lever nog niet in
sheet-sign-off-unsent = { $n ->
    [one] Inleveren kan nog niet: één wijziging staat alleen op dit apparaat
   *[other] Inleveren kan nog niet: { $n } wijzigingen staan alleen op dit apparaat
}
sheet-sign-off-submit = Definitief inleveren
sheet-sign-off-not-allowed = Inleveren doet een eigenaar of begeleider. Zeg het als alles is ingevuld.
sheet-sign-off-not-open = Deze ronde is niet open. Er valt nu niets in te leveren.
sheet-signed = Ingeleverd door { $who }, { $when }.
sheet-signed-closed = De antwoorden staan vast.
sheet-signed-result = Bekijk de uitkomst

sheet-round-fill-in = Formulier invullen
sheet-round-read = Formulier bekijken
sheet-round-sign-off = Inleveren
sheet-round-open-explain = Een team vult samen één formulier in. Er is geen code nodig: wie in deze organisatie meewerkt, kan erbij.
sheet-round-over-explain = Een team vulde samen één formulier in.
sheet-round-draft-explain = Dit formulier staat klaar. Het team kan invullen zodra u de ronde opent.
sheet-round-draft-planned = Dit formulier staat klaar. Het gaat vanzelf open op { $day }.
sheet-round-next-open = De ronde is open. Lever het formulier in als alles is ingevuld; dan ziet u de uitkomst.
sheet-round-next-viewer = De ronde is open. Er is iets te zien zodra het formulier is ingeleverd.
sheet-round-reopen-hint = Heropent u de ronde, dan kan het team weer invullen en moet u opnieuw inleveren.
sheet-round-planned = Gaat open
sheet-round-due = Inleveren uiterlijk
sheet-round-answering = Samen, op één formulier
