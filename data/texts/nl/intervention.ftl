# Afspraken: voorstellen (vraag 6), verwachting (vraag 7), bord, terugkijken en "heeft het geholpen?".

intervention-untitled = Voorstel zonder titel
intervention-nothing = Nog niets
intervention-unsaid = Nog niet gezegd
intervention-line = { $label }, regel { $number }

# Staten
intervention-state-proposed = Voorstel
intervention-state-agreed = Afgesproken
intervention-state-running = Loopt
intervention-state-reviewed = Teruggekeken
intervention-state-stopped = Gestopt
intervention-to-proposed = Weer een voorstel
intervention-to-agreed = Dit spreken we af
intervention-to-running = We zijn begonnen
intervention-to-stopped = Stoppen
intervention-mend = Vul dit aan
intervention-move = Verplaatsen
intervention-moved = { $title } staat nu bij: { $state }

# Vraag 6: voorstellen
intervention-proposals = Voorstellen
intervention-proposals-none = Er is nog geen voorstel. Eén tot drie is genoeg: klein, veilig om te proberen, met een naam en een datum.
intervention-new = Nieuw voorstel
intervention-conditions = Voorwaarden uit vraag 5
intervention-conditions-none = Er zijn nog geen voorwaarden.
intervention-conditions-go = Ga naar vraag 5
intervention-ideas = Ideeën van de groep ({ $n })
intervention-idea-take = Maak er een voorstel van
intervention-dots = { $n ->
    [one] 1 stip
   *[other] { $n } stippen
}
intervention-cards-more = En nog { $n }.
intervention-notes = Wat de groep hierover schreef ({ $n })
intervention-title = Titel
intervention-title-hint = Een paar woorden, zoals u er samen over praat
intervention-driver = Waarom doen we dit?
intervention-driver-hint = Wat er speelt, wat dat doet en wat er nodig is
intervention-driver-found = Dit schreef u bij vraag 1:
intervention-driver-take = Neem dit over
intervention-agreement = Wat spreken we af?
intervention-agreement-hint = Wie doet wat, hoe vaak of tot wanneer
intervention-owner = Wie zorgt ervoor?
intervention-owner-hint = Eén naam, ook als velen meedoen
intervention-owner-room = De zaal
intervention-domain = Waar gaat die persoon over?
intervention-domain-hint = Wat hij of zij zelf mag beslissen
intervention-first-step = Wat is de eerste stap?
intervention-first-step-hint = Iets dat deze of volgende week kan
intervention-criteria = Waaraan zien we straks of het werkt?
intervention-criteria-hint = Eén ding per regel
intervention-starts-on = Vanaf wanneer?
intervention-starts-on-hint = Mag leeg
intervention-review-on = Wanneer kijken we terug?
intervention-review-on-hint = Een kwartaal is vaak een goede maat
intervention-review-quarter = Neem { $day }
intervention-ups = Wat maakt dit sterker? (mag leeg)

intervention-impact = Hoe groot is de invloed?
intervention-support = Steun: wie staat waar? ({ $n ->
    [0] nog niets gezegd
    [one] 1 groep gezegd
   *[other] { $n } groepen gezegd
})
intervention-support-hint = Zeg alleen wat u weet. Wat u niet weet, blijft leeg.
intervention-potential = Wat hebben we om het te doen? ({ $n ->
    [0] nog niets gezegd
   *[other] { $n } van 8 gezegd
})
intervention-potential-0 = Niet
intervention-potential-1 = Weinig
intervention-potential-2 = Een beetje
intervention-potential-3 = Genoeg
intervention-potential-4 = Ruim

intervention-field-title = Titel
intervention-field-driver = Waarom
intervention-field-agreement = Wat we afspreken
intervention-field-domain = Waar die persoon over gaat
intervention-field-owner = Wie ervoor zorgt
intervention-field-firstStep = Eerste stap
intervention-field-criteria = Waaraan we zien of het werkt
intervention-field-startsOn = Vanaf
intervention-field-reviewOn = Terugkijken op
intervention-field-ups = Wat dit sterker maakt
intervention-field-impact = Invloed
intervention-field-support = Steun
intervention-field-potential = Wat er is om het te doen

intervention-remove = Voorstel weggooien
intervention-remove-title = Dit voorstel weggooien?
intervention-remove-what = { $title } verdwijnt voor iedereen. Dit kan niet terug.

