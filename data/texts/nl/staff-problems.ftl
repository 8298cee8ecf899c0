# Weigeringen die alleen iemand met een account kan krijgen. De andere staan in problems.ftl: die krijgt elke telefoon.

problem-last-owner = Een organisatie heeft altijd minstens één eigenaar. Maak eerst iemand anders eigenaar.
problem-unknown-instrument = Deze versie van de vragenlijst bestaat hier niet. Kies een andere.
problem-nothing-to-release = Er is nog niets om te tonen: nog niemand heeft geantwoord.
problem-import-refused = Het bestand is niet ingelezen, ook niet voor een deel. Herstel de genoemde regels en probeer het opnieuw.
problem-controls-held = Een andere begeleider heeft de bediening. Neem de bediening over als u verder wilt.
problem-workshop-exists = Voor deze ronde is er al een sessie.
problem-vote-running = Er loopt nog een tweede stemming. Sluit die eerst en toon de uitkomst.
problem-too-many-conditions = Er zijn al drie voorwaarden. Voeg er twee samen, of haal er een weg.
problem-consent-open = Sluit eerst de ronde met bezwaren.
problem-objection-stands = Er staat nog een bezwaar open. Verwerk het in het voorstel, of vraag of het weg kan.
problem-owner-missing = Schrijf eerst op wie ervoor zorgt. Zonder naam blijft een afspraak liggen.
problem-agreement-empty = Schrijf eerst op wat de afspraak is, met een korte titel.
problem-review-date-missing = Kies eerst een datum om terug te kijken.
problem-review-date-past = De datum om terug te kijken is al voorbij. Kies een dag vanaf vandaag.
problem-price-bearer-missing = Schrijf eerst op welke waarde er (even) op achteruitgaat, en voor wie. Daarna wordt de verwachting bewaard.
problem-intervention-agreed = Dit is al een afspraak. U kunt hem stoppen, maar niet weggooien.
problem-experiment-exists = Dit kwartaal heeft al een experiment. Wijzig dat, of kies een ander kwartaal.
problem-experiment-too-long = Dit experiment duurt langer dan zes weken. Kies een eerdere einddatum.
problem-not-agreed-yet = Dit is niet afgesproken. Terugkijken kan bij een afspraak.
problem-too-many-criteria = Er staan al twaalf dingen waaraan u ziet of het werkt. Haal er eerst een weg.
problem-second-factor-first = Hier is een tweede stap bij het inloggen verplicht. Stel die eerst in bij uw account.
problem-confirm-needed = Laat eerst zien dat u het bent.
