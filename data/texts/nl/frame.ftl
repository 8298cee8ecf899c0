# Het kader om elke pagina, en woorden die op meer dan één pagina staan.

frame-skip = Naar de inhoud
frame-help = Hoe het werkt
frame-menu = Menu
frame-other-language = English
frame-sign-in = Inloggen
frame-sign-out = Uitloggen
frame-operator = Beheer van Meervoud
frame-account = Uw account
frame-theme = Kleuren
frame-theme-auto = Zoals uw apparaat
frame-theme-light = Licht
frame-theme-dark = Donker
frame-here = U bent hier
frame-organisations = Organisaties
frame-switch = Ga naar
frame-ended = Uw toegang tot { $name } is gestopt.
frame-ended-kept = Deze pagina blijft open: u kunt nog lezen en kopiëren wat u typte, maar er wordt niets meer bewaard.
frame-ended-go = Naar uw organisaties
frame-organisation = Organisatie
frame-workshop = Sessie
frame-interventions = Afspraken
frame-parks = Parken
frame-round = Ronde
frame-reflections = Gesprekken
frame-reflection = Gesprek
frame-foot = Meervoud is vrije software en staat op uw eigen server.
frame-privacy = Privacy
frame-accessibility = Toegankelijkheid
frame-version = Versie { $version }
frame-title-fault = Fout: { $title }

frame-demo-label = Voorbeeld
frame-demo = Verzonnen gegevens: deze organisaties en antwoorden bestaan niet echt.
frame-participants-label = Alleen meedoen
frame-participants = Op dit adres kunt u alleen meedoen met een code. Accounts werken hier niet.
frame-participants-title = Hier kunt u alleen meedoen
frame-participants-join = Meedoen met een code

frame-wait-busy = Bezig met laden.
frame-wait-long = Dit duurt langer dan normaal.
frame-wait-retry = Opnieuw proberen
frame-fail-title = Dit lukte niet
frame-fail-gone = Hier is niets te vinden
frame-fail-link = Deze link werkt niet meer
frame-fail-invitation = Deze uitnodiging werkt niet meer
frame-fail-home = Naar het begin
frame-not-found-title = Deze pagina bestaat niet
frame-not-found = Het adres klopt niet, of de pagina is weg. Kijk het adres na, of ga naar het begin.
frame-not-loaded-title = Deze pagina kon niet laden
frame-not-loaded = Er is geen verbinding, of er staat een nieuwe versie van Meervoud klaar. Laad de pagina opnieuw.
frame-reload = Pagina opnieuw laden

frame-form-faults = Kijk dit nog even na
frame-form-busy = Bezig met versturen.
frame-form-show-password = Toon wachtwoord
frame-cancel = Annuleren
frame-save = Opslaan
frame-saved = Opgeslagen.
frame-close = Sluiten
frame-copy = Kopiëren
frame-copied = Gekopieerd.

frame-problem-title = Wat deze melding betekent
frame-problem-code = Code van de melding: { $code }
