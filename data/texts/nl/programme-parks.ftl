# The home page of a programme.
parks-home-count = { $n ->
    [one] 1 park
   *[other] { $n } parken
}
parks-home-companies = { $n ->
    [0] Nog geen bedrijf doet mee.
    [one] 1 bedrijf doet mee.
   *[other] { $n } bedrijven doen mee.
}
parks-home-contributed = { $n ->
    [0] Over { $period } zijn nog geen cijfers binnen.
    [one] Over { $period } heeft 1 bedrijf zijn cijfers gedeeld.
   *[other] Over { $period } hebben { $n } bedrijven hun cijfers gedeeld.
}
parks-home-next = Volgende stap
parks-home-next-parks = Zet eerst uw bedrijventerreinen erin. Dat kan in één keer met een bestand, of één voor één.
parks-home-next-parks-go = Parken toevoegen
parks-home-next-invite = De parken staan erin. Nodig nu bedrijven uit, elk met een eigen link.
parks-home-next-invite-go = Bedrijven uitnodigen
parks-home-next-publish = Er zijn cijfers van { $n } bedrijven over { $period }. Kijk wat u kunt publiceren.
parks-home-next-publish-go = Publicatie voorbereiden
parks-home-next-again = De cijfers over { $period } zijn gepubliceerd. Gaven bedrijven daarna nog cijfers? Kijk dan of u opnieuw kunt publiceren.
parks-home-next-again-go = Kijk of het kan
parks-home-next-wait = Bedrijven zijn aan zet. Vanaf vijf bedrijven die hun cijfers delen, kunt u publiceren.
parks-home-next-wait-go = Bekijk wie meedoet
parks-home-links = In dit programma
parks-home-parks = Parken
parks-home-parks-about = Bedrijventerreinen per gemeente, met hun gegevens.
parks-home-participation = Deelname
parks-home-participation-about = Hoeveel bedrijven uitgenodigd zijn, meedoen en hun cijfers delen.
parks-home-publish = Publiceren
parks-home-publish-about = De cijfers van een kwartaal vaststellen. U ziet eerst wat niet getoond wordt, en waarom.
parks-home-compare = Vergelijken
parks-home-compare-about = Twee tot zes parken naast elkaar.
parks-home-trend = Van kwartaal tot kwartaal
parks-home-trend-about = Parken door de tijd heen.
parks-home-themes = Thema’s
parks-home-themes-about = Bij welke waarden bedrijven iets hebben afgesproken.
parks-home-network = Waardenetwerk
parks-home-network-about = Hoeveel er geboden en gevraagd wordt, en wie wie helpt.
parks-home-public = Openbare pagina
parks-home-public-about = Wat iedereen te zien krijgt, en wanneer.
parks-never-answers = Medewerkers van een programma komen nooit bij antwoorden van bedrijven.

# The list of parks.
parks-title = Parken
parks-lead = Elk park is een eigen plek in Meervoud, met eigen rondes. De gegevens hier staan naast de scores en tellen daar nooit in mee.
parks-empty = Er staan nog geen parken in dit programma.
parks-empty-reader = Er staan nog geen parken in dit programma. Een medewerker van het programma kan ze toevoegen.
parks-count = { $n ->
    [one] 1 park
   *[other] { $n } parken
}
parks-search = Zoek een park
parks-search-hint = Op naam, gemeente of registernummer.
parks-search-none = Geen park gevonden.
parks-search-found = { $found } van { $all } parken
parks-search-region = Gemeente
parks-search-everywhere = Alle gemeenten
parks-show-more = Toon er nog { $n }
parks-no-region = Zonder gemeentecode
parks-region-hectares = { $hectares } ha bruto
parks-region-hectares-known = { $hectares } ha bruto, van { $known } bekend
parks-gross = { $hectares } ha bruto
parks-net = { $hectares } ha netto
parks-kind = type { $kind }
parks-nothing-known = Nog geen gegevens
parks-add = Eén park toevoegen
parks-add-title = Een park toevoegen
parks-add-submit = Voeg toe

