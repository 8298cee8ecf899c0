# Wie kan wie helpen: wat bedrijven van een programma bieden en zoeken, wat past, en wie wie helpt.

programme-exchange-link = Bied of vraag iets
programme-exchange-title = Wie kan wie helpen
programme-exchange-lead = Zeg wat uw bedrijf te bieden heeft en wat het nodig heeft. Past er iets bij een ander bedrijf, dan leest u dat hier. Pas als beide bedrijven ja zeggen, weet elk wie de ander is.
programme-exchange-back = Terug naar { $programme }

# Wat verteld wordt
programme-exchange-told-title = Wat anderen te zien krijgen
programme-exchange-told-before = Voordat beide ja zeiden, leest het andere bedrijf alleen dit: de waarde, het onderwerp, en of u op hetzelfde bedrijventerrein zit. Dat laatste staat er niet bij zolang het zou zeggen wie u bent. Niet uw naam en niet uw tekst.
programme-exchange-told-after = Als beide ja zeiden, leest het andere bedrijf uw naam, uw bedrijventerrein, uw tekst en de contactregel die u typte.
programme-exchange-told-guess = Op een klein bedrijventerrein kan iemand raden wie u bent. Als er maar één ander bedrijf kan passen, zegt het voorstel zelf al wie dat is.
programme-exchange-told-staff = Mensen van het programma lezen nooit uw tekst of uw onderwerp. Zij zien hoeveel er geboden en gevraagd wordt, en een pijl voor elke afspraak. Uw naam staat alleen bij die pijl als u toestemming gaf om genoemd te worden. Bedrijven op het terrein die genoemd worden, zien deze pijlen ook. Een pijl blijft weg als het bedrijventerrein alleen al zou zeggen welk bedrijf het is.
programme-exchange-told-no = Een nee krijgt het andere bedrijf niet te horen.

# Eigen aanbod en vragen
programme-exchange-own-title = Wat u biedt en zoekt
programme-exchange-own-none = Uw bedrijf biedt en vraagt nog niets.
programme-exchange-own-most = { $n ->
    [one] 1 van de 20 plaatsen is bezet.
   *[other] { $n } van de 20 plaatsen zijn bezet.
}
programme-exchange-own-readers = Alleen een eigenaar of een collega die meewerkt kan iets bieden of vragen.
programme-exchange-offer = Bied iets aan
programme-exchange-need = Vraag iets
programme-exchange-is-offer = U biedt: { $topic }
programme-exchange-is-need = U zoekt: { $topic }
programme-exchange-capital-line = { $capital }, sinds { $day }
programme-exchange-match-ended = Het andere bedrijf is op { $day } gestopt. Een afspraak die u had, is voorbij.
programme-exchange-end = Beëindig
programme-exchange-end-of = Beëindig: { $what }
programme-exchange-end-title = Beëindigen?
programme-exchange-end-about = Wat hierover werd voorgesteld, verdwijnt. Een afspraak is voorbij, en het andere bedrijf ziet dat. Uw tekst wordt gewist. Een tekst veranderen kan niet: beëindig hem en schrijf een nieuwe.
programme-exchange-end-yes = Ja, beëindig
programme-exchange-form-capital = Welke waarde?
programme-exchange-form-topic = Welk onderwerp?
programme-exchange-form-text-offer = Wat biedt u?
programme-exchange-form-text-need = Wat zoekt u?
programme-exchange-form-text-hint = Hooguit 300 letters. Niemand anders leest dit tot u beide ja zei.
programme-exchange-form-text-fault = Schrijf een tekst van hooguit 300 letters.
programme-exchange-form-submit = Zet het erbij

# Voorstellen en afspraken
programme-exchange-proposals-title = Wat past
programme-exchange-proposals-none = Er past nog niets. Als een ander bedrijf biedt wat u zoekt, of zoekt wat u biedt, leest u dat hier.
programme-exchange-proposals-few = Er wordt nog niets voorgesteld: dat begint als drie bedrijven met dit programma meedoen. Bij minder zou een voorstel zelf al zeggen wie de ander is.
programme-exchange-proposal-offer = Een bedrijf zoekt wat u biedt: { $topic }
programme-exchange-proposal-need = Een bedrijf biedt wat u zoekt: { $topic }
programme-exchange-same-park = Op uw bedrijventerrein
programme-exchange-other-park = Op een ander bedrijventerrein
programme-exchange-says-yes = U zei ja. Het wachten is op het andere bedrijf.
programme-exchange-says-no = U zei nee. Het andere bedrijf hoort dat niet.
programme-exchange-yes = Zeg ja
programme-exchange-no = Zeg nee
programme-exchange-back-yes = Neem de ja terug
programme-exchange-back-no = Neem de nee terug
programme-exchange-answer-of = { $answer } bij: { $topic }
programme-exchange-yes-title = Ja zeggen?
programme-exchange-yes-about = Als het andere bedrijf ook ja zegt, leest het uw naam, uw bedrijventerrein, uw tekst en de regel hieronder. Tot dan kunt u uw ja terugnemen.
programme-exchange-yes-contact = Hoe kan het andere bedrijf u bereiken?
programme-exchange-yes-contact-hint = Bijvoorbeeld een naam met een telefoonnummer. Alleen het andere bedrijf leest dit.
programme-exchange-yes-contact-fault = Typ hoe u te bereiken bent, in hooguit 200 letters.
programme-exchange-yes-submit = Ja, dit wil ik
programme-exchange-agreed-title = Afgesproken
programme-exchange-agreed-offer = { $company } zoekt wat u biedt: { $topic }
programme-exchange-agreed-need = { $company } biedt wat u zoekt: { $topic }
programme-exchange-agreed-line = { $park }, afgesproken op { $day }
programme-exchange-agreed-contact = Contact: { $contact }
programme-exchange-agreed-own = Dit lezen zij van u: { $contact }

