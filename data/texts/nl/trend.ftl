# Hoe de uitkomst van ronde tot ronde ging.

trend-title = Van ronde tot ronde
trend-headline-first = Dit is de eerste uitkomst. Na de volgende ronde ziet u hier wat er veranderde.
trend-headline-break = De nieuwste ronde stelde andere vragen. De uitkomst kan niet naast die van de ronde ervoor.
trend-headline-broken = Nieuwe vragen, dus niet naast de vorige ronde te leggen: { $names }.
trend-headline-unknown = Tussen de laatste twee rondes is niets vergeleken.
trend-headline-few = Er deden te weinig mensen mee om te zeggen of er iets veranderde sinds de vorige ronde.
trend-headline-same = Geen duidelijk verschil met de vorige ronde.
trend-headline-moved = Sinds de vorige ronde: { $moves }.
trend-headline-up = { $names } hoger
trend-headline-down = { $names } lager
trend-single = { $rose ->
    [0] Bij geen vraag een hoger antwoord dan in { $since }
    [one] Bij 1 vraag een hoger antwoord dan in { $since }
   *[other] Bij { $rose } vragen een hoger antwoord dan in { $since }
}, { $fell ->
    [0] bij geen vraag een lager
    [one] bij 1 vraag een lager
   *[other] bij { $fell } vragen een lager
}.
trend-single-none = Bij geen enkele vraag een hoger of lager antwoord dan in { $since }.
trend-single-rose = Hoger dan in { $since }
trend-single-fell = Lager dan in { $since }
trend-single-why = Dit is één keer ingevuld. Daarom staat er welke antwoorden anders zijn, en niets over de oorzaak.
trend-together = samen ingevuld
trend-horizon = Kijk naar
trend-level = Niveau (gemiddelde van alle)
trend-line-now = { $score }
trend-line-since = { $score }. { $word }
trend-word-increased = Hoger dan in de vorige ronde.
trend-word-decreased = Lager dan in de vorige ronde.
trend-word-no_clear_difference = Geen duidelijk verschil met de vorige ronde.
trend-word-too_few_to_say = Te weinig mensen om te zeggen of het veranderde.
trend-hidden = niet getoond
trend-missing = geen score
trend-break = Niet te vergelijken: hier veranderden de vragen
trend-break-note = Een staande stippellijn: vanaf daar zijn het andere vragen. Links en rechts ervan zijn niet te vergelijken.
trend-line-note = 50 is de lijn van op peil blijven.
trend-key-missing = Een open ring onder de schaal: een ronde zonder score.
trend-key-hidden = Een open ring met een streep: een score die niet getoond wordt, zodat niemand te herkennen is.
trend-why = Een woord over verandering staat er alleen als het verschil groot genoeg is en er genoeg mensen meededen om toeval uit te sluiten. Het zegt niets over de oorzaak.
trend-label = { $name }, { $points }.
trend-point = { $period }: { $label }
trend-short-quarter = K{ $quarter } { $year }
trend-table-caption = Scores van 0 tot 100 per ronde, met het woord over verandering sinds de vorige ronde
trend-table-plain = Scores van 0 tot 100 per ronde
trend-evenness-caption = Niveau, balans en laagste per ronde
trend-table-round = Ronde
trend-table-people = Mensen
trend-mark-increased = hoger
trend-mark-decreased = lager
trend-mark-no_clear_difference = geen duidelijk verschil
trend-mark-too_few_to_say = te weinig mensen
trend-empty = Er is nog geen uitkomst. Als de eerste ronde gesloten is ziet u die hier, en na de tweede wat er veranderde.
trend-empty-new = Nieuwe ronde
trend-print = Afdrukken
trend-to-organisation = Naar de organisatie

# Niveau, balans en laagste
trend-lines-title = Scores
trend-lines-of = Scores: { $horizon }
trend-evenness-title = Niveau, balans en laagste
trend-evenness-note = Elk op een eigen schaal. Bij een balans van 1 zijn alle waarden even sterk.
trend-balance = Balans
trend-floor = Laagste
trend-balance-cost = { $n ->
    [0] onbalans kost minder dan één punt
    [one] onbalans kost { $n } punt
   *[other] onbalans kost { $n } punten
}
trend-break-of = Niet te vergelijken: { $names }

# De tabel en het bestand
trend-table-period = Periode
trend-table-broken = Niet te vergelijken met de ronde ervoor
trend-table-target = Doel
trend-table-target-note = geen score
trend-file-more = { $name }: in woorden
trend-download = Tabel downloaden (CSV)
trend-file = van-ronde-tot-ronde

# Doelen
trend-target-to-go = { $late ->
    [yes] { $score }, het doel was { $target } in { $by }: { $points } te weinig
   *[no] { $score }, doel { $target } in { $by }, nog { $points } te gaan
}
trend-target-reached = { $score }, doel { $target } in { $by }: gehaald
trend-target-no-result = Doel { $target } in { $by }. Er is geen score om ernaast te leggen.
trend-target-other-questions = { $score }, doel { $target } in { $by }. De vragen zijn sindsdien anders: we leggen ze niet naast elkaar.
trend-target-other = Dit doel is gezet bij versie { $version } van de vragen.
trend-target-reason = Waarom: { $reason }
trend-target-key = Een dun streepje met een getal, rechts: uw doel. Een doel is geen score.
trend-target-set = Doel zetten
trend-target-change = Doel wijzigen
trend-target-of = voor { $name }
trend-target-title = Doel voor { $name }
trend-target-note = Een doel is geen score en telt nergens in mee. Wie vragen beantwoordt ziet het niet.
trend-target-score = Score
trend-target-score-hint = Een heel getal van 0 tot 100.
trend-target-score-now = Nu { $score }. Een heel getal van 0 tot 100.
trend-target-by = Te halen in
trend-target-why = Waarom
trend-target-why-hint = Eén korte zin. Mag leeg blijven.
trend-target-fault-score = Vul een heel getal van 0 tot 100 in.
trend-target-fault-why = Houd het korter: hooguit 200 tekens.
trend-target-remove = Doel weghalen
trend-target-saved = Het doel is bewaard.
trend-target-removed = Het doel is weg.
trend-target-meanwhile = Iemand anders was u voor: het doel is nu { $target } in { $by }. Wat u invulde staat er nog. Bewaar opnieuw, dan geldt dat.
trend-target-gone = Iemand anders haalde dit doel intussen weg. Wat u invulde staat er nog. Bewaar opnieuw, dan staat het er weer.
