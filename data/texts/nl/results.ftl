# De uitkomst van een ronde.

# Kop
results-period-quarter = { $quarter }e kwartaal { $year }
results-respondents = { $n ->
    [one] 1 deelnemer
   *[other] { $n } deelnemers
}
results-together = Samen ingevuld door uw team
results-mode-anonymous = Anoniem
results-mode-open = Open, met naam
results-release = Uitkomst { $number } van { $day }{ $final ->
    [yes] {""}
   *[no] {" (de ronde loopt nog)"}
}
results-newer = Er zijn nieuwere antwoorden. Ze staan hier { $final ->
    [yes] niet
   *[no] nog niet
} bij, omdat het er minder dan { $threshold } zijn: anders is te zien wie wat antwoordde.
results-take-along = Meenemen
results-to-round = Naar de ronde
results-contents = Op deze pagina
results-contents-figures = In het kort
results-contents-shape = De vorm
results-contents-sides = Binnen en buiten
results-contents-drift = { $later ->
    [intended] Waar u heen wilt
   *[ahead] Waar het heen gaat
}
results-contents-agreement = Eens en oneens
results-contents-alone = Vraag voor vraag
results-contents-knowledge = Wat we niet weten
results-contents-groups = Groepen
results-contents-hidden = Niet getoond

# Zinnen die de uitkomst vertellen
results-caution = { $n ->
    [one] Eén keer ingevuld: lees dit voorzichtig.
   *[other] Klein aantal: lees dit voorzichtig.
}
results-headline-nothing = { $final ->
    [yes] Er is geen uitkomst.
   *[no] Er is nog geen uitkomst.
}
results-shape-equal = { $all ->
    [yes] Alle { $n } ongeveer gelijk, rond { $around }.
   *[no] De { $n } met een score zijn ongeveer gelijk, rond { $around }.
}
results-shape-strong = { $names } sterk
results-shape-highest = { $names } het hoogst
results-shape-low = { $names } laag
results-shape-lowest = { $names } het laagst
results-shape-of-known = van de { $n } met een score: { $said }
results-gap-equal = { $first } en { $second } ongeveer gelijk.
results-gap-largest = Grootste verschil tussen { $first } en { $second }: { $names }, { $points } punten{ $direction ->
    [up] {" "}hoger { $second }
    [down] {" "}lager { $second }
   *[both] {""}
}.
results-drift-equal = '{ $first }' en '{ $second }' ongeveer gelijk.
results-drift-largest = Grootste verschil tussen '{ $first }' en '{ $second }': { $names }, { $points } punten{ $direction ->
    [up] {" "}hoger
    [down] {" "}lager
   *[both] {""}
}.
results-aim-equal = Wat u over drie jaar wilt, ligt ongeveer gelijk met nu.
results-aim-largest = Grootste stap die u wilt in drie jaar: { $names }, { $points } punten{ $direction ->
    [up] {" "}hoger dan nu
    [down] {" "}lager dan nu
   *[both] {""}
}.
results-missing-all = { $final ->
    [yes] Er is geen score: { $why }.
   *[no] Er is nog geen score: { $why }.
}
results-missing-hidden = Niet getoond: { $names } ({ $why }).
results-missing-missing = Geen score voor { $names } ({ $why }).

# Waarom iets er niet staat, kort
results-why-too-few = minder dan { $threshold } antwoorden
results-why-word-only = minder dan 10 antwoorden: alleen een woord
results-why-complement = anders is te berekenen wat anderen antwoordden
results-why-too-alike = de antwoorden lijken te veel op elkaar
results-why-too-few-items = te weinig vragen met een antwoord
results-why-nothing-answered = geen antwoord op de schaal
results-why-earlier-release-stands = de eerdere uitkomst blijft staan
results-why-no-score = geen score

# Woorden die op meer plekken staan
results-hidden = niet getoond
results-no-score = geen score
results-incomparable = andere vragen, niet te vergelijken
results-hidden-counts = niet getoond, maar telt wel mee
results-table = Tabel
results-dimension = Waarde
results-horizon = Moment
results-difference = Verschil
results-change = Verandering
results-download = Tabel downloaden (CSV)
results-n = Aantal
results-percent = { $n } %
results-of-questions = { $asked ->
    [one] { $n } van 1 vraag
   *[other] { $n } van { $asked } vragen
}
results-line = Lijn van op peil blijven (50)
results-explain = Uitleg
results-explain-how = Hoe is dit gemaakt?
results-equal-note = Een verschil van minder dan { $points } punten noemen we ongeveer gelijk.
results-points-unit = { $n ->
    [one] punt
   *[other] punten
}

