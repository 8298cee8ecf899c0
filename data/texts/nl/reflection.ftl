# Het gesprek over een uitkomst: zeven vragen, kaarten, wat mensen meenemen.

# Beginnen, en de lijst

# Waar het over gaat

# Het overzicht
reflection-closed = Dit gesprek is afgesloten. U kunt alles lezen en niets veranderen.
reflection-closed-open = Naar het overzicht
reflection-reading-only = U kunt hier lezen. Schrijven kan een eigenaar, begeleider of medewerker.
reflection-agreed-proposed = Voorstel
reflection-agreed-agreed = Afgesproken
reflection-agreed-running = Loopt
reflection-agreed-reviewed = Teruggekeken
reflection-agreed-stopped = Gestopt
reflection-people = Nu hier:
reflection-person-at = { $name } (vraag { $question })
reflection-stale = De server antwoordt nu niet. Wat u hier ziet, kan oud zijn.

# Eén vraag
reflection-steps = De zeven vragen
reflection-step = Vraag { $number }: { $title } { $state ->
    [answered] (er staan kaarten)
    [skipped] (overgeslagen)
   *[open] (nog leeg)
}
reflection-step-overview = Overzicht
reflection-in-room = In de zaal: telefoons en scherm
reflection-onwards = Verder
reflection-previous = Vorige vraag
reflection-next = Volgende vraag
reflection-to-overview = Naar het overzicht
reflection-skip = Nu overslaan
reflection-why = Waarom vragen we dit?
reflection-examples = Voorbeelden
reflection-example = Bijvoorbeeld: { $text }
reflection-facts-title = Wat de cijfers zeggen
reflection-facts-chart = Bekijk de grafiek
reflection-facts-chart-of = Bekijk de grafiek: { $fact }
reflection-facts-none = Er zijn hier geen cijfers om te tonen. Het gesprek gaat ook goed zonder: begin met wat u zelf ziet.
reflection-facts-nothing = Bij deze vraag springt er in de cijfers niets uit.
reflection-facts-five = Bij deze vraag gaat het om uw eigen voorbeelden, niet om cijfers.
reflection-carry-title = Wat nemen we mee
reflection-carry-none = Nog niets. Druk bij een kaart op 'Neem mee'.
reflection-carry-note = In onze eigen woorden
reflection-carry-no-note = Geen notitie.

# Zinnen uit de cijfers
reflection-fact-floor = { $isKnown ->
    [yes] { $name } is het laagst: { $value } van de 100.
   *[no] { $name } is het laagst.
}
reflection-fact-imbalance = { $value ->
    [0] De waarden liggen dicht bij elkaar: de onbalans kost minder dan één punt.
    [one] De onbalans kost 1 punt: de waarden liggen uit elkaar.
   *[other] De onbalans kost { $value } punten: de waarden liggen uit elkaar.
}
reflection-fact-unknown = Over { $name } weten we het minst: { $value } % van de antwoorden is 'weet ik niet'.
reflection-fact-low-item = { $isKnown ->
    [yes] '{ $topic }' staat hier bij de laagste: { $value } van de 100 ({ $side }).
   *[no] '{ $topic }' staat hier bij de laagste ({ $side }).
}
reflection-fact-divided-item = { $word ->
    [divided] Over '{ $topic }' zijn de antwoorden verdeeld
   *[other] Over '{ $topic }' lopen de antwoorden uiteen
}{ $isOtherKnown ->
    [yes] : gemiddeld { $other } stap uit elkaar.
   *[no] .
}
reflection-fact-miss = { $word ->
    [opposite] Bij '{ $text }' verwachtten we iets anders: { $name } ging juist de andere kant op.
    [not-visible-yet] Van '{ $text }' is bij { $name } nog niets te zien.
   *[other] Van '{ $text }' weten we bij { $name } nog te weinig.
}
reflection-fact-gap = { $name }: binnen { $value } en buiten { $other }.
reflection-fact-drift = { $name } { $direction ->
    [up] stijgt
   *[down] daalt
} naar verwachting { $value ->
    [one] 1 punt
   *[other] { $value } punten
} als we zo doorgaan{ $isOtherKnown ->
    [yes] , vanaf { $other } nu.
   *[no] .
}
reflection-fact-aim = { $name }: over drie jaar willen we { $value ->
    [one] 1 punt
   *[other] { $value } punten
} { $direction ->
    [down] lager
   *[up] hoger
} staan dan nu{ $isOtherKnown ->
    [yes] {" "}({ $other }).
   *[no] .
}
reflection-fact-bright-item = { $isKnown ->
    [yes] '{ $topic }' gaat al goed: { $value } van de 100 ({ $side }).
   *[no] '{ $topic }' gaat al goed ({ $side }).
}
reflection-fact-bright-side = { $direction ->
    [up] { $name } gaat buiten beter dan binnen: { $other } tegen { $value }.
   *[down] { $name } gaat binnen beter dan buiten: { $value } tegen { $other }.
}
reflection-fact-bright-dimension = { $isKnown ->
    [yes] { $name } is het hoogst: { $value } van de 100.
   *[no] { $name } is het hoogst.
}
reflection-fact-potential-item = { $word ->
    [agreed] Bij '{ $topic }' ({ $value }) is ruimte om te groeien, en we zijn het daarover eens.
   *[other] Bij '{ $topic }' ({ $value }) is ruimte om te groeien.
}
reflection-fact-gate = Uit balans: een score van binnen of buiten ligt onder 25, of meer dan één waarde ligt onder 50.

