# Een bedrijf in een regionaal programma: waarmee het meedoet, wat het deelt, en hoe het naast anderen staat.

programme-company-title = Regionale programma’s
programme-company-intro = In een programma doen bedrijven van verschillende bedrijventerreinen mee. U kiest zelf wat u deelt. Zonder uw toestemming gaat er niets naar een programma.
programme-company-none = Dit bedrijf doet nog met geen programma mee. Een programma nodigt u uit met een link.
programme-company-park = { $park }
programme-company-sector = sector { $sector }
programme-company-since = doet mee sinds { $day }
programme-company-left = gestopt op { $day }
programme-company-shares = Deelt cijfers
programme-company-shares-not = Deelt geen cijfers
programme-company-all = Alle programma’s

# Toestemming
programme-company-consents-title = Wat u deelt
programme-company-consents-intro = Voor elk doel geeft u apart toestemming. Alles staat uit tot u het aanzet. U kunt elke toestemming weer intrekken.
programme-company-consents-owners = Alleen een eigenaar van dit bedrijf kan toestemming geven of intrekken.
programme-company-consents-know = De programmamanager en de adviseurs zien altijd dat uw bedrijf meedoet: zij nodigden u uit.
programme-company-purpose-benchmark = Cijfers delen
programme-company-purpose-named = Genoemd worden op het bedrijventerrein
programme-company-purpose-public = Op de openbare lijst staan
programme-company-statement-benchmark-1 = Onze scores tellen mee in cijfers over groepen van ten minste vijf bedrijven. Het programma kan onze eigen scores niet bekijken.
programme-company-statement-named-1 = De naam van ons bedrijf staat bij ons bedrijventerrein. Iedereen die bij het programma werkt ziet die naam, en andere deelnemers op het terrein ook.
programme-company-statement-public-1 = De naam van ons bedrijf staat op de openbare lijst van deelnemers. Iedereen kan die lijst lezen.
programme-company-benchmark-seen = Geeft u deze toestemming? Dan ziet wie bij het programma werkt ook of uw bedrijf dit kwartaal begonnen is, en of het cijfers deelde.
programme-company-given = Toestemming gegeven
programme-company-not-given = Geen toestemming
programme-company-give = Geef toestemming
programme-company-give-of = voor: { $purpose }
programme-company-withdraw = Trek toestemming in
programme-company-withdraw-of = voor: { $purpose }
programme-company-done-given = Uw toestemming is vastgelegd.
programme-company-done-withdrawn = Uw toestemming is ingetrokken.
programme-company-withdraw-title = Toestemming intrekken?
programme-company-withdraw-benchmark = De cijfers die u deelde, worden meteen uit het programma verwijderd. In nieuwe cijfers tellen ze niet meer mee. Wat al gepubliceerd is, blijft staan: dat zijn cijfers van ten minste vijf bedrijven samen. Een latere publicatie over hetzelfde kwartaal kan die cijfers nog noemen. Meervoud onthoudt uw scores uit eerdere publicaties, zodat niemand ze kan uitrekenen. Niemand van het programma kan ze lezen.
programme-company-withdraw-named = Uw naam verdwijnt meteen van de lijst van het bedrijventerrein.
programme-company-withdraw-public = Uw naam verdwijnt binnen enkele minuten van de openbare lijst. Wie de lijst eerder bewaarde, heeft uw naam nog.
programme-company-withdraw-yes = Ja, trek in

# Wat er gedeeld wordt
programme-company-preview-title = Precies dit gaat naar het programma
programme-company-preview-none = Er gaat nu nog niets mee: uw bedrijf heeft nog geen afgesloten ronde met de vragenlijst van dit programma. Geeft u nu al toestemming, dan gaan de cijfers vanzelf mee zodra u zo’n ronde afsluit.
programme-company-preview-start = Maak een ronde
programme-company-preview-counts = Uw cijfers tellen mee bij: { $groups }.
programme-company-preview-whole = het hele programma
programme-company-preview-later = Elke ronde die u daarna afsluit, gaat vanzelf mee. Dat stopt als u uw toestemming intrekt.
programme-company-preview-never = Wat nooit meegaat: antwoorden, opmerkingen, namen van mensen, titels van rondes, bewijs en de tekst van afspraken.
programme-company-preview-archive = Rondes uit een ingelezen archief gaan niet mee, tot u ze hier opnieuw afsluit. Een ronde die is overgedragen of uit een bestand komt, gaat pas mee als u daar hier ja op zegt.
programme-company-preview-round = Uit de ronde { $round }. De titel gaat niet mee.
programme-company-preview-themes = Waarden met een afspraak: { $names }.
programme-company-preview-themes-none = Waarden met een afspraak: geen.
programme-company-preview-value = Waarde
programme-company-preview-together = Samen
programme-company-preview-missing = geen score
programme-company-preview-period = { $period }
programme-company-preview-caption = { $period }, { $horizon }: scores van 0 tot 100
programme-company-preview-new = Deze cijfers zijn nog niet gedeeld: { $periods }.
programme-company-preview-add = Deel ook deze cijfers
programme-company-preview-name = Deze naam wordt zichtbaar: { $name }
programme-company-preview-name-park = bij { $park }
programme-company-copied = Dit staat nu bij het programma