# Waar de woorden nu staan
intervention-draft-saved = Alles is bewaard.
intervention-draft-waiting = Bezig met bewaren.
intervention-draft-offline = Geen verbinding. Uw tekst staat op dit apparaat en gaat vanzelf mee zodra het kan.
intervention-draft-page-only = Geen verbinding, en dit apparaat bewaart niets. Laat deze pagina open tot er verbinding is.
intervention-draft-conflict = Er zijn twee versies. Kies hierboven wat blijft.
intervention-draft-refused = Nog alleen op dit apparaat. { $why }
intervention-unsaved-first = Uw tekst is nog niet bewaard. Los dat eerst op, dan kunt u verder.

intervention-conflict-title = Er zijn twee versies
intervention-conflict-why = Iemand anders schreef intussen ook in dit voorstel. Kies per deel wat blijft. Tot die tijd gaat er niets weg.
intervention-conflict-here = In een ander venster op dit apparaat staat een andere tekst. Kies per deel wat blijft.
intervention-conflict-deleted = Iemand heeft dit voorstel intussen weggegooid. Uw tekst staat nog op dit apparaat.
intervention-conflict-mine = Uw versie
intervention-conflict-theirs = De andere versie
intervention-conflict-save = Zo bewaren
intervention-conflict-keep = Mijn tekst toch bewaren
intervention-conflict-let-go = Mijn tekst ook weggooien
intervention-conflict-keep-mine = Mijn versie houden
intervention-conflict-keep-theirs = De andere versie nemen

# Bezwaren
intervention-consent-title = Heeft iemand een bezwaar?
intervention-consent-none-hint = Iedereen zegt: geen bezwaar, een zorg, of een bezwaar met uitleg. Het hoeft niet perfect te zijn: goed genoeg voor nu, en veilig om te proberen.
intervention-consent-open-hint = De ronde is open. Wat mensen schrijven, ziet u als de ronde gesloten is. Er staat geen naam bij.
intervention-consent-closed-hint = De ronde is gesloten. Er staat geen naam bij wat mensen schreven.
intervention-consent-start = Vraag het aan iedereen
intervention-consent-close = Sluit de ronde
intervention-consent-again = Vraag het nog eens
intervention-consent-answered = { $n ->
    [0] Nog niemand heeft geantwoord.
    [one] 1 persoon heeft geantwoord.
   *[other] { $n } mensen hebben geantwoord.
}
intervention-consent-outcome = { $none ->
    [0] Niemand zei: geen bezwaar
    [one] 1 keer geen bezwaar
   *[other] { $none } keer geen bezwaar
}, { $objections ->
    [0] geen enkel bezwaar
    [one] 1 bezwaar
   *[other] { $objections } bezwaren
}, { $concerns ->
    [0] geen zorgen
    [one] 1 zorg
   *[other] { $concerns } zorgen
}.
intervention-stance = Wat zegt u zelf?
intervention-stance-no-objection = Geen bezwaar
intervention-stance-concern = Ik heb een zorg
intervention-stance-objection = Ik heb een bezwaar
intervention-stance-text-concern = Wat is uw zorg?
intervention-stance-text-objection = Wat gaat er mis als we dit doen?
intervention-stance-unnamed = De groep leest dit zonder uw naam.
intervention-stance-choose = Kies eerst een antwoord.
intervention-stance-send = Geef antwoord
intervention-stance-again = Verander mijn antwoord
intervention-stance-sent = Uw antwoord is bewaard.
intervention-voice-objection = Bezwaar:
intervention-voice-concern = Zorg:
intervention-voice-stands = Dit staat nog open.
intervention-voice-integrated = Het zit nu in het voorstel
intervention-voice-withdrawn = Het bezwaar is weg
intervention-voice-criterion = Maak er iets van waar we op letten
intervention-voice-integrated-done = Verwerkt in het voorstel
intervention-voice-withdrawn-done = Teruggenomen
intervention-voice-criterion-done = Hier letten we op bij het terugkijken
intervention-voice-undo = Toch niet