# Vraag 1
reflection-one-candidates = Wat valt op in de cijfers
reflection-one-no-candidates = In de cijfers springt niets uit. Schrijf hieronder zelf op wat schuurt.
reflection-one-no-figures = Er zijn geen cijfers om uit te kiezen. Schrijf hieronder zelf op wat schuurt.
reflection-one-choose = Hierover praten: { $name }
reflection-one-own = Wat schuurt er volgens u
reflection-one-own-label = Een eigen spanning
reflection-one-own-empty = Nog geen eigen spanning. Eén zin is genoeg.
reflection-one-driver = De aanleiding
reflection-one-driver-why = Schrijf samen op waar het hier om gaat. Dit is het begin van alle volgende vragen.
reflection-candidate-reason-lowest = Laagst:
reflection-candidate-reason-divided = Het meest verdeeld:
reflection-candidate-reason-gap = Grootste verschil tussen binnen en buiten:
reflection-candidate-reason-drift = Daalt het meest:
reflection-candidate-reason-aim = Hier wilt u het verst vooruit:
reflection-candidate-lowest = { $isKnown ->
    [yes] { $name } staat op { $score } van de 100{ $hasSides ->
        [yes] : binnen { $internal }, buiten { $external }.
       *[no] .
    }
   *[no] { $name } is het laagst.
}
reflection-candidate-divided = { $isKnown ->
    [yes] Mensen antwoorden gemiddeld { $steps } stap uit elkaar. De vraag hoort bij { $name }.
   *[no] Mensen denken hier verschillend over. De vraag hoort bij { $name }.
}
reflection-candidate-gap = { $isKnown ->
    [yes] { $points ->
        [one] 1 punt
       *[other] { $points } punten
    } { $direction ->
        [up] hoger buiten dan binnen
       *[down] lager buiten dan binnen
    }{ $hasSides ->
        [yes] : binnen { $internal }, buiten { $external }.
       *[no] .
    }
   *[no] Binnen en buiten verschillen het meest bij { $name }.
}
reflection-candidate-drift = { $isKnown ->
    [yes] Als we zo doorgaan daalt { $name } { $points ->
        [one] 1 punt
       *[other] { $points } punten
    }.
   *[no] Als we zo doorgaan daalt { $name }.
}
reflection-candidate-aim = { $isKnown ->
    [yes] { $name }: over drie jaar willen we { $points ->
        [one] 1 punt
       *[other] { $points } punten
    } hoger staan dan nu.
   *[no] Bij { $name } willen we het verst vooruit.
}