# In het kort
results-figures-title = In het kort: { $horizon }
results-figures-none = Dit is niet te zeggen: niet alle { $n } waarden hebben een score.
results-figures-caption = Dezelfde cijfers per moment, en apart voor binnen en buiten
results-picture = Beeld
results-level = Niveau
results-level-means = { $side ->
    [above] Het gemiddelde van de { $n } waarden ligt boven 50: meer groei dan afbrokkelen.
    [below] Het gemiddelde van de { $n } waarden ligt onder 50: meer afbrokkelen dan groei.
   *[on] Het gemiddelde van de { $n } waarden ligt op 50: het blijft op peil.
}
results-balance = Balans
results-balance-means = 1 betekent: alle waarden even hoog. Hoe lager, hoe schever.
results-imbalanceCost = Prijs van onbalans
results-imbalanceCost-means = { $n ->
    [0] De onbalans kost minder dan één punt.
    [one] De onbalans kost 1 punt: zoveel lager is het niveau als we meetellen hoe ver de waarden uit elkaar liggen.
   *[other] De onbalans kost { $n } punten: zoveel lager is het niveau als we meetellen hoe ver de waarden uit elkaar liggen.
}
results-floor = Laagste
results-floor-means = { $n ->
    [one] Met { $score } de laagste score.
   *[other] Samen de laagste score: { $score }.
}
results-gate = Grens
results-gate-in = In balans
results-gate-out = Uit balans
results-gate-means = { $gate ->
    [true] Een score van binnen of buiten ligt onder 25, of meer dan één waarde ligt onder 50. Wij kijken vóór het afronden: een 50 kan er net onder liggen.
   *[false] Geen score van binnen of buiten onder 25, en hoogstens één waarde onder 50.
}

# Radar
results-shape-title = { $of ->
    [park] De vorm van het bedrijventerrein
   *[organisation] De vorm van de organisatie
}
results-view = Wat wilt u naast elkaar zien?
results-view-horizons = { $first } / { $second }
results-view-sides = { $horizon }: { $first } / { $second }
results-view-before = { $first } en { $second }
results-chart-nothing = Hier is geen score te tonen.
results-before-first = Dit is de eerste ronde. Na de volgende kunt u hier de vorige ronde ernaast zetten.
results-before-not-final = De vorige ronde kan hiernaast zodra deze ronde gesloten is.
results-before-other-questions = De vorige ronde stelde andere vragen. De uitkomsten kunnen niet naast elkaar.
results-before-other-horizon = De vorige ronde vroeg niet naar dit moment.
results-before-nothing-shown = Van de vorige ronde is geen score te tonen.
results-chart-lost = De tekening kon niet laden. Alle getallen staan in de tabel.
results-difference-horizons = { $direction ->
    [same] gelijk
    [higher] { $size ->
        [equal] ongeveer gelijk (+{ $points })
       *[wide] { $points } punten hoger
    }
   *[lower] { $size ->
        [equal] ongeveer gelijk (-{ $points })
       *[wide] { $points } punten lager
    }
}
results-difference-sides = { $direction ->
    [same] gelijk
    [higher] { $size ->
        [equal] ongeveer gelijk (+{ $points } { $side })
       *[wide] { $points } punten hoger { $side }
    }
   *[lower] { $size ->
        [equal] ongeveer gelijk (-{ $points } { $side })
       *[wide] { $points } punten lager { $side }
    }
}
results-side-absent = { $side }: { $what }

# Binnen en buiten, nu en straks
results-sides-title = { $first } en { $second } naast elkaar
results-drift-title = { $later ->
    [intended] Waar u heen wilt
   *[ahead] Waar het heen gaat
}

