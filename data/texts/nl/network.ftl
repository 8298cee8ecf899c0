# De wereld buiten: partijen met wat er heen en weer gaat, en het experiment van het kwartaal.

network-title = Netwerk en experiment
network-lead = Met wie buiten uw organisatie hebt u te maken, en wat gaat er heen en weer? Elke lijn is één waarde.
network-stale = Geen verbinding: wat u hier ziet, kan oud zijn. We proberen het steeds opnieuw.

network-headline = { $parties ->
    [one] { $sleeping ->
        [0] U hebt met 1 partij iets te maken.
       *[other] U hebt met 1 partij iets te maken, en die slaapt.
    }
   *[other] { $sleeping ->
        [0] U hebt met { $parties } partijen iets te maken.
        [one] U hebt met { $parties } partijen iets te maken, 1 slaapt.
       *[other] U hebt met { $parties } partijen iets te maken, { $sleeping } slapen.
    }
}
network-headline-missing = Wat niemand van buiten nu brengt: { $capitals }.
network-headline-none = Geen van de zes waarden komt nu van buiten binnen.
network-headline-all = Van buiten komt elk van de zes waarden binnen.
network-headline-no-lines = Er is nog geen lijn getekend: kies bij elke partij wat er heen en weer gaat.
network-headline-untied = { $untied ->
    [one] Bij 1 partij is nog geen lijn getekend.
   *[other] Bij { $untied } partijen is nog geen lijn getekend.
}

network-capital-human = Menselijk
network-capital-social = Sociaal-relationeel
network-capital-intellectual = Intellectueel
network-capital-manufactured = Materieel
network-capital-natural = Natuurlijk
network-capital-financial = Financieel
network-capital-in-sentence-human = menselijk
network-capital-in-sentence-social = sociaal-relationeel
network-capital-in-sentence-intellectual = intellectueel
network-capital-in-sentence-manufactured = materieel
network-capital-in-sentence-natural = natuurlijk
network-capital-in-sentence-financial = financieel
network-kind-customer = Klant
network-kind-supplier = Leverancier
network-kind-freelancer = Zzp'er
network-kind-education = Onderwijs
network-kind-government = Overheid
network-kind-neighbour = Buur
network-kind-other = Anders
network-direction-none = Geen lijn
network-direction-to-us = Naar ons toe
network-direction-from-us = Van ons uit
network-direction-both = Heen en weer
network-state-active = Actief
network-state-dormant = Slaapt
network-link = { $direction }, { $state }
network-link-with-note = { $line }: { $note }

network-map-label = Tekening van het netwerk: uw organisatie in het midden, de partijen eromheen. De lijst hieronder zegt hetzelfde in woorden.
network-key-to-us = Naar ons toe
network-key-from-us = Van ons uit
network-key-both = Heen en weer
network-key-dormant = Slaapt: de lijn is er, maar er gebeurt nu niets

network-list-title = Partijen
network-list-caption = Partijen buiten de organisatie, met hun lijnen
network-party = Partij
network-capital = Waarde
network-direction = Richting
network-note = Wat gaat er?
network-state = Nu
network-untied = Nog geen lijn getekend
network-add = Partij toevoegen
network-edit = Wijzigen
network-edit-of = { $name } wijzigen
network-wake = Wek
network-wake-of = Wek: { $capital } bij { $name }
network-sleep = Laat slapen
network-sleep-of = Laat slapen: { $capital } bij { $name }
network-woken = { $capital } bij { $name } is nu actief.
network-asleep = { $capital } bij { $name } slaapt nu.
network-empty = Er staat nog niemand op de kaart. Begin met een klant, een leverancier of een school waar u vaak mee te maken hebt.
network-empty-viewer = Er staat nog niemand op de kaart. Wie in deze organisatie meewerkt, kan partijen toevoegen.
network-saved = { $name } is bewaard.
network-removed = { $name } is weg.

# Het formulier van een partij
network-form-title = Partij wijzigen
network-form-name = Naam
network-form-kind = Wat is deze partij voor u?
network-form-lines = Wat gaat er heen en weer?
network-form-lines-hint = Kies alleen wat er echt is. Eén of twee lijnen is vaak genoeg.
network-kept = U sloot dit formulier zonder te bewaren. Uw tekst staat er nog.
network-remove = Partij verwijderen
network-remove-sure = Ja, verwijderen
network-remove-hint = { $cards ->
    [0] De partij gaat van de kaart, met al haar lijnen.
    [one] De partij gaat van de kaart, met al haar lijnen. Het experiment met deze partij blijft staan, zonder haar naam.
   *[other] De partij gaat van de kaart, met al haar lijnen. De { $cards } experimenten met deze partij blijven staan, zonder haar naam.
}
network-fault-name = Vul een naam in van hooguit 80 tekens
network-fault-note = Maak dit korter: hooguit 200 tekens