# A file of parks.
parks-import-title = Parken uit een bestand
parks-import-lead = Kies een CSV-bestand zoals het landelijke register IBIS dat maakt. U ziet eerst wat erin staat. Parken met hetzelfde registernummer (RIN) krijgen de nieuwe gegevens en worden nooit dubbel. Hun rondes blijven.
parks-import-columns = Nodig is een kolom naam. Meervoud leest ook: gemeente_code, gemeente, rin, jaar, ha_bruto, ha_netto en type. Hooguit 4.000 regels.
parks-import-file = Bestand met parken (CSV)
parks-import-source = Bron (mag leeg blijven)
parks-import-source-hint = Bijvoorbeeld: IBIS 2024. Staat straks bij elk park.
parks-import-seen = { $added ->
    [0] Geen nieuwe parken
    [one] 1 nieuw park
   *[other] { $added } nieuwe parken
}, { $changed } met andere gegevens, { $same } zonder verschil
parks-import-left-out = { $n ->
    [one] 1 regel wordt geen park. In de lijst hieronder staat waarom.
   *[other] { $n } regels worden geen park. In de lijst hieronder staat waarom.
}
parks-import-refused = Dit bestand kan niet ingelezen worden
parks-import-regions = Gemeenten in het bestand
parks-import-region = { $name } ({ $code }): { $n }
parks-import-first = De eerste parken, zoals ze erin komen
parks-import-notes = { $n ->
    [one] 1 ding viel op
   *[other] { $n } dingen vielen op
}
parks-import-notes-none = Er viel niets op.
parks-import-notes-more = En nog { $n }.
parks-import-line = Regel
parks-import-what = Wat opviel en wat Meervoud doet
parks-import-submit = { $n ->
    [one] Lees 1 park in
   *[other] Lees { $n } parken in
}
parks-import-nothing = Alles uit dit bestand staat er al.
parks-import-done = Ingelezen: { $added } nieuw, { $changed } met andere gegevens, { $same } zonder verschil.
parks-note-no-text = Dit is geen tekstbestand. Sla de tabel op als CSV.
parks-note-quote = Hier staat een aanhalingsteken dat niet gesloten wordt. Zet het recht en kies het bestand opnieuw.
parks-note-empty = Er staan geen parken in dit bestand.
parks-note-too-many = Het bestand heeft meer dan { $most } regels. Deel het op.
parks-note-no-name-column = Er is geen kolom naam. Zonder naam weet Meervoud niet om welke parken het gaat.
parks-note-encoding = Het bestand is opgeslagen als { $encoding }. Meervoud leest het zo.
parks-note-column-missing = De kolom voor { $column } ontbreekt. Nieuwe parken krijgen dat gegeven niet; parken die er al zijn, houden het.
parks-note-column-twice = De kolom { $name } staat er twee keer. De eerste telt.
parks-note-columns-passed-over = Deze kolommen leest Meervoud niet: { $names }.
parks-note-cells = Deze regel heeft { $n } vakken in plaats van { $expected }. Wat ontbreekt, blijft onbekend.
parks-note-characters-repaired = Letters waren verminkt: ‘{ $was }’. Meervoud maakt er ‘{ $now }’ van.
parks-note-characters-lost = In ‘{ $value }’ zijn letters verloren gegaan. Verbeter dat later met de hand.
parks-note-name-missing = Er staat geen naam. Deze regel wordt geen park.
parks-note-name-long = De naam is langer dan { $most } tekens. Hij wordt: ‘{ $name }’.
parks-note-name-twice = ‘{ $name }’ staat ook op regel { $first }. Het worden twee parken.
parks-note-name-kept = Dit park heet hier ‘{ $known }’ en in het bestand ‘{ $name }’. De naam hier blijft.
parks-note-capitals = ‘{ $name }’ heeft vreemde hoofdletters. De naam blijft zoals hij is.
parks-note-number-missing = Er is geen registernummer (RIN). Meervoud herkent dit park later aan naam en gemeente.
parks-note-number-twice = Registernummer { $number } staat ook op regel { $first }. Die regel telt, deze niet.
parks-note-code-odd = ‘{ $value }’ is geen gemeentecode. Het park komt zonder gemeente in de lijst.
parks-note-two-municipalities = Code { $code } heet eerder in het bestand { $known } en hier { $name }. De naam van elke regel blijft bij het park.
parks-note-unknown = Bij { $column } staat ‘{ $value }’. Dat blijft onbekend.
parks-note-kind-empty = Er staat geen type. Dat blijft onbekend.
parks-note-hectares-odd = Bij { $column } staat ‘{ $value }’. Dat is geen oppervlakte en blijft onbekend.
parks-note-net-zero = Netto staat op 0 hectare. Zo laat een register het open. Netto blijft onbekend.
parks-note-net-larger = Netto ({ $net } ha) is meer dan bruto ({ $gross } ha). Beide blijven staan.
parks-note-year-odd = ‘{ $value }’ is geen jaar of dag. Dat blijft onbekend.
parks-note-two-known = Er zijn al meer parken met de naam ‘{ $name }’, en deze regel heeft geen nummer. Deze regel wordt overgeslagen.
parks-column-name = naam
parks-column-code = gemeentecode
parks-column-municipality = gemeente
parks-column-number = registernummer
parks-column-asOf = jaar
parks-column-gross = bruto oppervlakte
parks-column-net = netto oppervlakte
parks-column-kind = type