# Het waardenetwerk
programme-exchange-network-title = Waardenetwerk
programme-exchange-network-lead = Wie helpt wie in dit programma. Een pijl gaat van het bedrijf dat biedt naar het bedrijf dat zoekt. De pijl staat er zodra beide bedrijven ja zeiden.
programme-exchange-network-staff = Alleen bedrijven die toestemming gaven om genoemd te worden, hebben hier een naam. Wat zij schreven en over welk onderwerp, lezen alleen de twee bedrijven.
programme-exchange-network-own = Een pijl gaat van het bedrijf dat biedt naar het bedrijf dat zoekt. Dit zijn afspraken met een bedrijf op uw bedrijventerrein.
programme-exchange-network-not-named = Bedrijven op uw bedrijventerrein die genoemd willen worden, zien hier wie wie helpt. Uw bedrijf gaf daar geen toestemming voor.
programme-exchange-network-none = Er is nog niets afgesproken.
programme-exchange-network-many = Hier doen { $n } bedrijven aan mee. Dat is te veel voor een leesbaar plaatje. Daarom is er alleen de lijst.
programme-exchange-network-many-park = Kies één bedrijventerrein voor een plaatje.
programme-exchange-network-label = Plaatje van wie wie helpt. De lijst eronder zegt hetzelfde.
programme-exchange-network-park = Bedrijventerrein
programme-exchange-network-all = Alle bedrijventerreinen
programme-exchange-network-companies = Bedrijven in het plaatje
programme-exchange-network-company = { $name }, { $park }
programme-exchange-network-unnamed = Een bedrijf ({ $n })
programme-exchange-network-list = Wie helpt wie
programme-exchange-network-from = Biedt
programme-exchange-network-to = Zoekt
programme-exchange-network-capital = Waarde
programme-exchange-network-count = Afspraken
programme-exchange-open-title = Wat nu open staat
programme-exchange-open-about = Aanbod en vragen van alle bedrijven in het programma. Kleine aantallen worden niet genoemd.
programme-exchange-open-offers = Aanbod
programme-exchange-open-needs = Vragen
programme-exchange-open-few = minder dan 5

# Onderwerpen
programme-exchange-topic-training = Cursussen en training
programme-exchange-topic-mentoring = Begeleiding en coaching
programme-exchange-topic-internships = Stages en leerplaatsen
programme-exchange-topic-staff-sharing = Personeel delen
programme-exchange-topic-vitality = Gezond werken
programme-exchange-topic-vacancies = Personeel vinden
programme-exchange-topic-introductions = Met anderen in contact komen
programme-exchange-topic-meetings = Elkaar ontmoeten
programme-exchange-topic-local-ties = Banden met de buurt
programme-exchange-topic-joint-voice = Samen met de gemeente praten
programme-exchange-topic-volunteers = Vrijwilligers
programme-exchange-topic-expertise = Kennis en advies
programme-exchange-topic-digital = Computers en gegevens
programme-exchange-topic-research = Onderzoek en proeven
programme-exchange-topic-design = Producten of diensten ontwerpen
programme-exchange-topic-standards = Keurmerken en normen
programme-exchange-topic-machines = Machines en gereedschap
programme-exchange-topic-space = Ruimte en opslag
programme-exchange-topic-transport = Vervoer
programme-exchange-topic-charging = Laadpalen
programme-exchange-topic-maintenance = Onderhoud van gebouw en terrein
programme-exchange-topic-energy = Energie en warmte
programme-exchange-topic-waste = Afval en restmateriaal
programme-exchange-topic-water = Water
programme-exchange-topic-greenery = Planten en dieren op het terrein
programme-exchange-topic-packaging = Verpakking
programme-exchange-topic-purchasing = Samen inkopen
programme-exchange-topic-assignments = Werk en opdrachten
programme-exchange-topic-investment = Investeren
programme-exchange-topic-subsidies = Subsidies
programme-exchange-topic-insurance = Verzekering en beveiliging
