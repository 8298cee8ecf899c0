# Hoe een getal is gemaakt.

explain-title = Hoe is dit gemaakt? { $subject }
explain-close = Sluiten
explain-busy = Bezig met laden.
explain-retry = Opnieuw proberen
explain-inputs = Wat erin ging
explain-counts = Hoe vaak elke stap is gekozen
explain-n = { $n ->
    [one] Gemaakt van 1 antwoord.
   *[other] Gemaakt van { $n } antwoorden.
}
explain-left-out = Niet meegeteld of niet getoond:
explain-left-out-one = { $what }: { $why }
explain-source = Bron: { $source }
explain-source-own = Eigen keuze van Meervoud.
explain-source-method = Lees hoe het werkt

explain-formula-item = Het gemiddelde van de antwoorden, omgerekend naar 0 tot 100: stap 1 is 0, stap 3 is 50 en stap 5 is 100. 'Weet ik niet', 'Niet van toepassing' en niet ingevuld tellen niet mee.
explain-formula-cell = Het gemiddelde van de scores van de vragen hieronder. Minstens de helft van de vragen moet een score hebben; anders is er geen score.
explain-formula-dimension = Het gemiddelde van de scores van binnen en buiten. Ontbreekt er een, dan is er geen score.
explain-formula-level = Het gemiddelde van de scores hieronder. Ontbreekt er een, dan is er geen niveau.
explain-formula-balance = We delen het meetkundig gemiddelde van de scores door het gewone gemiddelde. Zijn alle scores gelijk, dan is de uitkomst 1. Vooraf schuiven we elke score iets op (1 + 0,99 keer de score), zodat één nul niet alles wegvaagt.
explain-formula-imbalance-cost = Het gewone gemiddelde min het meetkundig gemiddelde van de scores, in punten. Vooraf schuiven we elke score iets op (1 + 0,99 keer de score), zodat één nul niet alles wegvaagt.
explain-formula-floor = De laagste van de scores hieronder, of meer dan één als ze gelijk zijn. Ontbreekt er een score, dan zeggen we niet welke het laagst is.
explain-formula-gate = Uit balans zeggen we als een score van binnen of buiten onder 25 ligt, of als meer dan één waarde onder 50 ligt.
explain-formula-gap = De score van buiten min die van binnen, met de getallen die hier te zien zijn.
explain-formula-drift = De score voor over drie jaar min die van nu, met de getallen die hier te zien zijn.
explain-formula-coverage = Het deel van alles wat is gevraagd dat een antwoord op de schaal kreeg, in stappen van 5 %. 'Niet van toepassing' telt niet mee.
explain-formula-unknown-share = Het deel van de antwoorden dat 'Weet ik niet' was, in stappen van 5 %.