# Stippen
reflection-dots-for = Stippen voor { $label }
reflection-dots-give = Geef een stip
reflection-dots-take = Neem een stip terug
reflection-dots-own = { $n ->
    [0] Geen stip van u
    [one] 1 stip van u
   *[other] { $n } stippen van u
}
reflection-dots = { $n ->
    [one] 1 stip
   *[other] { $n } stippen
}
reflection-dots-left = { $n ->
    [0] U hebt al uw drie stippen gegeven.
    [one] U hebt nog 1 stip te geven.
   *[other] U hebt nog { $n } stippen te geven.
}
reflection-dots-none-left = U hebt al uw drie stippen gegeven. Neem eerst een stip terug.

# Vraag 2 en 3
reflection-two-cards = Gedrag dat we zien
reflection-two-label = Wat ziet of hoort u?
reflection-three-label = Wat houdt het in stand, of juist tegen? ({ $lens })
reflection-three-loose = Nog niet bij een van de vier
reflection-three-misses = Wat eerder niet hielp
reflection-three-misses-ask = Wat zegt dat over wat dit gedrag in stand houdt?
reflection-force-pull = Wat doet dit met het gedrag?
reflection-force-sustains = Houdt in stand
reflection-force-hinders = Houdt tegen
reflection-force-lens = Hoort bij
reflection-force-no-lens = Nog niet gekozen

# Vraag 4: lichtpunten en voorbeelden
reflection-four-cards = Lichtpunten
reflection-card-bright-spot = Wat gaat daar anders?
reflection-card-place = Waar is dat?
reflection-card-contact = Wie kunt u daarover vragen?
reflection-card-place-is = Plaats: { $place }
reflection-card-contact-is = Te vragen: { $contact }
reflection-library-title = Voorbeelden van elders
reflection-library-why = Zo doen anderen het. Neem mee wat u herkent, en zoek iemand die u erover kunt vragen.
reflection-library-search = Zoek in de voorbeelden
reflection-library-theme = Soort voorbeeld
reflection-library-capital = Goed voor
reflection-library-all = Alles
reflection-library-found = { $found } van { $all } voorbeelden
reflection-library-more = Toon nog { $n } voorbeelden
reflection-library-own = Van onszelf
reflection-library-reason = Waarom het werkt:
reflection-library-conditions = Herkenbaar aan: { $names }
reflection-library-sources = Hier lazen we het:
reflection-library-take = Neem mee als lichtpunt
reflection-library-take-of = Neem mee als lichtpunt: { $title }
reflection-library-taken = Staat bij de lichtpunten
reflection-library-took = '{ $title }' staat nu bij de lichtpunten.
reflection-library-remove = Haal uit onze voorbeelden
reflection-library-remove-of = Haal uit onze voorbeelden: { $title }
reflection-own-add = Bewaar een eigen voorbeeld
reflection-own-title = Hoe heet het?
reflection-own-what = Wat doen ze?
reflection-own-why = Waarom werkt het? (mag leeg)
reflection-own-place = In welke plaats? (mag leeg)
reflection-own-source = Waar is het te lezen of te zien? (mag leeg)
reflection-own-keep = Bewaar voorbeeld
reflection-own-kept = '{ $title }' staat nu bij de voorbeelden.
reflection-own-fault-title = Geef het voorbeeld een naam van hoogstens 120 tekens
reflection-own-fault-what = Schrijf in hoogstens 1000 tekens wat ze doen
reflection-own-fault-long = Maak deze tekst korter

# Vraag 5
reflection-five-conditions = Voorwaarden
reflection-five-condition = Voorwaarde { $number }
reflection-five-new = Nog een voorwaarde
reflection-five-enough = Drie voorwaarden is genoeg. Voeg samen wat bij elkaar hoort.
reflection-five-spots = Onze lichtpunten naast elkaar
reflection-five-no-spots = Er zijn nog geen lichtpunten om te vergelijken.
reflection-five-to-four = Naar vraag 4
reflection-five-empty = Nog geen lichtpunt. Vink er hieronder een aan, of sleep er een hierheen.
reflection-five-all-grouped = Alle lichtpunten horen bij een voorwaarde.
reflection-five-tick = Kies: { $text }
reflection-five-grouping = Groeperen
reflection-five-chosen = { $n ->
    [0] Vink lichtpunten aan en kies waar ze onder horen. Slepen mag ook.
    [one] 1 lichtpunt gekozen
   *[other] { $n } lichtpunten gekozen
}
reflection-five-under = Groepeer onder { $number }: { $text }
reflection-five-loose = Haal uit hun groep
reflection-five-choose-first = Vink eerst een of meer lichtpunten aan.
reflection-five-grouped = { $n ->
    [one] 1 lichtpunt staat nu bij de voorwaarde.
   *[other] { $n } lichtpunten staan nu bij de voorwaarde.
}
reflection-five-ungrouped = { $n ->
    [one] 1 lichtpunt staat weer los.
   *[other] { $n } lichtpunten staan weer los.
}