# One park and its facts.
parks-park-of = Park in het programma { $programme }
parks-park-work = Rondes, sessies en uitkomsten van dit park
parks-park-work-about = Hier werkt het parkmanagement met de vragenlijst over het hele park.
parks-facts-title = Gegevens
parks-facts-about = Deze gegevens staan naast de scores en tellen daar nooit in mee.
parks-facts-change = Wijzig de gegevens
parks-fact-unknown = Niet bekend
parks-fact-name = Naam
parks-fact-municipality = Gemeente
parks-fact-code = Gemeentecode
parks-fact-code-hint = Vier cijfers, zoals 1509.
parks-fact-number = Registernummer (RIN)
parks-fact-kind = Type
parks-fact-gross = Bruto oppervlakte in hectare
parks-fact-net = Netto oppervlakte in hectare
parks-fact-as-of = Peiljaar of peildag
parks-fact-as-of-hint = Zoals 2024 of 2024-01-31.
parks-fact-source = Bron
parks-hectares = { $hectares } ha
parks-fault-name = Geef het park een naam van hooguit 120 tekens.
parks-fault-code = Een gemeentecode heeft vier cijfers, zoals 1509.
parks-fault-gross = Schrijf de bruto oppervlakte als getal, zoals 12,5.
parks-fault-net = Schrijf de netto oppervlakte als getal, zoals 12,5.
parks-fault-as-of = Schrijf een jaar (2024) of een dag (2024-01-31).

# Who takes part.
parks-part-title = Deelname
parks-part-lead = Hoever bedrijven zijn over { $period }. U ziet aantallen en nooit een antwoord of een score.
parks-part-state-about = Of een bedrijf begonnen is en zijn cijfers gedeeld heeft, ziet u alleen van bedrijven die toestemming gaven om mee te tellen.
parks-part-total = Alle parken
parks-part-park = Park
parks-part-invited = Open links
parks-part-joined = Doen mee
parks-part-consented = Toestemming
parks-part-started = Begonnen
parks-part-contributed = Cijfers gedeeld
parks-part-anywhere = { $n ->
    [one] 1 open link is nog zonder park: dat bedrijf kiest het zelf.
   *[other] { $n } open links zijn nog zonder park: die bedrijven kiezen het zelf.
}
parks-part-parks = Per park
parks-part-table = Hoever bedrijven zijn, per park
parks-part-parks-hidden = { $n ->
    [one] Op 1 park is nog niemand uitgenodigd.
   *[other] Op { $n } parken is nog niemand uitgenodigd.
}
parks-part-companies = Bedrijven die meedoen
parks-part-companies-none = Nog geen bedrijf doet mee.
parks-part-companies-found = { $n ->
    [0] Geen bedrijf gevonden.
    [one] 1 van { $all } bedrijven
   *[other] { $n } van { $all } bedrijven
  }