# Eens en oneens
results-agreement-title = Waar u het over eens of oneens bent
results-agreement-intro = De vragen met de meeste verdeeldheid staan bovenaan: daar is het gesprek. Eens zijn is niet hetzelfde als gelijk hebben.
results-alone-title = Vraag voor vraag
results-alone-intro = Dit is één keer ingevuld. Er is dus niets om naast elkaar te leggen.
results-alone-caption = { $horizon }: { $n } vragen, de laagste score eerst
results-agreement-none = Er zijn te weinig antwoorden om te zeggen of mensen het eens zijn.
results-agreement-nowhere = Over geen van de { $said } vragen zijn de antwoorden verdeeld. { $agreed ->
    [0] Over geen vraag zijn mensen het eens.
    [one] Over 1 vraag zijn mensen het eens.
   *[other] Over { $agreed } vragen zijn mensen het eens.
}
results-agreement-some = Over { $divided } van de { $said } vragen zijn de antwoorden verdeeld. Het meest over '{ $topic }'.
results-items-caption = { $horizon }: { $n } vragen, de meest verdeelde eerst
results-items-item = Vraag
results-items-agreement = Eens of oneens
results-items-distribution = Hoe er is gekozen
results-items-score = Score
results-items-n = Antwoorden
results-items-all = Toon alle { $n } vragen
results-items-fewer = Toon minder vragen
results-items-unanswered = niemand gaf een antwoord
results-items-too-few = te weinig antwoorden voor een woord
results-items-hidden = niet getoond: { $why }
results-word-divided = Verdeeld
results-word-mixed = Gemengd
results-word-agreed = Eens
results-apart = { $n ->
    [0] iedereen koos hetzelfde
   *[other] gemiddeld { $steps } stap uit elkaar
}
results-nearly-lowest = bijna iedereen koos de laagste stap
results-nearly-highest = bijna iedereen koos de hoogste stap
results-quartiles = De middelste helft van de antwoorden ligt tussen { $lower } en { $upper }. Het middelste antwoord is { $median }.
results-unknown = { $share } koos 'Weet ik niet'.
results-distribution = Hoe er is gekozen: { $counts }
results-bin = { $bin ->
    [0] laag (stap { $steps })
    [1] midden (stap { $steps })
   *[2] hoog (stap { $steps })
}

# Wat we niet weten
results-knowledge-title = Wat we niet weten
results-knowledge-gaps = Vragen waarop mensen het antwoord niet weten
results-knowledge-none = Bij geen enkele vraag koos één op de vijf mensen of meer voor 'Weet ik niet'.
results-knowledge-some = { $n ->
    [one] Bij 1 vraag koos minstens één op de vijf mensen 'Weet ik niet': '{ $topic }' ({ $share }).
   *[other] Bij { $n } vragen koos minstens één op de vijf mensen 'Weet ik niet'. Het meest bij '{ $topic }' ({ $share }).
}
results-knowledge-values = Bij { $names } is { $share } van de antwoorden 'Weet ik niet'.
results-knowledge-caption = Vragen waarvan minstens één op de vijf het niet weet
results-unknown-share = Weet het niet
results-knowledge-none-alone = Bij geen enkele vraag is 'Weet ik niet' gekozen.
results-knowledge-values-alone = 'Weet ik niet' is gekozen bij { $names }.
results-knowledge-of = { $name } ({ $questions })
results-coverage-alone = Met een antwoord op de schaal: { $questions }.
results-coverage-title = Hoeveel er is ingevuld
results-coverage-none = Hoeveel er is ingevuld, is niet te tonen.
results-coverage-equal = Van alles wat is gevraagd, heeft { $share } een antwoord op de schaal.
results-coverage-least = Het minst ingevuld: { $names }, { $share }. Het meest: { $most }.
results-coverage-caption = Ingevuld en niet geweten, los van de scores
results-coverage-on = Ingevuld, { $horizon }
results-unknown-on = Weet het niet, { $horizon }

# Groepen
results-groups-title = De groepen
results-groups-sentence = { $shown ->
    [0] Van de { $n } groepen is er geen apart te tonen.
   *[other] Van de { $n } groepen { $shown ->
        [one] is er 1 apart te zien
       *[other] zijn er { $shown } apart te zien
    }. De volgorde zegt niets: het is geen ranglijst.
}
results-groups-caption = Scores per groep: { $horizon }
results-group = Groep
results-groups-hidden = niet getoond: { $why }
results-group-management = Directie en leiding
results-group-staff = Medewerkers
results-group-customer = Klanten
results-group-supplier = Leveranciers
results-group-neighbour = Buren
results-group-education = Onderwijs
results-group-government = Overheid
results-group-other = Anderen