# Het script
intervention-script-title = In welke volgorde?
intervention-script-hint = Deze volgorde volgt uit invloed, steun en wat u in huis hebt.
intervention-move-agree = Afspreken en plannen
intervention-move-do = Gewoon doen
intervention-move-free = Eerst ruimte maken
intervention-move-dialogue = Eerst in gesprek
intervention-move-park = Even laten liggen
intervention-move-unknown = Nog geen plek
intervention-why-impact = { $size ->
    [high] grote invloed
   *[low] kleine invloed
}
intervention-why-support = { $size ->
    [high] veel steun
   *[low] weinig steun
}
intervention-why-potential = { $size ->
    [high] genoeg in huis
   *[low] te weinig in huis
}
intervention-why = Want: { $why }. { $next }
intervention-then-agree = Spreek het af, plan het, en kijk over een kwartaal terug.
intervention-then-do = Daar hoeft niemand op te wachten.
intervention-then-free = Maak eerst tijd, geld of kennis vrij.
intervention-then-dialogue = Praat eerst, en doe een kleine proef die terug kan.
intervention-then-park = Besteed uw tijd nu aan iets anders.
intervention-missing-impact = Zeg eerst hoe groot de invloed is.
intervention-missing-support = Zeg eerst wie waar staat.
intervention-missing-potential = Zeg eerst wat u in huis hebt.

# Terug van vraag 7
intervention-focus-title = Het gaat nu om { $capital }
intervention-focus-why = Bij vraag 7 zei een controle 'nee'. Wat helpt { $capital } vooruit, of voorkomt dat het inlevert?
intervention-focus-touches = { $direction ->
    [down] gaat volgens u omlaag
   *[up] gaat volgens u omhoog
}
intervention-focus-new = Nieuw voorstel voor { $capital }

# Vraag 7: verwachting
intervention-effects-title = Wat doet elke afspraak?
intervention-effects-hint = Loop alle waarden langs. Weet u het niet, laat het dan leeg.
intervention-effects-none = Er is nog geen voorstel om naar te kijken. Maak eerst een voorstel bij vraag 6.
intervention-effects-to-six = Ga naar vraag 6
intervention-effects-no-figures = Er zijn hier geen cijfers om mee te rekenen. Praat er samen over: wat gaat omhoog, wat gaat omlaag, en voor wie?
intervention-effects-no-balance = Bij deze vragenlijst hoort geen balans om mee te rekenen. Praat er samen over: wat gaat omhoog, wat gaat omlaag, en voor wie?
intervention-effects-said = { $said } van { $all } waarden besproken
intervention-effects-unsaid = Nog niemand schreef op wat dit met de waarden doet.
intervention-effects-caption = Wat wij ervan verwachten. Een verwachting, geen meting.
intervention-effects-of = Wat verwachten we ervan?
intervention-capital = Waarde
intervention-effect = Verwacht effect
intervention-effect-both = Binnen en buiten
intervention-effect-down-2 = Veel lager
intervention-effect-down-1 = Lager
intervention-effect-same = Gelijk
intervention-effect-up-1 = Hoger
intervention-effect-up-2 = Veel hoger
intervention-effect-split = Binnen en buiten apart
intervention-effect-join = Binnen en buiten weer samen
intervention-effect-outcome = Nu { $now }. Met alles wat meetelt: { $later }.
intervention-effect-stays = Nu { $now }. Dat blijft zo.
intervention-term = Termijn
intervention-term-short = Binnen 1 jaar
intervention-term-medium = In 1 tot 3 jaar
intervention-term-long = Na 3 jaar of later
intervention-confidence = Hoe zeker?
intervention-confidence-low = Niet zo zeker
intervention-confidence-middle = Redelijk zeker
intervention-confidence-high = Heel zeker

intervention-price-title = Wie betaalt de prijs?
intervention-price-why = Winst op de ene plek kost bijna altijd iets op een andere plek, al is het tijd. Zeg het vooraf, dan kunt u het eerlijk verdelen.
intervention-price-capitals = Welke waarde levert (even) in?
intervention-price-falls = U verwacht dat deze daalt
intervention-price-bearer = Voor wie is dat, of wie draagt het?
intervention-price-missing-dimensions = Kies er minstens één. Tot die tijd staat uw verwachting alleen op dit apparaat.
intervention-price-missing-bearer = Schrijf dit nog op. Tot die tijd staat uw verwachting alleen op dit apparaat.
intervention-price-waits = Uw verwachting staat veilig op dit apparaat. Zeg hierboven wie de prijs betaalt, dan bewaren we haar voor iedereen.
intervention-price-line = Wat inlevert: { $capitals }. Wie dat draagt: { $bearer }

