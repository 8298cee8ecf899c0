# Inloggen met een passkey, en de passkeys van het eigen account.

passkey-title = Passkeys
passkey-intro = Met een passkey logt u in met uw vingerafdruk, uw gezicht of de pincode van uw apparaat. U hoeft niets te onthouden of te typen, en een nagemaakte site kan er niets mee.
passkey-none = U hebt nog geen passkey.
passkey-one = Maak er liever twee, op twee apparaten. Raakt u het ene kwijt, dan komt u met het andere nog binnen.
passkey-made = gemaakt op { DATETIME($since, day: "numeric", month: "long", year: "numeric") }
passkey-used = voor het laatst gebruikt op { DATETIME($last, day: "numeric", month: "long", year: "numeric") }
passkey-never-used = nog niet gebruikt
passkey-synced = ook op uw andere apparaten
passkey-name = Hoe noemt u deze passkey?
passkey-name-hint = Bijvoorbeeld de naam van het apparaat: laptop, telefoon.
passkey-fault-name = Geef de passkey een naam, hooguit 120 tekens
passkey-make = Passkey maken
passkey-made-done = De passkey is gemaakt. Bij het inloggen kiest u voortaan "Inloggen met een passkey".
passkey-go-on = Verder naar Meervoud
passkey-change = Wijzigen
passkey-change-of = Wijzigen: { $name }
passkey-change-title = Passkey { $name }
passkey-remove-hint = Na het verwijderen kunt u er niet meer mee inloggen. Haal de passkey daarna ook weg van het apparaat zelf.
passkey-remove = Passkey verwijderen
passkey-remove-sure = Ja, verwijderen

passkey-sign-in = Inloggen met een passkey
passkey-sign-in-or = Of met uw wachtwoord:
passkey-confirm = Bevestigen met een passkey
passkey-confirm-or = Of anders:

passkey-not-here = Op dit adres werken passkeys niet. Een passkey hoort bij een beveiligd adres met een naam, dat begint met https. Vraag wie Meervoud beheert welk adres dat is.
passkey-elsewhere = Op dit adres werken passkeys niet. Open daarvoor Meervoud op dit adres:
passkey-not-this-browser = Deze browser kent geen passkeys. Probeer het met een nieuwere browser.

problem-passkey-cancelled = Er is geen passkey gebruikt. U hebt het venster gesloten, het duurde te lang, of er is op dit apparaat geen passkey voor Meervoud.
problem-passkey-not-made = Er is geen passkey gemaakt. U hebt het venster gesloten, of het duurde te lang. Probeer het opnieuw.
problem-passkey-unable = Dit apparaat kan geen passkey maken die met vingerafdruk, gezicht of pincode is beveiligd. Probeer een ander apparaat.