# Niet getoond
results-hidden-title = Wat hier niet staat, en waarom
results-hidden-nothing = Alles wat is gevraagd, is te zien.
results-hidden-group = { $reason ->
    [too-few] Te weinig antwoorden
    [complement] Om anderen te beschermen
    [too-alike] Te veel gelijke antwoorden
    [too-few-items] Te weinig vragen met een antwoord
    [nothing-answered] Geen antwoord op de schaal
   *[earlier-release-stands] De eerdere uitkomst blijft staan
}
results-because-too-few = Onder de { $threshold } antwoorden tonen we niets. Onder de 10 antwoorden op een vraag tonen we alleen een woord. Anders is te raden wie wat antwoordde.
results-because-complement = { $groups ->
    [0] Met de getallen die wel te zien zijn, zou dit uit te rekenen zijn.
   *[other] Wie de groepen die wel te zien zijn aftrekt van het geheel, zou dit kunnen uitrekenen.
} Daarom tonen we ook dit niet.
results-because-too-alike = De antwoorden lijken hier zo op elkaar dat een getal zou zeggen wat ieder koos. Of dat is uit te rekenen samen met andere getallen.
results-because-too-few-items = Minstens de helft van de vragen moet een score hebben. Dat is hier niet zo, dus er is geen score. Dat is iets anders dan een lage score.
results-because-nothing-answered = Niemand gaf hier een antwoord op de schaal: de vraag is overgeslagen, of mensen weten het niet. Dat is iets anders dan een lage score.
results-because-earlier-release-stands = Hier kwamen te weinig antwoorden bij. Daarom staat hier wat de eerdere uitkomst zei.
results-hidden-list = Toon alle { $n }
results-path-all = de hele ronde
results-path-group = groep { $group }
results-path-item = vraag '{ $topic }'
results-path-step = stap { $step }
results-path-level = niveau
results-path-balance = balans
results-path-imbalanceCost = prijs van onbalans
results-path-floor = laagste
results-path-gate = grens
results-path-gap = verschil
results-path-coverage = ingevuld
results-path-unknownShare = weet het niet
results-path-drift = verschil tussen nu en over drie jaar
results-path-counts = hoe er is gekozen
results-path-word = eens of oneens
results-path-agreement = eens of oneens

# Methode
results-method-title = Hoe de cijfers zijn gemaakt
results-method-score = Elke score loopt van 0 tot 100. Stap 1 is 0, stap 3 is 50 en stap 5 is 100. De score van een waarde is het gemiddelde van binnen en buiten. Wat niet is ingevuld, telt niet als nul: het telt niet mee.
results-method-balance = Er is geen eindcijfer en geen ranglijst. Niveau, balans en laagste horen bij elkaar: een hoog gemiddelde maakt een lage waarde niet goed.
results-method-anonymous = Deze ronde is anoniem. Bij minder dan { $threshold } antwoorden tonen we niets, en ook niets waaruit u dat kunt uitrekenen. Scores zijn afgerond op hele punten.
results-method-open = Deze ronde is open: wie meedeed, gaf een naam op en wist dat antwoorden te zien zijn. Er is daarom geen ondergrens.
results-method-together = Uw team vulde dit samen in. Daarom is er geen ondergrens: de antwoorden zijn van het hele team.
results-method-meaning-together = De cijfers zeggen wat uw team vindt. Het is geen meting van buitenaf.
results-method-meaning = De cijfers zeggen wat de deelnemers vinden. Het is geen meting van buitenaf.

# Nog niets, of niets te tonen
results-empty-title = Er is nog geen uitkomst
results-empty-why = Van deze ronde is nog niets vrijgegeven. Tot dan ziet niemand antwoorden, ook u niet.
results-empty-what = Zijn er genoeg antwoorden? Geef de uitkomst dan vrij op de pagina van de ronde, of sluit de ronde.
results-nothing-title = { $final ->
    [yes] Er is niets te tonen
   *[no] Er is nog niets te tonen
}
results-nothing-why = { $n ->
    [one] Er deed 1 persoon mee.
   *[other] Er deden { $n } mensen mee.
} In een anonieme ronde tonen we pas iets vanaf { $threshold }: anders is te raden wie wat antwoordde.
results-nothing-what = { $final ->
    [yes] Nodig de volgende keer meer mensen uit, liefst 8 of meer. Bent u met een klein team? Kies dan een open ronde, met naam.
   *[no] De ronde loopt nog. Nodig meer mensen uit, en geef daarna opnieuw vrij. Alles wat is ingevuld, blijft bewaard.
}
