# De uitkomst van een ronde om mee te nemen: dia's voor PowerPoint en een rapport voor op papier.

report-instrument = { $title }, versie { $version }
report-certainty = Hoe zeker: { $said }
report-certainty-audited = { $n } gecontroleerd
report-certainty-measured = { $n } gemeten
report-certainty-estimate = { $n } geschat
report-certainty-gut = { $n } gevoel
report-on-horizon = { $horizon }: { $said }
report-agreements-title = Wat we hebben afgesproken
report-agreements-sentence = { $n ->
    [one] Eén afspraak, met wie ervoor zorgt en wanneer we terugkijken.
   *[other] { $n } afspraken, met wie ervoor zorgt en wanneer we terugkijken.
}
report-agreement-title = Afspraak
report-agreement-owner = Wie zorgt ervoor
report-agreement-state = Hoe ver
report-agreement-review = We kijken terug op
report-unsaid = Nog niet gezegd
report-state-proposed = Voorgesteld
report-state-agreed = Afgesproken
report-state-running = Loopt
report-state-reviewed = Teruggekeken
report-state-stopped = Gestopt

# Rapport
report-print = Afdrukken
report-print-hint = A4. Wilt u het als pdf bewaren? Kies dan 'Opslaan als pdf' waar u de printer kiest.
report-to-results = Naar de uitkomst
report-release-id = Uitkomst { $id }
report-capitals-title = Elke waarde
report-scores = Scores van 0 tot 100, en hoeveel er is ingevuld
report-coverage = Ingevuld
report-items-lowest = De drie laagste vragen, { $horizon }
report-items-all = De vragen, laagste eerst, { $horizon }
report-items-divided = De vragen waarover mensen het meest verdeeld zijn, { $horizon }. Voor scores van losse vragen zijn er te weinig antwoorden.
report-no-items = Er zijn te weinig antwoorden om hier iets over losse vragen te zeggen.
report-unknown-item = '{ $topic }', { $horizon } ({ $share })
report-unknown = Wat we niet weten: { $names }.
report-unknown-share = Wat we niet weten: { $share } van de antwoorden hier is 'Weet ik niet' ({ $horizon }).
report-unknown-none = Bij geen enkele vraag hier koos één op de vijf mensen of meer voor 'Weet ik niet'.
report-conversation-title = Wat we erover zeiden
report-conversation-empty = Uit dit gesprek is nog niets meegenomen.
report-question = { $number }. { $title }
report-cards-more = { $n ->
    [one] En nog 1 kaart, niet meegenomen.
   *[other] En nog { $n } kaarten, niet meegenomen.
}
report-agreements-none = Er is nog niets afgesproken.
report-glossary = Wat de woorden betekenen
report-term-score = Score
report-term-score-means = Een getal van 0 tot 100, gemaakt van de antwoorden op de schaal. 50: het blijft op peil.
report-term-agreement = Eens, gemengd, verdeeld
report-term-agreement-means = Hoe ver de antwoorden uit elkaar liggen. Het eens zijn is niet hetzelfde als gelijk hebben.
report-term-unknown = Weet het niet
report-term-unknown-means = Het deel van de mensen dat 'Weet ik niet' koos. Dat is een gat in wat we weten, geen lage score.
report-term-coverage = Ingevuld
report-term-coverage-means = Het deel van wat is gevraagd met een antwoord op de schaal. Het telt in geen score mee.
report-term-level = Niveau
report-term-level-means = Het gemiddelde van alle waarden.
report-term-balance = Balans
report-term-balance-means = 1 als alle waarden even hoog zijn; lager als ze meer verschillen.
report-term-cost = Prijs van onbalans
report-term-cost-means = Hoeveel punten het niveau lager is als u ongelijkheid meetelt.
report-term-floor = Laagste
report-term-floor-means = De waarde of waarden met de laagste score.
report-term-limit = Grens
report-term-limit-means = Uit balans: een score van binnen of buiten is lager dan 25, of meer dan één waarde is lager dan 50.
report-source = Bron: { $outcome }. Gemaakt met Meervoud.

# Dia's
deck-says = Wat de uitkomst zegt
deck-figure = Cijfer
deck-value = Uitkomst
deck-means = Wat het betekent
deck-apart = Hoe ver uit elkaar
deck-shown = Op de dia: de eerste { $shown } van { $all }.
deck-hidden-title = Niet getoond: { $title }
deck-hidden-more = en nog { $more }
deck-each = Elke waarde: { $horizon }
deck-source = Bron: { $outcome }. { $instrument }.
deck-made = Gemaakt met Meervoud. U kunt de grafieken aanpassen; wat u aanpast, is niet meer de uitkomst.
deck-trend-break = Waar een lijn stopt en opnieuw begint, zijn de vragen veranderd: ervoor en erna zijn niet te vergelijken.
deck-trend-gap = Een ronde zonder cijfer is een gat in de lijn, geen nul.
deck-trend-evenness = Niveau, balans en laagste horen bij elkaar: een hoog gemiddelde maakt een lage waarde niet goed.
deck-trend-since = { $name }, vanaf { $period }
