# Hoe het werkt: één pagina in gewone woorden.

method-title = Hoe Meervoud werkt
method-lead = Een organisatie is meer waard dan haar geld. Met Meervoud kijkt u samen naar zes soorten waarde, binnen uw organisatie en daarbuiten.
method-steps = In vijf stappen
method-step-1 = Waarnemen: iedereen geeft voor zichzelf antwoord op dezelfde vragen.
method-step-2 = Beoordelen: samen ziet u zes scores, de balans daartussen, en waar u het over eens of oneens bent.
method-step-3 = Onderzoeken: u zoekt uit welk gedrag erachter zit.
method-step-4 = Invloed nemen: u spreekt af wat u anders gaat doen, en wie dat oppakt.
method-step-5 = Terugkijken: in de volgende ronde ziet u wat er veranderde.

method-capitals = De zes soorten waarde
method-capitals-intro = Ze worden ook wel kapitalen genoemd: een voorraad die kan groeien, op peil kan blijven of kan afbrokkelen.
method-capital-human = Menselijk
method-capital-human-about = Wat mensen kunnen, hoe gezond ze zijn en hoe graag ze hun werk doen.
method-capital-social = Sociaal-relationeel
method-capital-social-about = Het vertrouwen tussen mensen en de band met anderen, binnen de organisatie en daarbuiten.
method-capital-intellectual = Intellectueel
method-capital-intellectual-about = Kennis, gegevens, manieren van werken en nieuwe ideeën.
method-capital-manufactured = Materieel
method-capital-manufactured-about = Gebouwen, machines, producten, wegen en netten die mensen hebben gemaakt.
method-capital-natural = Natuurlijk
method-capital-natural-about = Lucht, water, bodem, grondstoffen, planten en dieren waar we van leven.
method-capital-financial = Financieel
method-capital-financial-about = Het geld dat we hebben, verdienen, uitgeven en verdelen.
method-capitals-more = Elke vraag gaat over binnen (wat ons gedrag doet in de eigen organisatie) of over buiten (in de keten, op het terrein, in de buurt en in de natuur). Een ronde kan ook vragen waar het heen gaat als we zo doorgaan.

method-answers = Wat mensen invullen
method-answers-scale = Elke vraag heeft vijf stappen: van afbrokkelen (1) via op peil blijven (3) naar groeien (5). Bij 1, 3 en 5 staat in een zin wat u dan ziet.
method-answers-missing = 'Weet ik niet', 'Niet van toepassing' en 'nog niet beantwoord' zijn drie verschillende dingen. Ze tellen nooit als nul.
method-answers-blind = Wie invult, ziet niet bij welke waarde een vraag hoort. Zo stuurt niemand de uitkomst een kant op.

method-scores = Hoe de scores worden gemaakt
method-scores-intro = Alle scores lopen van 0 tot 100. Is er te weinig om een score te maken, dan staat er geen score.
method-score-item = Score van een vraag
method-score-item-about = Het gemiddelde van de antwoorden, omgerekend: stap 1 is 0, stap 3 is 50 en stap 5 is 100.
method-score-capital = Score van een waarde
method-score-capital-about = Het gemiddelde van de vragen, eerst apart voor binnen en buiten. Minstens de helft van de vragen moet een score hebben.
method-score-level = Niveau
method-score-level-about = Het gemiddelde van de zes scores.
method-score-balance = Balans en wat onbalans kost
method-score-balance-about = De balans is 1 als alle zes gelijk zijn, en lager als ze verder uit elkaar liggen. Wat onbalans kost, zeggen we ook in punten. Voor deze som schuiven we elke score iets op (van 1 tot 100), zodat één nul niet alles wegvaagt.
method-score-floor = Laagste
method-score-floor-about = De waarde met de laagste score, of meer als ze gelijk zijn.
method-score-gate = Uit balans
method-score-gate-about = Dat zeggen we als een score van binnen of buiten onder 25 ligt, of als meer dan één waarde onder 50 ligt.
method-score-gap = Verschil tussen binnen en buiten
method-score-gap-about = De score van buiten min die van binnen.
method-score-agreement = Eens of oneens
method-score-agreement-about = Hoe ver antwoorden gemiddeld van het midden af liggen. Vanaf vijf antwoorden zeggen we ook één woord: eens, gemengd of verdeeld. Eens zijn is niet hetzelfde als gelijk hebben.
method-score-coverage = Hoeveel is ingevuld
method-score-coverage-about = Dit staat altijd los van de score: weinig antwoorden is iets anders dan een lage score.
method-scores-total = Er is geen eindcijfer en geen ranglijst. Eén getal zou verbergen waar het om gaat.

method-others = Andere vragenlijsten
method-others-about = Naast de zes waarden zijn er drie korte vragenlijsten: zes lijnen tussen twee manieren van werken (sociosfeer), drie principes en zeven principes. Daar staat elke vraag op zichzelf. Ze tellen nooit mee in de zes scores, en er is geen gemiddelde van te maken. Voor een heel bedrijventerrein is er een eigen vragenlijst, over dezelfde zes waarden. Die vraagt hoe het nu gaat en wat u over drie jaar wilt. De uitkomst van een terrein telt nooit op met die van bedrijven.

method-privacy = Wat we niet laten zien
method-privacy-mode = Een ronde is anoniem of open. Dat staat vast voor het eerste antwoord, en elke deelnemer leest het vooraf.
method-privacy-five = Is een ronde anoniem, dan tonen we niets over minder dan vijf mensen: geen vraag, geen groep en geen score.
method-privacy-difference = We tonen ook niets waaruit u dat door aftrekken kunt uitrekenen. Komen er later een paar antwoorden bij, dan blijft de eerdere uitkomst staan tot het er genoeg zijn.
method-privacy-rounding = Scores zijn afgerond. Bij weinig antwoorden staat er een woord in plaats van een getal.
method-privacy-text = Tekst die mensen er in een anonieme ronde bij schrijven, tonen we pas bij tien schrijvers of meer.
method-privacy-server = Alles staat op de server van wie Meervoud beheert. Er gaat niets naar anderen, en er zijn geen cookies om u te volgen.
method-privacy-operator = Eerlijk is eerlijk: wie de server beheert, kan bij de opgeslagen gegevens. In een anonieme ronde staat daar geen naam bij.

method-source = Waar het vandaan komt
method-source-questions = De methode is geïnspireerd op de zeven vragen van Westerdijk en Riepma. Het is niet de OK!-vragenlijst: alle vragen en teksten zijn nieuw geschreven.
method-source-references = Bij elke vraag staan verwijzingen naar het <IR> Framework, GRI, VSME en de SDG's. De nummers van GRI moeten nog één keer naast de officiële uitgave worden gelegd.