intervention-picture-title = De verwachte balans
intervention-counted = Wat telt mee in het beeld?
intervention-counted-fold = In het beeld: { $counted } van { $all } afspraken
intervention-view = Wat laat het beeld zien?
intervention-view-together = Samen
intervention-projection-label = Verwachting van de groep, geen meting.
intervention-projection-range = De band loopt van voorzichtig naar hoopvol.
intervention-projection-key = Verwacht, van voorzichtig tot hoopvol
intervention-projection-same = nu { $now }, blijft gelijk
intervention-projection-moves = nu { $now }, verwacht { $expected }, tussen { $low } en { $high }
intervention-projection-table = Alle getallen
intervention-projection-caption = Nu en verwacht, in punten van 0 tot 100. Verwachting van de groep, geen meting.
intervention-range-words = { $low } tot { $high }
intervention-range = { $low }–{ $high }
intervention-now = Nu
intervention-low = Voorzichtig
intervention-expected = Verwacht
intervention-high = Hoopvol
intervention-absent-missing = geen score
intervention-absent-hidden = niet getoond

intervention-answer-yes = Ja.
intervention-answer-no = Nee.
intervention-answer-not-needed = Niet nodig.
intervention-answer-unknown = Niet te zeggen.
intervention-check-floor-rises-yes = De laagste waarde gaat omhoog: van { $now } naar { $expected }.
intervention-check-floor-rises-no = De laagste waarde gaat niet omhoog: { $capitals }, nu { $now }, verwacht { $expected }.
intervention-check-floor-rises-not-needed = De laagste waarde hoeft niet omhoog.
intervention-check-floor-rises-unknown = Of de laagste waarde omhoog gaat: niet elke waarde heeft een score.
intervention-check-nothing-falls-yes = Geen enkele waarde gaat ver omlaag.
intervention-check-nothing-falls-no = { $n ->
    [one] Eén waarde gaat meer dan 5 punten omlaag of zakt onder 25: { $capitals }.
   *[other] { $n } waarden gaan meer dan 5 punten omlaag of zakken onder 25: { $capitals }.
}
intervention-check-nothing-falls-not-needed = Er is niets dat ver omlaag gaat.
intervention-check-nothing-falls-unknown = Of er een waarde omlaag gaat: er is geen score.
intervention-check-gap-shrinks-yes = Het verschil tussen binnen en buiten wordt kleiner: gemiddeld van { $now } naar { $expected } punten.
intervention-check-gap-shrinks-no = Het verschil tussen binnen en buiten wordt niet kleiner: gemiddeld nu { $now }, verwacht { $expected } punten. Het grootst bij { $capitals }.
intervention-check-gap-shrinks-not-needed = Binnen en buiten zijn al ongeveer gelijk.
intervention-check-gap-shrinks-unknown = Of het verschil tussen binnen en buiten kleiner wordt: niet elke waarde heeft beide scores.
intervention-check-back = Terug naar vraag 6 voor { $capital }

# Bord en lijst
intervention-page-title = Afspraken
intervention-page-lead = Wat u met elkaar voorstelde, afsprak en probeert.
intervention-page-empty = Er zijn nog geen afspraken. Een afspraak ontstaat in een gesprek over een uitkomst, bij vraag 6.
intervention-page-start = Naar de gesprekken
intervention-to-ledger = Heeft het geholpen?
intervention-views = Bord of lijst
intervention-views-board = Bord
intervention-views-list = Lijst
intervention-filter = Toon
intervention-filter-all = Alles
intervention-filter-none = Hier staat nu niets.
intervention-column-proposed = Geen voorstellen.
intervention-column-agreed = Niets dat wacht op een begin.
intervention-column-running = Er loopt nu niets.
intervention-column-reviewed = Nog niet teruggekeken.
intervention-column-stopped = Niets gestopt.
intervention-owner-is = { $owner } zorgt ervoor
intervention-owner-none = Nog geen naam
intervention-due = Terugkijken: { $when }
intervention-review-later = Terugkijken op { $day } ({ $when })
intervention-due-count = { $n ->
    [one] 1 afspraak om op terug te kijken
   *[other] { $n } afspraken om op terug te kijken
}
intervention-from-round = Begonnen bij: { $title }, { $period }