parks-part-search = Zoek een bedrijf of park
parks-part-search-state = Hoever
parks-part-search-all = Alle bedrijven
parks-part-names-hidden = Namen van bedrijven zijn er alleen voor wie uitnodigt: de programmamanager en adviseurs.
parks-part-state-joined = Doet mee
parks-part-state-started = Begonnen
parks-part-state-contributed = Cijfers gedeeld
parks-part-remind = Herinneren
parks-part-remind-of = Herinneren: { $name }
parks-part-remind-title = Een herinnering voor { $name }
parks-part-remind-about = Kopieer deze tekst en stuur hem zelf, of open hem in uw mailprogramma.
parks-part-remind-subject = { $programme }: de vragenlijst over { $period }
parks-part-remind-text = Beste mensen van { $name }, u doet mee aan { $programme }. Wilt u de vragenlijst over { $period } invullen? U vindt hem hier: { $url } Wat u invult, blijft van u. Cijfers tellen alleen mee als u daar zelf toestemming voor geeft.
parks-part-text = Tekst
parks-part-mail = Open in uw mailprogramma

# Links for companies.
parks-links-title = Open links
parks-links-none = Er staan geen links open.
parks-links-unnamed = Een bedrijf
parks-links-any = Kiest zelf een park
parks-links-until = Geldig tot { DATETIME($until, dateStyle: "long") }
parks-links-withdraw = Intrekken
parks-links-withdraw-of = Intrekken: de link voor { $name }
parks-invite = Bedrijf uitnodigen
parks-invite-title = Een bedrijf uitnodigen
parks-invite-about = U krijgt een link voor één bedrijf, 30 dagen geldig. Meedoen is nog geen toestemming: het bedrijf kiest later zelf welke cijfers het deelt.
parks-invite-note = Voor welk bedrijf? (mag leeg blijven)
parks-invite-note-hint = Zo herkent u de link later. Het bedrijf ziet dit niet.
parks-invite-park = Op welk park?
parks-invite-park-free = Het bedrijf kiest zelf
parks-invite-submit = Maak de link
parks-invite-link = Link voor dit bedrijf
parks-invite-once = Deze link ziet u alleen nu. Kopieer hem en stuur hem naar het bedrijf.
parks-invite-subject = Doe mee aan { $programme }
parks-invite-text = U bent uitgenodigd om met uw bedrijf mee te doen aan { $programme }. Met deze link doet u mee: { $url } Meedoen is nog geen toestemming. U kiest later zelf welke cijfers u deelt.

# A company that takes a link up.
parks-join-title = Meedoen met uw bedrijf
parks-join-missing-title = Er ontbreekt een stuk van deze link
parks-join-missing = Kopieer de hele link uit het bericht en open hem opnieuw. Lukt dat niet? Vraag dan om een nieuwe link aan wie u uitnodigde.
parks-join-lead = { $programme } nodigt uw bedrijf uit om mee te doen.
parks-join-park = Het gaat om een bedrijf op { $park }.
parks-join-what = Wat meedoen betekent
parks-join-what-seen = Het programma ziet dat uw bedrijf meedoet, op welk bedrijventerrein en in welke sector.
parks-join-what-consent = Verder deelt u niets. U kiest later zelf of cijfers van uw bedrijf meetellen. U ziet dan eerst precies welke cijfers dat zijn.
parks-join-what-leave = U kunt altijd weer stoppen.
parks-join-as = U bent ingelogd als { $name } ({ $email }).
parks-join-company = Welk bedrijf doet mee?
parks-join-company-new = Een nieuw bedrijf
parks-join-company-name = Naam van uw bedrijf
parks-join-which-park = Op welk bedrijventerrein?
parks-join-choose = Kies
parks-join-sector = In welke sector?
parks-join-sector-hint = Kies wat het best bij uw bedrijf past. Zo kan het programma ook naar sectoren kijken.
parks-join-sector-none = Zeg ik liever niet
parks-join-submit = Doe mee
parks-join-submit-new = Maak een account en doe mee
parks-join-known = Log in
parks-join-who = Hebt u al een account?
parks-join-who-new = Nee, maak er een
parks-join-who-known = Ja, ik log in
parks-join-fault-park = Kies het bedrijventerrein waar uw bedrijf zit.
parks-join-fault-company = Geef uw bedrijf een naam.

# Sections of SBI 2008.
parks-decimal = ,
parks-period = het { $quarter }e kwartaal van { $year }