# Vraag 6 en 7
reflection-six-heading = Onze afspraken
reflection-seven-heading = Onze verwachting

# Kaarten
reflection-cards-none = Nog geen kaarten. Eén gedachte per kaart werkt het best.
reflection-cards-search = Zoek in deze kaarten
reflection-cards-found = { $found } van { $all } kaarten
reflection-cards-more = Toon nog { $n } kaarten (er zijn er nog { $left })
reflection-card-blank = Lege kaart
reflection-card-nothing = Nog niet ingevuld
reflection-card-from-room = Uit de zaal
reflection-card-former = Voormalig lid
reflection-card-mine = Van u
reflection-card-edited = veranderd door { $name }
reflection-card-hidden = niet te zien in de zaal
reflection-card-writing = { $n ->
    [one] { $names } schrijft hier nu
   *[other] { $names } schrijven hier nu
}
reflection-card-carry = Neem mee
reflection-card-edit = Wijzig
reflection-card-remove = Gooi weg
reflection-card-remove-sure = Deze kaart weggooien?
reflection-card-remove-yes = Ja, gooi weg
reflection-card-remove-no = Nee
reflection-card-enter = Enter: nog een kaart. Shift en Enter: nieuwe regel.
reflection-card-next = Nog een kaart
reflection-card-clear = Wis
reflection-card-done = Klaar
reflection-card-left = { $n ->
    [one] Nog 1 teken
   *[other] Nog { $n } tekens
}
reflection-card-quoted = '{ $word }'

# Bewaren
reflection-draft-saved = Bewaard
reflection-draft-waiting = Wordt bewaard
reflection-draft-offline = Staat op dit apparaat
reflection-draft-page-only = Staat alleen in dit venster
reflection-draft-refused = Niet aangenomen. Uw tekst staat nog op dit apparaat.
reflection-save-conflict = { $n ->
    [one] Een kaart is tegelijk door iemand anders veranderd. Kies welke tekst blijft.
   *[other] { $n } kaarten zijn tegelijk door iemand anders veranderd. Kies welke tekst blijft.
}
reflection-save-refused = { $n ->
    [one] Een kaart is niet aangenomen. De tekst staat nog op dit apparaat.
   *[other] { $n } kaarten zijn niet aangenomen. De tekst staat nog op dit apparaat.
}
reflection-save-offline = { $n ->
    [one] Geen verbinding. Een kaart staat op dit apparaat en gaat vanzelf mee.
   *[other] Geen verbinding. { $n } kaarten staan op dit apparaat en gaan vanzelf mee.
}
reflection-save-page-only = { $n ->
    [one] Geen verbinding, en dit apparaat kan niets bewaren. Laat dit venster open voor 1 kaart.
   *[other] Geen verbinding, en dit apparaat kan niets bewaren. Laat dit venster open voor { $n } kaarten.
}
reflection-save-well-again = Alles is bewaard.

# Twee mensen op één kaart
reflection-conflict-edited = Iemand anders heeft deze kaart veranderd terwijl u schreef.
reflection-conflict-deleted = Iemand anders heeft deze kaart weggegooid terwijl u schreef.
reflection-conflict-here = In een ander venster op dit apparaat stond nog een andere tekst.
reflection-conflict-both = Er is niets weg. U mag verder schrijven en daarna kiezen.
reflection-conflict-mine = Wat u schrijft
reflection-conflict-theirs = Wat de ander schreef
reflection-conflict-earlier = Wat in het andere venster stond
reflection-conflict-take-mine = Bewaar mijn tekst
reflection-conflict-take-theirs = Neem de andere tekst
reflection-conflict-take-earlier = Neem de tekst van het andere venster
reflection-conflict-let-go = Laat de kaart weg