# Twee mensen schrijven tegelijk
network-versions-title = Iemand anders schreef hier ook
network-versions-intro = Hieronder staat waar de twee versies verschillen. Uw eigen tekst staat nog in het formulier: u kunt er woorden van de ander bij zetten.
network-versions-gone-title = Dit is intussen verwijderd
network-versions-party-gone = Iemand anders heeft deze partij van de kaart gehaald. Uw tekst staat nog in het formulier. Bewaart u uw versie, dan komt de partij terug.
network-versions-experiment-gone = Iemand anders heeft dit experiment verwijderd. Uw tekst staat nog in het formulier. Bewaart u uw versie, dan komt het experiment terug.
network-versions-mine = U:
network-versions-theirs = De ander:
network-versions-empty = niets
network-versions-keep-mine = Bewaar mijn versie
network-versions-take-theirs = Neem de andere versie
network-versions-leave = Laat het weg

# Het experiment
network-experiment-title = Experiment van dit kwartaal
network-experiment-empty = Doe elk kwartaal één kleine proef met iemand van buiten, in hooguit zes weken. U leert snel, en een fout kost weinig.
network-experiment-add = Experiment bedenken
network-experiment-others = Andere kwartalen
network-experiment-plan = Experiment, { $period }
network-experiment-outcome-title = Hoe ging het?
network-experiment-hypothesis = Wat verwacht u?
network-experiment-hypothesis-hint = Bijvoorbeeld: hotelgasten nemen ons brood mee als het bij de balie ligt.
network-experiment-partner = Met wie van buiten?
network-experiment-partner-hint = Staat de partij er niet bij? Zet haar eerst op de kaart.
network-experiment-partner-none = Nog niet bekend
network-experiment-no-partner = zonder partner
network-experiment-smallestTest = Wat is de kleinste proef?
network-experiment-smallestTest-hint = Zo klein dat u morgen kunt beginnen, en dat het niet erg is als het mislukt.
network-experiment-measure = Wat meet u?
network-experiment-measure-hint = Waaraan ziet u of het werkt?
network-experiment-startsOn = Eerste dag
network-experiment-endsOn = Laatste dag
network-experiment-six-weeks = Een experiment duurt hooguit zes weken.
network-experiment-until = Hooguit zes weken: uiterlijk { $day }.
network-experiment-when = Wanneer
network-experiment-days = { $from } tot en met { $until }
network-experiment-outcome = Hoe gaat u verder?
network-experiment-learned = Wat hebt u geleerd?
network-experiment-learned-hint = Ook als het anders liep dan u dacht.
network-experiment-not-yet = Nog niet ingevuld
network-experiment-starts = Begint op { $day }
network-experiment-runs = Loopt tot en met { $day }
network-experiment-over = Voorbij: kies hoe u verder gaat
network-experiment-state = { $period }. { $state }.
network-experiment-done = Afgerond
network-experiment-finish = Afronden
network-experiment-finish-of = Afronden: { $period }
network-experiment-finish-again = Uitkomst wijzigen
network-experiment-finish-again-of = Uitkomst wijzigen: { $period }
network-experiment-change = Plan wijzigen
network-experiment-change-of = Plan wijzigen: { $period }
network-experiment-remove = Experiment verwijderen
network-experiment-remove-hint = Het experiment gaat weg, met alles wat erin staat.
network-experiment-saved = Het experiment is bewaard.
network-experiment-removed = Het experiment is weg.
network-outcome-none = Nog niet afgerond
network-outcome-stop = Stoppen
network-outcome-stop-hint = Het werkte niet, of het is de moeite niet waard.
network-outcome-adapt = Aanpassen
network-outcome-adapt-hint = Er zit iets in: we doen het anders nog een keer.
network-outcome-scale = Groter maken
network-outcome-scale-hint = Het werkt: we doen dit vaker, of met meer mensen.
network-fault-hypothesis = Schrijf op wat u verwacht
network-fault-long = Maak deze tekst korter: hooguit 1000 tekens
network-fault-partner = Deze partij is intussen van de kaart gehaald. Kies een andere.
network-fault-day = Kies een dag
network-fault-ends = De laatste dag ligt voor de eerste. Kies een latere.