intervention-calendar-title = In uw agenda
intervention-calendar-what = Alle dagen om terug te kijken, in de agenda die u al gebruikt.
intervention-calendar-download = Download het agendabestand (.ics)
intervention-calendar-follow = Of laat uw agenda een adres volgen: nieuwe dagen komen er dan vanzelf bij.
intervention-calendar-make = Maak een adres
intervention-calendar-address = Adres voor uw agenda
intervention-calendar-once = Kopieer dit adres nu: we tonen het maar één keer. Wie het heeft, ziet de afspraken, de namen en de dagen.
intervention-calendar-exists = U hebt al een adres. We tonen het niet nog eens; maak een nieuw adres als u het kwijt bent. Het oude werkt dan niet meer.
intervention-calendar-again = Maak een nieuw adres
intervention-calendar-end = Stop met dit adres

# Eén afspraak
intervention-change = Tekst wijzigen
intervention-print = Afdrukken
intervention-to-seven = Naar de verwachting bij vraag 7
intervention-look-back = Terugkijken
intervention-look-back-why = Kijk samen terug: hielp het, en hoe gaat het verder?
intervention-look-back-now = Nu terugkijken
intervention-helped = Heeft het geholpen?
intervention-helped-yes = Ja, het hielp.
intervention-helped-partly = Het hielp deels.
intervention-helped-no = Nee, het hielp niet.
intervention-helped-unknown = We weten het niet.
intervention-fault-helped = Kies of het heeft geholpen
intervention-review-why = Waarom? Wat zag u?
intervention-review-improve = Wat kan beter?
intervention-review-dropped = Gaan we hiermee door?
intervention-review-dropped-no = Ja, we gaan door
intervention-review-dropped-yes = Nee, we stoppen
intervention-review-next = Wanneer kijken we weer terug?
intervention-review-next-hint = Een kwartaal verder is { $day }
intervention-review-send = Bewaar wat we zagen
intervention-reviewed = Bewaard. Dank u wel.
intervention-reviews = Zo keken we terug
intervention-review-better = Wat beter kan: { $improve }
intervention-review-was-dropped = We stopten ermee.
intervention-review-then = We gaan door en kijken weer op { $day }.

# Heeft het geholpen?
intervention-ledger-title = Heeft het geholpen?
intervention-ledger-empty = Hier staat straks wat u van elke afspraak verwachtte, naast wat de volgende ronde laat zien. Er is nog geen afspraak.
intervention-ledger-not-yet = { $n ->
    [one] Er is 1 afspraak. Na de volgende ronde ziet u hier of het ging zoals verwacht.
   *[other] Er zijn { $n } afspraken. Na de volgende ronde ziet u hier of het ging zoals verwacht.
}
intervention-ledger-headline = { $all ->
    [one] Eén verwachting
   *[other] { $all } verwachtingen
}: { $parts }.
intervention-tally-as-expected = { $n } zoals verwacht
intervention-tally-opposite = { $n } andersom
intervention-tally-not-visible-yet = { $n } nog niet te zien
intervention-tally-too-few-to-say = { $n } met te weinig om te zeggen
intervention-ledger-why = Hier staat nooit hoeveel iets scheelde, en ook niet waardoor: er verandert altijd meer tegelijk, en een score is een beeld van mensen en geen proef.
intervention-ledger-from = Begonnen bij { $from }
intervention-ledger-between = Van { $from } naar { $to }
intervention-ledger-nothing-expected = Hier was niets van verwacht.
intervention-ledger-caption = Verwacht en gezien
intervention-ledger-expected = Verwacht
intervention-ledger-seen = Gezien
intervention-ledger-verdict = Samen
intervention-ledger-up = Omhoog
intervention-ledger-down = Omlaag
intervention-seen-increased = Gestegen
intervention-seen-decreased = Gedaald
intervention-seen-no_clear_difference = Geen duidelijk verschil
intervention-seen-too_few_to_say = Te weinig om te zeggen
intervention-seen-not-comparable = Niet te vergelijken
intervention-seen-nothing = Na de volgende ronde
intervention-verdict-as-expected = Zoals verwacht
intervention-verdict-opposite = Andersom
intervention-verdict-not-visible-yet = Nog niet te zien
intervention-verdict-too-few-to-say = Te weinig om te zeggen
intervention-verdict-later = Nog niet bekend
intervention-ledger-judgement = De groep zelf:
intervention-ledger-no-judgement = De groep keek er nog niet op terug.

intervention-former-member = Voormalig lid