# Uw bedrijf naast anderen
programme-company-benchmark-title = Uw bedrijf naast anderen
programme-company-benchmark-empty = Dit programma heeft nog niets gepubliceerd. Na de eerste publicatie ziet u hier uw bedrijf naast andere.
programme-company-benchmark-stale = Dit kwartaal kon niet worden opgehaald. U ziet nog het kwartaal dat er al stond.
programme-company-benchmark-not-in = In deze publicatie tellen uw cijfers niet mee. Daarom ziet u hier geen vergelijking.
programme-company-benchmark-older = Er is een nieuwere publicatie over dit kwartaal, zonder uw cijfers. Dit is de laatste waarin u meetelt.
programme-company-benchmark-who = In dit programma kozen { $contributed } van { $joined } deelnemende bedrijven ervoor om over dit kwartaal cijfers te delen. Bedrijven die niet meedoen, tellen niet mee.
programme-company-benchmark-published = Gepubliceerd op { $day }.
programme-company-benchmark-period = Kwartaal
programme-company-benchmark-horizon = Wanneer
programme-company-benchmark-group = Naast
programme-company-benchmark-perspective = Binnen of buiten
programme-company-group-park = { $name }
programme-company-group-region = { $name }
programme-company-group-programme = het hele programma
programme-company-key-own = Uw bedrijf
programme-company-key-mean = Gemiddelde van de groep, met uw bedrijf erbij
programme-company-key-band = De middelste helft van de bedrijven: een kwart scoort lager, een kwart hoger
programme-company-chart = Uw score en het gemiddelde per waarde, naast { $group }
programme-company-row-own = U: { $own }.
programme-company-row-own-none = U: geen score.
programme-company-row-mean = Gemiddeld { $mean } ({ $n } bedrijven).
programme-company-row-low = Gemiddeld 15 of lager ({ $n } bedrijven).
programme-company-row-high = Gemiddeld 85 of hoger ({ $n } bedrijven).
programme-company-row-needed = Nog niet getoond: { $has } van { $needed } andere bedrijven nodig.
programme-company-row-hidden = Niet getoond om bedrijven te beschermen ({ $n } bedrijven).
programme-company-higher = Hoger dan gemiddeld: { $names }.
programme-company-lower = Lager dan gemiddeld: { $names }.
programme-company-equal = Ongeveer gelijk: { $names }.
programme-company-nothing = Van deze groep is nog niets te tonen.
programme-company-small = De groep is klein. Lees dit voorzichtig. Vanaf tien andere bedrijven ziet u ook waar de middelste helft zit.
programme-company-table-own = Uw bedrijf
programme-company-table-mean = Gemiddeld
programme-company-table-band = Middelste helft
programme-company-table-n = Bedrijven
programme-company-table-caption = { $period }, { $horizon }: uw bedrijf naast { $group }
programme-company-table-low = 15 of lager
programme-company-table-high = 85 of hoger
programme-company-table-band-of = { $lower } tot { $upper }
programme-company-table-hidden = niet getoond
programme-company-table-needed = { $has } van { $needed } nodig

# Wie er nog meer zijn
programme-company-neighbours-title = Andere bedrijven op { $park }
programme-company-neighbours-none = Nog geen ander bedrijf op dit bedrijventerrein laat zich noemen.
programme-company-neighbours-about = Alleen bedrijven die genoemd willen worden.

# Wat u besloot
programme-company-ledger-title = Wat u besloot
programme-company-ledger-intro = Elke toestemming die dit bedrijf gaf of introk. Deze lijst verandert nooit. Wist u dit bedrijf, dan verdwijnt de lijst ook.
programme-company-ledger-empty = Er is nog geen toestemming gegeven.
programme-company-ledger-given = { $who } gaf toestemming: { $purpose }
programme-company-ledger-withdrawn = { $who } trok toestemming in: { $purpose }
programme-company-ledger-nobody = Een oud-lid
programme-company-ledger-statement = De zin die op de pagina stond ({ $language }, { $version }):
programme-company-language-nl = Nederlands
programme-company-language-en = Engels
programme-company-ledger-download = Download deze lijst als CSV
programme-company-given-download = Download de gedeelde cijfers als CSV
programme-company-ledger-file = toestemmingen
programme-company-given-file = gedeelde cijfers
programme-company-column-number = nummer
programme-company-column-at = tijd (UTC)
programme-company-column-who = wie
programme-company-column-act = wat
programme-company-column-purpose = doel
programme-company-column-version = zin
programme-company-column-sentence = tekst van de zin
programme-company-column-language = taal
programme-company-column-period = kwartaal
programme-company-column-horizon = tijd
programme-company-column-value = waarde
programme-company-column-perspective = blik
programme-company-column-score = score
programme-company-column-shared = gedeeld op (UTC)
programme-company-act-given = gegeven
programme-company-act-withdrawn = ingetrokken

# Stoppen
programme-company-leave-title = Stoppen met dit programma
programme-company-leave-about = Stopt u, dan eindigen al uw toestemmingen. De cijfers die u deelde en wat u aanbood of zocht, worden meteen verwijderd. Afspraken met andere bedrijven zijn voorbij. Wat al gepubliceerd is, blijft staan: dat zijn cijfers van ten minste vijf bedrijven samen.
programme-company-leave = Stop met dit programma
programme-company-leave-sure = Stoppen met { $programme }?
programme-company-leave-again = Wilt u later weer meedoen, dan hebt u een nieuwe link van het programma nodig.
programme-company-leave-yes = Ja, stop
programme-company-left-about = Dit bedrijf stopte op { $day } met dit programma. Er worden geen cijfers meer gedeeld.
