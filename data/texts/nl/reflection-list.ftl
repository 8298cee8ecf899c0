# De lijst van gesprekken; de rest staat in reflection.ftl.
reflection-list-title = Gesprekken
reflection-list-lead = Wat zeggen de cijfers, en wat gaan we doen? Hier staan uw gesprekken over een uitkomst.
reflection-list-empty = Er is nog geen gesprek. U begint er een bij een uitkomst.
reflection-list-to-results = Naar de uitkomst van { $title }
reflection-list-empty-no-results = Er is nog geen uitkomst om over te praten. Die komt er als een ronde klaar is.
reflection-list-to-rounds = Naar de rondes
reflection-list-about = Over { $round }, begonnen op { $day }
reflection-list-answered = { $n } van { $all } vragen
reflection-list-interventions = { $n ->
    [one] 1 afspraak
   *[other] { $n } afspraken
}
reflection-of-round = Gesprek over de uitkomst van { $title }, { $period }.
reflection-to-results = Bekijk de uitkomst
reflection-begin = Begin met vraag 1
reflection-continue = Ga verder
reflection-print = Print dit overzicht
reflection-close = Sluit dit gesprek af
reflection-reopen = Open dit gesprek weer
reflection-check-counts = { $state ->
    [answered] { $cards ->
        [0] Alleen een notitie
        [one] 1 kaart, { $carried } meegenomen
       *[other] { $cards } kaarten, { $carried } meegenomen
    }
    [skipped] Overgeslagen
   *[open] Nog niet begonnen
}
reflection-check-expected = { $n ->
    [one] Verwachting bij 1 afspraak
   *[other] Verwachting bij { $n } afspraken
}
reflection-check-carry = Nog niets meegenomen. Het gaat om: { $what }
reflection-agreed = Afspraken tot nu toe
reflection-agreed-none = Er is nog geen afspraak.
reflection-agreed-go = Maak een afspraak bij vraag 6
reflection-agreed-untitled = Afspraak zonder naam
reflection-agreed-owner = { $owner } zorgt ervoor
reflection-agreed-review = Terugkijken op { $day }
reflection-rename = Verander de naam van dit gesprek
reflection-rename-label = Naam van het gesprek
reflection-fault-title = Geef het gesprek een naam van hoogstens 120 tekens
