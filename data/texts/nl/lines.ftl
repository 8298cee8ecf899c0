# De uitkomst van een vragenlijst waarin elke vraag op zichzelf staat: lijnen tussen twee kanten, en hoe vaak iets gebeurt.

lines-contents-lines = De lijnen
lines-contents-often = Hoe vaak
lines-title = { $horizons ->
    [one] Waar we staan
   *[other] Waar we staan en waar we heen willen
}
lines-intro = { $horizons ->
    [one] Elke lijn ligt tussen twee manieren van werken. Geen van beide kanten is fout.
   *[other] Elke lijn ligt tussen twee manieren van werken. Geen van beide kanten is fout. Het gaat om de weg van ‘{ $first }’ naar ‘{ $second }’.
}
lines-caption = Dezelfde lijnen in een tabel
lines-line = Lijn
lines-between = tussen ‘{ $left }’ en ‘{ $right }’
lines-difference = Van { $first } naar { $second }
lines-part = Onderdeel

# Zinnen
lines-widest = { $kind ->
    [way] { $people ->
        [one] De grootste stap is gewenst { $list }: { $steps }.
       *[other] Mensen willen het meest { $list }: { $steps }.
    }
   *[place] Het verst uit het midden staan we { $list }: { $steps }.
}
lines-toward = bij { $topic } naar ‘{ $pole }’
lines-many = { $kind ->
    [way] Op { $n } lijnen willen mensen even ver: { $steps }.
   *[place] Op { $n } lijnen staan we even ver uit het midden: { $steps }.
}
lines-same = ‘{ $first }’ en ‘{ $second }’ liggen op elke lijn ongeveer gelijk.
lines-middle = Op elke lijn staan we rond het midden.
lines-known = Van de { $n } die een getal hebben: { $said }
lines-words-only = Bij minder dan 10 antwoorden zeggen we alleen of mensen het eens zijn, niet wat ze kozen.

# Plaats en weg op een lijn
lines-steps = { $n ->
    [one] { $steps } stap
   *[other] { $steps } stappen
}
lines-place = { $side ->
    [left] { $steps } naar links
    [right] { $steps } naar rechts
   *[none] midden
}
lines-gap = { $side ->
    [left] { $steps } naar links
    [right] { $steps } naar rechts
   *[none] gelijk
}
lines-gap-equal = ongeveer gelijk
lines-at = { $horizon }: { $what }
lines-answers = { $word } ({ $n ->
    [one] 1 antwoord
   *[other] { $n } antwoorden
})
lines-nearly-lowest = bijna iedereen koos helemaal links
lines-nearly-highest = bijna iedereen koos helemaal rechts
lines-bin = { $bin ->
    [0] links
    [1] midden
   *[2] rechts
}
lines-step-short = { $side ->
    [left] L{ $steps }
    [right] R{ $steps }
   *[none] M
}
lines-end = { $side ->
    [left] Links
   *[right] Rechts
}
lines-shift = { $side ->
    [none] De plaats bleef gelijk.
   *[other] De plaats schoof { $steps } op naar { $side ->
        [left] links
       *[right] rechts
    }.
}
lines-shift-equal = De plaats bleef ongeveer gelijk.

# Hoe vaak het zo gaat
lines-often-title = Hoe vaak het zo gaat
lines-often-intro = Een getal is het gemiddelde van wat mensen kozen. 0 is nooit of bijna nooit, 50 is de helft van de keren, 100 is altijd of bijna altijd.
lines-often-caption = Hetzelfde in een tabel
lines-often-words = Per principe: zijn mensen het eens?
lines-often-principle = Principe
lines-often-figure = Hoe vaak
lines-often-most = Het vaakst gaat het zo bij { $names }.
lines-often-least = Het minst vaak bij { $names }.
lines-often-equal = { $all ->
    [yes] Alle { $n } gaan ongeveer even vaak zo, rond { $around }.
   *[no] De { $n } met een getal gaan ongeveer even vaak zo, rond { $around }.
}
lines-often-spread = Het verschilt per principe hoe vaak het zo gaat.

# Hoe de cijfers zijn gemaakt
lines-method = Elke lijn heeft zeven stappen; de middelste is het midden. Een plaats is het gemiddelde van de antwoorden, geteld in stappen vanaf het midden. Een lijn telt nergens anders in mee. Wat niet is ingevuld, telt niet mee.
lines-method-often = Elk getal loopt van 0 tot 100 en is van één vraag: stap 1 is 0, stap 3 is 50 en stap 5 is 100. Een vraag telt nergens anders in mee. Wat niet is ingevuld, telt niet mee.
lines-formula = Het gemiddelde van de antwoorden, geteld in stappen vanaf het midden van de lijn. ‘Weet ik niet’, ‘Niet van toepassing’ en niet ingevuld tellen niet mee.
