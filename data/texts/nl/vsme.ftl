# Cijfers uit een ingevuld VSME-rapport bij de vragen van een formulier.

vsme-open = Cijfers uit uw VSME-rapport halen
vsme-title = Cijfers uit uw VSME-rapport
vsme-intro = Kies het VSME-sjabloon van EFRAG dat u hebt ingevuld (.xlsx, hoogstens 5 MB). U ziet eerst wat erin staat. De cijfers komen als geheugensteun bij de vragen: de antwoorden kiest u zelf.
vsme-now = { $n ->
    [one] Er staat nu 1 gegeven uit een rapport bij de vragen.
   *[other] Er staan nu { $n } gegevens uit een rapport bij de vragen.
}
vsme-choose = Bestand kiezen
vsme-other = Ander bestand kiezen
vsme-reading = We lezen het bestand
vsme-keeping = Een ogenblik
vsme-failed = Het bestand is niet gelezen.
vsme-keep-failed = Er is niets veranderd.
vsme-retry = Opnieuw proberen
vsme-close = Sluiten
vsme-headline = { $facts ->
    [one] In het rapport staat 1 gegeven
   *[other] In het rapport staan { $facts } gegevens
} over { $items ->
    [one] 1 vraag.
   *[other] { $items } vragen.
}
vsme-headline-none = In het rapport staat niets over de vragen van dit formulier.
vsme-report-of = Rapport van { $name }
vsme-report-about = over { $period }
vsme-item-facts = { $n ->
    [one] 1 gegeven
   *[other] { $n } gegevens
}
vsme-faults = { $n ->
    [one] 1 cel konden we niet lezen
   *[other] { $n } cellen konden we niet lezen
}
vsme-faults-hint = Zet deze cellen in het sjabloon goed en kies het bestand opnieuw, of ga zonder deze cellen verder.
vsme-fault-formula = de formule is niet uitgerekend: open het bestand in Excel en bewaar het
vsme-fault-error = er zit een fout in de formule
vsme-fault-no-number = er staat geen getal
vsme-fault-no-answer = er staat geen ja of nee
vsme-unused = { $n ->
    [one] 1 ander gegeven in het rapport
   *[other] { $n } andere gegevens in het rapport
}
vsme-unused-hint = Geen vraag van dit formulier gaat hierover. Ze blijven in het rapport staan.
vsme-replaces = { $n ->
    [one] Het gegeven dat er nu staat, wordt vervangen.
   *[other] De { $n } gegevens die er nu staan, worden vervangen.
}
vsme-keep = Bij de vragen zetten
vsme-kept = { $facts ->
    [one] Er staat nu 1 gegeven
   *[other] Er staan nu { $facts } gegevens
} bij { $items ->
    [one] 1 vraag.
   *[other] { $items } vragen.
}
vsme-remove = Cijfers weghalen
vsme-remove-sure = Alle cijfers uit het rapport bij de vragen weghalen?
vsme-remove-yes = Weghalen
vsme-removed = De cijfers zijn weg. Uw antwoorden zijn gebleven zoals ze zijn.
vsme-yes = ja
vsme-no = nee
vsme-more = de hele tekst
vsme-unit-t = ton
vsme-unit-tCO2e = ton CO2
vsme-unit-m2 = m²
vsme-unit-m3 = m³
