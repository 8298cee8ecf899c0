# Eén zin per weigering: wat er gebeurde en wat u kunt doen. De codes staan in server/contract/problems.ts.
# Ook de server leest dit bestand: een zin staat op zichzelf, zonder link.

problem-invalid-request = Niet alles is goed ingevuld. Kijk de velden na en probeer het opnieuw.
problem-malformed-json = De server kon dit bericht niet lezen. Laad de pagina opnieuw en probeer het nog eens.
problem-unsupported-media-type = De server verwacht dit bericht in een andere vorm (application/json).
problem-body-too-large = Dit is te veel in één keer. Maak het korter of verstuur het in delen.
problem-not-found = Hier is niets te vinden. Misschien klopt het adres niet, of hebt u er geen toegang toe.
problem-sign-in-needed = U bent niet ingelogd. Log in om verder te gaan.
problem-wrong-credentials = Het e-mailadres of het wachtwoord klopt niet. Probeer het opnieuw.
problem-not-allowed = Uw rol laat dit niet toe. Vraag het aan een eigenaar van deze organisatie.
problem-cross-site = Dit verzoek kwam van een andere website en is daarom geweigerd. Open Meervoud zelf en probeer het daar.
problem-accounts-refused-here = Op dit adres kunt u alleen meedoen met een code. Inloggen kan alleen op het hoofdadres.
problem-set-up-done = Meervoud is hier al ingericht. Log in met uw account.
problem-set-up-needed = Meervoud is hier nog niet ingericht. Open eerst het adres dat bij de eerste start is getoond.
problem-wrong-set-up-token = De startcode klopt niet. Kopieer de code die bij de eerste start is getoond.
problem-email-taken = Er is al een account met dit e-mailadres. Log in, of kies een ander adres.
problem-invitation-not-valid = Deze uitnodiging is al gebruikt of te oud, of heeft nooit bestaan. Vraag om een nieuwe.
problem-last-owner = Een organisatie heeft altijd minstens één eigenaar. Maak eerst iemand anders eigenaar.
problem-wrong-code = Deze code hoort niet bij een open ronde. Kijk de code na op het scherm of in uw uitnodiging.
problem-too-many-attempts = Dit is te vaak achter elkaar geprobeerd. Wacht een halve minuut en probeer het opnieuw.
problem-round-not-open = Deze ronde is nog niet open. Probeer het later opnieuw, of vraag het aan de begeleider.
problem-round-closed = Deze ronde is gesloten. Er kan niets meer bij, tenzij de begeleider de ronde heropent.
problem-unknown-instrument = Deze versie van de vragenlijst bestaat hier niet. Kies een andere.
problem-unknown-item = Deze vraag hoort niet bij deze ronde. Laad de pagina opnieuw.
problem-unknown-horizon = Deze ronde vraagt niet naar dit moment. Laad de pagina opnieuw.
problem-unknown-group = Deze groep hoort niet bij deze ronde. Kies een groep uit de lijst.
problem-group-needed = Kies eerst bij welke groep u hoort.
problem-rating-off-scale = Dit antwoord staat niet op de schaal. Kies een van de stappen.
problem-operation-reused = Dit antwoord heeft een nummer dat al voor iets anders is gebruikt. Laad de pagina opnieuw.
problem-too-many-operations = Dit zijn te veel antwoorden in één keer: stuur er hooguit 50.
problem-no-release-yet = Er is nog geen uitkomst vrijgegeven. Dat kan zodra er genoeg antwoorden zijn.
problem-nothing-to-release = Er is nog niets om te tonen: nog niemand heeft geantwoord.
problem-import-refused = Het bestand is niet ingelezen, ook niet voor een deel. Herstel de genoemde regels en probeer het opnieuw.
problem-busy = De server heeft het even te druk. Wacht een paar tellen en probeer het opnieuw.
problem-internal = Er ging iets mis op de server. Probeer het opnieuw; blijft het zo, vraag dan wie Meervoud beheert.
problem-offline = Er is geen verbinding met de server. Controleer uw netwerk en probeer het opnieuw.
